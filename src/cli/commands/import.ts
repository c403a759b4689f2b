import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Option } from 'commander';
import { importFormats, type ImportedDocument, type ImportFormat } from '../../core/import/import-format';
import { importPath, importSpec } from '../../core/import/import-spec';
import { decodeSource } from '../../core/source/decode-source';
import { parseSpec } from '../../core/spec/parse-spec';
import { CliFailure, exitCode } from '../failure';
import { formatOption, workspaceOption, type AddCommand } from '../options';
import { count, printJson, printLines, type Format } from '../output';
import { fromHere, inWorkspace, openWorkspace, type CliWorkspace } from '../workspace';
import { writeFiles } from '../write-files';

interface ImportCommandOptions {
  readonly from?: string;
  readonly out?: string;
  readonly force: boolean;
  readonly format: Format;
  readonly workspace: string;
}

const textFile = /\.(?:md|markdown|txt|ya?ml|json|graphql|proto|sql|ts|d\.ts)$/i;
/** More files than this are no spec. */
const mostFiles = 200;
const mostDepth = 4;
const largestFile = 1_000_000;

/** `import PATH`: documents of another workflow as one spec. */
export const addImport: AddCommand = (program, terminal, done) => {
  program
    .command('import')
    .description('make one spec of the documents of another workflow; these stay as they are')
    .argument('<path>', 'folder with the documents of one feature or change, or a single document')
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
      const found = await readDocuments(workspace, path);
      const out =
        options.out === undefined
          ? importPath(found.folder, found.documents)
          : inWorkspace(workspace, options.out);
      const spec = importSpec({ ...found, format, out });
      if (spec === null) throw new CliFailure(`${path} has no documents. ${namesOf(format)}`);
      if (spec.format === null && !spec.restored)
        throw new CliFailure(
          `${path} is of no workflow that is known by its files. ${namesOf(null)} Name it with --from.`,
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

interface FoundDocuments {
  readonly documents: readonly ImportedDocument[];
  readonly names: readonly string[];
  readonly folder: string | null;
}

/** @throws CliFailure where the path is not there, or is no spec by its size */
async function readDocuments(workspace: CliWorkspace, shown: string): Promise<FoundDocuments> {
  const path = resolve(workspace.terminal.folder, shown);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new CliFailure(`${shown}: there is no such file or folder. Check the path.`);
  const folder = found.isDirectory() ? path : dirname(path);
  const names = found.isDirectory() ? await namesBelow(folder, '', 0) : [basename(path)];
  if (names.length > mostFiles)
    throw new CliFailure(`${shown} has more than ${mostFiles} documents. ${namesOf(null)}`);
  const inside = relative(workspace.root, folder).split(sep).join('/');
  const place = inside === '..' || inside.startsWith('../') ? null : inside;
  const documents: ImportedDocument[] = [];
  for (const name of names) {
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (bytes === null) throw new CliFailure(`${join(shown, name)} can not be read. Check its permissions.`);
    if (bytes.byteLength > largestFile)
      throw new CliFailure(`${name} is larger than 1 MB. Move it out of the folder.`);
    documents.push({
      path: place === null ? name : [place, name].filter((part) => part !== '').join('/'),
      text: textOf(name, bytes),
    });
  }
  const kept = documents.flatMap(({ text }, index) => (text.trim() === '' ? [] : [index]));
  return {
    documents: kept.flatMap((index) => documents[index] ?? []),
    names: kept.flatMap((index) => names[index] ?? []),
    folder: place,
  };
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return decodeSource(name, bytes);
  } catch {
    // Empty or binary: nothing of a spec.
    return '';
  }
}

/** Files of text below a folder, sorted; links are not followed. */
async function namesBelow(folder: string, within: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(join(folder, within), { withFileTypes: true });
  const names: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isFile() && textFile.test(entry.name)) names.push(name);
    else if (entry.isDirectory() && depth < mostDepth && !entry.name.startsWith('.'))
      names.push(...(await namesBelow(folder, name, depth + 1)));
    if (names.length > mostFiles) break;
  }
  return names;
}
