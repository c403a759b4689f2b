import { readScripts } from '../../project/scripts';
import type { ManifestReader } from './stack-facts';

const testTask = /^tests?$/;

/** Files of a task runner (`Makefile`, `justfile`, `Taskfile.yml`): only whether a task runs the tests. */
export const taskFile: ManifestReader = {
  names: [
    'Makefile',
    'GNUmakefile',
    'justfile',
    'Justfile',
    'Taskfile.yml',
    'Taskfile.yaml',
    'taskfile.yml',
    'taskfile.yaml',
  ],
  read({ path, folder, text }) {
    const task = readScripts(path, text).find(({ name }) => testTask.test(name));
    if (task === undefined) return {};
    const place = folder === '' ? '' : (elsewhere[task.runner]?.(folder, path) ?? '');
    return {
      testCommands: [
        { name: `${task.runner}${place} ${task.name}`, version: null, evidence: path, line: task.line },
      ],
    };
  },
};

/** How each runner is told of another folder. */
const elsewhere: Readonly<Record<string, (folder: string, path: string) => string>> = {
  make: (folder) => ` -C ${folder}`,
  just: (folder, path) => ` -d ${folder} -f ${path}`,
  task: (folder) => ` -d ${folder}`,
};
