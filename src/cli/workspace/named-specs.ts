import picomatch from 'picomatch';
import { receiptPath } from '../../core/spec/receipt-path';
import { frontMatterNamesSpec } from '../../core/spec/front-matter-names-spec';
import { CliFailure } from '../failure';
import { fromHere, inWorkspace, type CliWorkspace } from './workspace';

const markdown = /\.(?:md|markdown)$/i;
/** Front matter that is longer than this, in bytes, is not looked at. */
const mostHead = 16_000;

/**
 * The specs that arguments name: files as they are; folders, for the specs in them (see {@link specsBelow}); globs, for every Markdown file that matches. In the order of the arguments, each once.
 *
 * @param specGlobs globs relative to the workspace that tell which files are specs
 * @returns paths relative to the current folder
 * @throws CliFailure where a folder or a glob leads to no spec
 */
export async function namedSpecs(
  workspace: CliWorkspace,
  args: readonly string[],
  specGlobs: readonly string[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const arg of args) {
    const path = inWorkspace(workspace, arg).replace(/\/$/, '');
    const stat = await workspace.files.stat(path).catch(() => undefined);
    if (stat?.type === 'directory') {
      const specs = await specsBelow(workspace, path, specGlobs);
      if (specs.length === 0)
        throw new CliFailure(
          `${arg} has no spec: none with a receipt, none whose front matter says so, none that .tech-spec/config.yaml names under specs. Name files or a glob.`,
        );
      for (const spec of specs) found.add(fromHere(workspace, spec));
    } else if (stat === undefined && picomatch.scan(arg).isGlob) {
      const matches = picomatch(path, { dot: true });
      const files = (await workspace.listing()).files.filter((file) => markdown.test(file) && matches(file));
      if (files.length === 0) throw new CliFailure(`${arg} matches no Markdown file of the workspace.`);
      for (const file of files) found.add(fromHere(workspace, file));
    } else found.add(arg);
  }
  return [...found];
}

/**
 * The specs of a folder: those with a receipt, those whose front matter says that they are one, as `import` writes it, and
 * those that the team names. Paths are relative to the root.
 */
export async function specsBelow(
  workspace: CliWorkspace,
  folder: string,
  specGlobs: readonly string[],
): Promise<readonly string[]> {
  const { files } = await workspace.listing();
  const all = new Set(files);
  const matches = specGlobs.length === 0 ? () => false : picomatch([...specGlobs], { dot: true });
  const found: string[] = [];
  for (const file of files) {
    if (!markdown.test(file) || !(folder === '' || file.startsWith(`${folder}/`))) continue;
    if (all.has(receiptPath(file)) || matches(file) || (await saysSpec(workspace, file))) found.push(file);
  }
  return found;
}

/** A file that cannot be read says nothing. */
async function saysSpec({ files }: CliWorkspace, file: string): Promise<boolean> {
  const bytes = await files.readFile(file).catch(() => null);
  return bytes !== null && frontMatterNamesSpec(new TextDecoder().decode(bytes.subarray(0, mostHead)));
}
