import { itemIn } from './evidence';
import { plainVersion, knownFacts, type Dependency } from './known-packages';
import type { ManifestReader } from './stack-facts';

/** `mix.exs`. */
export const mixProject: ManifestReader = {
  names: ['mix.exs'],
  read(manifest) {
    const { folder, text } = manifest;
    const packages = [...text.matchAll(/\{\s*:(\w+)\s*,\s*"([^"]+)"/g)].map((match): Dependency => [
      match[1] ?? '',
      match[2] ?? null,
    ]);
    return {
      ...knownFacts('elixir', packages, manifest),
      languages: [
        itemIn(
          manifest,
          'Elixir',
          plainVersion(/elixir:\s*"([^"]+)"/.exec(text)?.[1] ?? null),
          /elixir:\s*"/,
        ),
      ],
      testCommands: [
        itemIn(
          manifest,
          folder === '' ? 'mix test' : `(cd ${folder} && mix test)`,
          null,
          /use\s+Mix\.Project/,
        ),
      ],
    };
  },
};
