import * as v from 'valibot';
import type { FileSystem } from '../ports/file-system';
import { joinPath } from '../text/path';
import { ToolError } from './agent-tool';

/** An argument that names a file of the workspace. */
export function pathArgument(description: string): v.GenericSchema<string> {
  return v.pipe(v.string(), v.minLength(1, 'A path is needed'), v.description(description));
}

/**
 * The file that an agent named. Agents repeat what documents say, so nothing outside of the workspace is ever read for
 * them, links included.
 *
 * @returns its path relative to the root
 * @throws ToolError where it lies outside, is no file or is not there
 */
export async function namedFile(files: Pick<FileSystem, 'stat'>, path: string): Promise<string> {
  const inside = joinPath('', path);
  if (inside === null)
    throw new ToolError(`${path} is not inside of the workspace. Name a file relative to its root.`);
  const stat = await files.stat(inside).catch(() => undefined);
  if (stat === undefined)
    throw new ToolError(`There is no ${inside}. Paths are relative to the root of the workspace.`);
  if (stat.type !== 'file') throw new ToolError(`${inside} is not a file. Name a document.`);
  return inside;
}
