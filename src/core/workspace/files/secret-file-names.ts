import { maskSecrets, withoutSecrets } from '../../secrets/mask-secrets';
import type { ExcludedFile } from '../context';
import type { FileTable } from './file-table';

/** No secret is recognised without so long a run of characters; few file names have one. */
const shortest = 16;
const couldHoldSecret = new RegExp(`[\\w+-]{${shortest}}`);

function isSuspect(text: string): boolean {
  return text.length >= shortest && couldHoldSecret.test(text);
}

export interface NamedFiles {
  readonly files: readonly string[];
  readonly excluded: readonly ExcludedFile[];
}

/** Files whose names may be told; the others are listed under a name without the secret. */
export function withoutSecretFileNames(table: FileTable): NamedFiles {
  const files = table.paths;
  const inFolder = table.within(isSuspect);
  const ofName = table.ofNames(isSuspect);
  if (inFolder === null && !ofName.includes(true)) return { files, excluded: [] };
  const suspects = table.either(
    (folder) => inFolder?.[folder] === true,
    (name) => ofName[name] === true,
  );
  // One text for all: a search has a price of its own, and a workspace may name thousands of files by hashes.
  const { secrets } = maskSecrets(suspects.join('\n'));
  if (secrets.length === 0) return { files, excluded: [] };
  const found = new Map(secrets.map(({ line, kind }) => [suspects[line - 1] ?? '', kind]));
  return {
    files: files.filter((path) => !found.has(path)),
    excluded: [...found].map(([path, kind]) => ({
      path: withoutSecrets(path),
      reason: `Its name holds a secret (${kind})`,
      cause: 'withheld',
    })),
  };
}
