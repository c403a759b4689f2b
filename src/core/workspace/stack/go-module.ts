import type { Dependency } from './known-packages';
import { itemIn } from './evidence';
import { knownFacts } from './known-packages';
import type { ManifestReader } from './stack-facts';

const required = /^\s*(?:require\s+)?([\w.~-]+\.[\w.~-]+\/\S+)\s+(v\S+)(?:\s*\/\/\s*(indirect))?/;

/** `go.mod`: the language version and the direct requirements. */
export const goModule: ManifestReader = {
  names: ['go.mod'],
  read(manifest) {
    const { folder, text } = manifest;
    const version = /^go\s+(\d\S*)/m.exec(text)?.[1] ?? null;
    const dependencies: Dependency[] = [];
    for (const line of text.split('\n')) {
      const match = required.exec(line);
      if (match?.[1] !== undefined && match[3] === undefined) dependencies.push([match[1], match[2] ?? null]);
    }
    const command = folder === '' ? 'go test ./...' : `go -C ${folder} test ./...`;
    return {
      ...knownFacts('go', dependencies, manifest),
      languages: [itemIn(manifest, 'Go', version, /^go\s+\d/m)],
      testCommands: [itemIn(manifest, command, null, /^module\b/m)],
    };
  },
};
