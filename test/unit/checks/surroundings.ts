import { readSurroundings, type Surroundings } from '../../../src/core/checks/surroundings';
import { InMemoryFiles } from '../in-memory-files';

/** The day on which the tests check. */
export const today = '2026-03-02';

/**
 * What lies around a spec in a workspace of these files, read as the product reads it.
 *
 * @param spec path of the spec that is checked
 */
export function surroundingsOf(
  files: Readonly<Record<string, string>>,
  spec = 'tech-specs/spec.md',
): Promise<Surroundings> {
  return readSurroundings(
    { files: new InMemoryFiles(files), git: { read: () => Promise.resolve(null) } },
    { spec, today },
  );
}
