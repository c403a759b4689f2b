import type { Dependency } from './known-packages';
import { itemIn, itemOfFile } from './evidence';
import { knownFacts, plainVersion } from './known-packages';
import { pathBelow } from '../../text/path-order';
import type { ManifestReader } from './stack-facts';

/** `Gemfile`. */
export const gemfile: ManifestReader = {
  names: ['Gemfile'],
  read(manifest, files) {
    const { folder, text } = manifest;
    const gems = [...text.matchAll(/^[ \t]*gem\s+['"]([\w-]+)['"](?:\s*,\s*['"]([^'"]+)['"])?/gm)].map(
      (match): Dependency => [match[1] ?? '', match[2] ?? null],
    );
    const has = (name: string): boolean => gems.some(([gem]) => gem === name || gem.startsWith(`${name}-`));
    const rails = pathBelow(folder, 'bin/rails');
    const testCommands = has('rspec')
      ? [itemIn(manifest, inFolder(folder, 'bundle exec rspec'), null, /^[ \t]*gem\s+['"]rspec/m)]
      : files.has(rails)
        ? [itemOfFile(rails, inFolder(folder, 'bin/rails test'))]
        : [];
    return {
      ...knownFacts('ruby', gems, manifest),
      languages: [
        itemIn(
          manifest,
          'Ruby',
          plainVersion(/^[ \t]*ruby\s+['"]([^'"]+)['"]/m.exec(text)?.[1] ?? null),
          /^[ \t]*ruby\s/m,
        ),
      ],
      testCommands,
    };
  },
};

function inFolder(folder: string, command: string): string {
  return folder === '' ? command : `(cd ${folder} && ${command})`;
}
