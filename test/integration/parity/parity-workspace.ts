import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { runCommandLine } from '../../../src/cli/run-command-line';
import { readFixtures, type Fixture } from '../../defects/fixture';
import { printedFile, type Printed } from './printed';

/** Where things lie on this machine. */
export interface ParityPlaces {
  /** Folder to make the workspace in. */
  readonly root: string;
  /** Folder of the fixtures of the seeded defects. */
  readonly fixtures: string;
  /** Folder of specs that are no part of the repository; it need not be there. */
  readonly corpus: string;
  /** Copies the example workspace to a folder. */
  readonly copyExample: (target: string) => unknown;
}

/** A folder of the workspace, and paths of its specs. */
interface ParityFolder {
  readonly name: string;
  readonly specs: readonly string[];
}

/** The shorter of the example's sources: drafts of it are made and checked in half the time. */
const exampleSource = 'initiatives/member-query-fanout.md';

/**
 * Makes the folders whose specs the extension and the command line are compared on, and has the command line check them:
 * the example with its completed specs and drafts, the fixtures of the seeded defects, each with a twin that
 * has its defects, and the corpus of real specs where it is there. The command line runs in this process: one that is
 * started for each draft and each folder takes longer to start than to do its work.
 *
 * @returns absolute path of the `.code-workspace` that opens them all
 * @throws {Error} where the command line fails
 */
export async function makeParityWorkspace(places: ParityPlaces): Promise<string> {
  const { root } = places;
  mkdirSync(root, { recursive: true });
  const folders = [await makeExample(places), ...makeFixtures(places), ...copyCorpus(places)];
  const printed: Record<string, readonly Printed[]> = {};
  for (const { name, specs } of folders) {
    nameSpecs(join(root, name), specs);
    const { files } = await commandLine<{ readonly files: readonly Printed[] }>(join(root, name), [
      'check',
      ...specs,
    ]);
    printed[name] = files;
  }
  writeFileSync(join(root, printedFile), JSON.stringify(printed));
  const file = join(root, 'parity.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: folders.map(({ name }) => ({ path: name })) }));
  return file;
}

/**
 * A draft with each template, and the same as a spec that is approved: then every gap is an error,
 * and there is no receipt to tell the template.
 */
async function makeExample({ root, copyExample }: ParityPlaces): Promise<ParityFolder> {
  const name = 'invites';
  const workspace = join(root, name);
  copyExample(workspace);
  const { templates } = await commandLine<{ readonly templates: readonly { readonly id: string }[] }>(
    workspace,
    ['templates'],
  );
  for (const { id } of templates) {
    const draft = `tech-specs/drafts/${id}.md`;
    await commandLine(workspace, ['draft', exampleSource, '--template', id, '--out', draft]);
    const approved = readFileSync(join(workspace, draft), 'utf8').replace(
      /^(\*\*Status:\*\* ).*$/m,
      '$1Approved',
    );
    write(join(workspace, 'tech-specs', 'approved', basename(draft)), approved);
  }
  return { name, specs: markdownBelow(workspace, 'tech-specs') };
}

function makeFixtures({ root, fixtures }: ParityPlaces): readonly ParityFolder[] {
  return readFixtures(fixtures).map((fixture) => {
    const { name, files, spec } = fixture;
    const twin = spec.replace(/(?=\.md$)/, '-faulty');
    for (const [path, text] of Object.entries({ ...files, [twin]: faulty(fixture) }))
      write(join(root, name, path), text);
    return { name, specs: [spec, twin] };
  });
}

/** The spec with all of its fixture's defects that go together. */
function faulty({ files, spec, defects }: Fixture): string {
  return defects
    .flatMap(({ edits }) => edits)
    .filter(({ file = spec }) => file === spec)
    .reduce((text, { find, replace }) => {
      const [before = '', after, ...more] = find === undefined ? [] : text.split(find);
      return after === undefined || more.length > 0 ? text : before + replace + after;
    }, files[spec] ?? '');
}

function copyCorpus({ root, corpus }: ParityPlaces): readonly ParityFolder[] {
  if (!existsSync(corpus)) {
    console.warn(
      `SKIPPED: there is no ${corpus}; extension and command line are compared on our own specs only.`,
    );
    return [];
  }
  const name = 'corpus';
  // Of an empty file the command line says that it is empty, and checks nothing.
  const filter = (path: string): boolean => !path.endsWith('.md') || readFileSync(path, 'utf8').trim() !== '';
  cpSync(corpus, join(root, name), { recursive: true, filter });
  return [{ name, specs: markdownBelow(join(root, name), '.') }];
}

/** Paths relative to the workspace, in order. */
function markdownBelow(workspace: string, folder: string): readonly string[] {
  return readdirSync(join(workspace, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .sort();
}

function nameSpecs(workspace: string, specs: readonly string[]): void {
  const settings = { 'techSpec.specs.include': specs };
  write(join(workspace, '.vscode', 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What a command prints as JSON; findings are no failure. */
async function commandLine<T>(folder: string, args: readonly string[]): Promise<T> {
  let out = '';
  let err = '';
  const code = await runCommandLine([...args, '--format', 'json'], {
    folder,
    environment: process.env,
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    onInterrupt: () => () => undefined,
  });
  if (code > 1) throw new Error(`tech-spec ${args.join(' ')} ended with ${code}: ${err}`);
  return JSON.parse(out) as T;
}
