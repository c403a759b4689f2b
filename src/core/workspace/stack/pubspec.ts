import { parse } from 'yaml';
import { stringAt, tableAt } from './data-path';
import type { Dependency } from './known-packages';
import { itemIn } from './evidence';
import { knownFacts, plainVersion } from './known-packages';
import type { ManifestReader } from './stack-facts';

/** `pubspec.yaml`. */
export const pubspec: ManifestReader = {
  names: ['pubspec.yaml'],
  read(manifest) {
    const { folder, text } = manifest;
    let data: unknown;
    try {
      data = parse(text);
    } catch {
      return {};
    }
    const packages = Object.entries({
      ...tableAt(data, 'dev_dependencies'),
      ...tableAt(data, 'dependencies'),
    }).map(([name, version]): Dependency => [name, typeof version === 'string' ? version : null]);
    const has = (name: string): boolean => packages.some(([item]) => item === name);
    const program = has('flutter') ? 'flutter' : 'dart';
    const hasTests = has('flutter_test') || has('test');
    const command = folder === '' ? `${program} test` : `(cd ${folder} && ${program} test)`;
    return {
      ...knownFacts('dart', packages, manifest),
      languages: [
        itemIn(manifest, 'Dart', plainVersion(stringAt(data, 'environment', 'sdk')), /^[ \t]+sdk:/m),
      ],
      testCommands: hasTests ? [itemIn(manifest, command, null, /^[ \t]+(?:flutter_test|test):/m)] : [],
    };
  },
};
