import { stringAt, tableAt, valueAt } from './data-path';
import type { Dependency } from './known-packages';
import { itemIn } from './evidence';
import { knownFacts, plainVersion } from './known-packages';
import type { ManifestReader } from './stack-facts';

/** `composer.json`. */
export const composerJson: ManifestReader = {
  names: ['composer.json'],
  read(manifest) {
    const { folder, text } = manifest;
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      return {};
    }
    const packages = Object.entries({ ...tableAt(data, 'require-dev'), ...tableAt(data, 'require') }).map(
      ([name, version]): Dependency => [name, typeof version === 'string' ? version : null],
    );
    const has = (name: string): boolean => packages.some(([item]) => item === name);
    const place = folder === '' ? '' : ` -d ${folder}`;
    const [command, shown] =
      valueAt(data, 'scripts', 'test') !== undefined
        ? [`composer${place} test`, 'test']
        : has('pestphp/pest')
          ? [`composer${place} exec pest`, 'pestphp/pest']
          : has('phpunit/phpunit')
            ? [`composer${place} exec phpunit`, 'phpunit/phpunit']
            : [null, ''];
    return {
      ...knownFacts('php', packages, manifest),
      languages: [itemIn(manifest, 'PHP', plainVersion(stringAt(data, 'require', 'php')), 'php')],
      testCommands: command === null ? [] : [itemIn(manifest, command, null, shown)],
    };
  },
};
