import { mkdir, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ChangedText, Completion } from '../../core/life/complete';
import { CliFailure, errorCode } from '../failure';
import { replaceFile } from './replace-file';
import { fromHere, type CliWorkspace } from '../workspace/workspace';

type Place = Pick<CliWorkspace, 'root' | 'terminal'>;
type Move = Completion['moves'][number];

/**
 * Moves a spec among the completed ones and changes the texts that go with that. Moves first: where anything fails, texts and
 * moves before it are taken back.
 *
 * @throws CliFailure that says what failed, and what could not be taken back
 */
export async function carryOut(workspace: Place, { moves, texts }: Completion): Promise<void> {
  const at = (path: string): string => resolve(workspace.root, path);
  const moved: Move[] = [];
  const changed: ChangedText[] = [];
  const replace = async ({ path, before, after }: ChangedText): Promise<void> => {
    const now = placeOf(path, moves);
    await replaceFile(at(now), fromHere(workspace, now), before, after);
  };
  try {
    for (const move of moves) {
      await mkdir(dirname(at(move.to)), { recursive: true });
      await rename(at(move.from), at(move.to));
      moved.push(move);
    }
    for (const text of texts) {
      await replace(text);
      changed.push(text);
    }
  } catch (error) {
    const left: string[] = [];
    for (const { path, before, after } of changed.reverse())
      await replace({ path, before: after, after: before }).catch(() => left.push(placeOf(path, moves)));
    for (const { from, to } of moved.reverse()) await rename(at(to), at(from)).catch(() => left.push(to));
    const why = CliFailure.is(error)
      ? error.message
      : `The spec cannot be moved (${errorCode(error)}). Check the permissions.`;
    throw new CliFailure(
      left.length === 0
        ? `${why} Nothing was moved or changed.`
        : `${why} Some of it could not be taken back: ${left.map((path) => fromHere(workspace, path)).join(', ')}.`,
    );
  }
}

/** Where a file lies after the moves, some of which are of folders. */
function placeOf(path: string, moves: readonly Move[]): string {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}
