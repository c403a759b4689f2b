import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Option } from 'commander';
import { importFormats, type ImportFormat } from '../../core/import/import-format';
import { importPath, importSpec } from '../../core/import/import-spec';
import {
  mostDocuments,
  readDocuments,
  type FoundDocuments,
  type UnreadDocuments,
} from '../../core/import/read-documents';
import { parseSpec } from '../../core/spec/parse-spec';
import { CliFailure, exitCode } from '../failure';
import { NodeFileSystem } from '../workspace/node-files';
import { formatOption, workspaceOption, type AddCommand } from '../options';
import { count, printJson, printLines, type Format } from '../output';
import { fromHere, inWorkspace, openWorkspace, type CliWorkspace } from '../workspace/workspace';
import { writeFiles } from '../writing/write-files';

interface ImportCommandOptions {
  readonly from?: string;
  readonly out?: string;
  readonly force: boolean;
  readonly format: Format;
  readonly workspace: string;
}

/** `import PATH`: documents of another workflow as one spec. */
export const addImport: AddCommand = (program, terminal, done) => {
  program
    .command('import')
    .description('make one spec of the documents of another workflow; these stay as they are')
    .argument(
      '<path>',
      'folder with the documents of one feature or change, or a single document, such as our JSON',
    )
    .addOption(
      new Option('--from <format>', 'which workflow; told from the names of the files when left out').choices(
        importFormats.map(({ id }) => id),
      ),
    )
    .option('--out <file>', 'where the spec goes; tech-specs/<name>.md of the workspace when left out')
    .option('--force', 'replace a spec that is there', false)
    .addOption(workspaceOption())
    .addOption(formatOption())
    .action(async (path: string, options: ImportCommandOptions) => {
      const workspace = await openWorkspace(terminal, options.workspace);
      const format = importFormats.find(({ id }) => id === options.from) ?? null;
      const found = await documentsAt(workspace, path);
      const out =
        options.out === undefined
          ? importPath(found.folder, found.documents)
          : inWorkspace(workspace, options.out);
      const spec = importSpec({ ...found, format, out });
      if (spec === null) throw new CliFailure(`${path} has no documents. ${namesOf(format)}`);
      if (spec.format === null && !spec.restored)
        throw new CliFailure(
          path.endsWith('.json')
            ? `${path} is no JSON that tech-spec export made, or it was damaged.`
            : `${path} is of no workflow that is known by its files. ${namesOf(null)} Name it with --from.`,
        );
      const target = resolve(workspace.root, out);
      const shown = options.out ?? fromHere(workspace, out);
      await writeFiles(
        dirname(target),
        [{ path: basename(target), text: spec.text }],
        () => shown,
        options.force,
      );
      const { tasks, openQuestions } = parseSpec(spec.text);
      const ticked = tasks.filter((task) => task.done === true).length;
      done(exitCode.fine);
      if (options.format === 'json')
        printJson(terminal, {
          ...{ path: shown, from: spec.format?.id ?? null, restored: spec.restored },
          ...{ tasks: tasks.length, done: ticked, openQuestions: openQuestions.length },
        });
      else
        printLines(terminal, [
          `${shown}: ${count(tasks.length, 'task')} (${ticked} done), ${count(openQuestions.length, 'open question')}; tech-spec check ${shown} tells what it lacks`,
        ]);
    });
};

function namesOf(format: ImportFormat | null): string {
  const names = format === null ? importFormats.map((one) => one.name).join(', ') : format.name;
  return `Name the folder of one spec of ${names}.`;
}

/** @throws CliFailure where the path is not there, or is no spec by its size */
async function documentsAt(
  workspace: CliWorkspace,
  shown: string,
): Promise<FoundDocuments & { readonly folder: string | null }> {
  const path = resolve(workspace.terminal.folder, shown);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new CliFailure(`${shown}: there is no such file or folder. Check the path.`);
  const folder = found.isDirectory() ? path : dirname(path);
  const inside = relative(workspace.root, folder).split(sep).join('/');
  const place = inside === '..' || inside.startsWith('../') ? null : inside;
  const only = found.isDirectory() ? null : basename(path);
  const read = await readDocuments(new NodeFileSystem(folder), place, only);
  if ('problem' in read) throw new CliFailure(unread(shown, read));
  return { ...read, folder: place };
}

function unread(shown: string, { problem, name }: UnreadDocuments): string {
  switch (problem) {
    case 'too-many':
      return `${shown} has more than ${mostDocuments} documents. ${namesOf(null)}`;
    case 'too-large':
      return `${name} is larger than 1 MB. Move it out of the folder.`;
    case 'unreadable':
      return `${join(shown, name)} cannot be read. Check its permissions.`;
  }
}
