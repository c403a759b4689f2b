import { filePlan } from '../spec/file-plan';
import type { SpecDocument } from '../spec/spec-document';
import type { PromisedFile } from './promise';

/** Files that tasks and tables create, change or delete. */
export function promisedFiles(spec: SpecDocument): readonly PromisedFile[] {
  return filePlan(spec).flatMap(({ path, action, section, line, column, endLine, endColumn }) =>
    action === 'mention'
      ? []
      : [{ path, action, section, names: [], files: [path], line, column, endLine, endColumn }],
  );
}
