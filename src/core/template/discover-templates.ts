import picomatch from 'picomatch';
import type { Finding } from '../checks/finding';
import type { FileSystem } from '../ports/file-system';
import { maskSecrets } from '../secrets/mask-secrets';
import { fileName } from '../text/path';
import { readLanguagePack, type LanguagePack } from '../language/language-pack';
import { adoptPlainTemplate } from './adopt-plain-template';
import { normalText, parseTemplate, splitFrontMatter, type ParsedTemplate } from './parse-template';
import { readPlainSections, type PlainSections } from './plain-sections';
import type { Template, TemplateOrigin } from './template';

export interface DiscoveredTemplates {
  /** The workspace's own first; its ids win over built-in ones. */
  readonly templates: readonly Template[];
  /** Languages that they can be said in, besides English. */
  readonly languages: readonly LanguagePack[];
  /** Template files that are not usable, or usable with a warning. */
  readonly problems: readonly TemplateProblem[];
}

export interface TemplateProblem {
  readonly path: string;
  readonly findings: readonly Finding[];
}

const ownFolder = '.tech-spec/templates';
/** Built-in templates of the documents that workflows write. */
const artefactFolder = 'artefacts';
const languageFolder = 'languages';
const knownFiles = [
  'tasks/docs/_techspec-template.md',
  '_techspec-template.md',
  'docs/_techspec-template.md',
];
const isTeamTemplate = picomatch(['**/_techspec-template.md', '**/tech-spec-template.md'], { dot: true });
/** Glob of the files from which templates of a workspace are read, for whoever watches them. */
export const workspaceTemplates =
  '**/{.tech-spec/templates/**/*.{md,yaml,yml,json},*techspec-template*.md,tech-spec-template.md}';
const largest = 512 * 1024;

/**
 * Reads the built-in templates and those that the workspace brings: everything in `.tech-spec/templates/`, and team
 * templates found by their usual names. The languages of both are given to each of them. A file that can not be used is a problem with findings, never an exception.
 *
 * @param input.builtIn rooted at the product's `templates/` folder
 * @param input.workspace rooted at the workspace, or `null` without one
 * @param input.workspaceFiles all files of the workspace where they are known; else only usual places are looked at
 */
export async function discoverTemplates(input: {
  readonly builtIn: FileSystem;
  readonly workspace: FileSystem | null;
  readonly workspaceFiles?: readonly string[];
}): Promise<DiscoveredTemplates> {
  const partials = await readPartials(input.builtIn, 'partials', readOwnText);
  const vocabulary = readPlainSections(await readOwnText(input.builtIn, 'plain-sections.yaml'));
  const languages = await readLanguages(input.builtIn, input.workspace);
  const found: { readonly path: string; readonly parsed: ParsedTemplate }[] = [];

  if (input.workspace !== null) {
    const own = { ...partials, ...(await readPartials(input.workspace, `${ownFolder}/partials`, readText)) };
    for (const path of await workspacePaths(input.workspace, input.workspaceFiles)) {
      const origin: TemplateOrigin = { kind: 'workspace', path };
      found.push({ path, parsed: await load(input.workspace, path, origin, own, vocabulary) });
    }
  }
  const builtIn = [
    ...(await markdownIn(input.builtIn, '')),
    ...(await markdownIn(input.builtIn, artefactFolder)),
  ];
  for (const path of builtIn) {
    found.push({ path, parsed: await load(input.builtIn, path, { kind: 'built-in' }, partials, vocabulary) });
  }

  const templates = new Map<string, Template>();
  const problems: TemplateProblem[] = [...languages.problems];
  for (const { path, parsed } of found) {
    const template = parsed.template === null ? null : { ...parsed.template, languages: languages.packs };
    const earlier = template === null ? undefined : templates.get(template.id);
    const isTwin = earlier?.origin.kind === 'workspace' && template?.origin.kind === 'workspace';
    const findings = [
      ...parsed.findings,
      ...(isTwin
        ? [problem('Another template of the workspace has the id {0}. Give this one its own.', [earlier.id])]
        : []),
    ];
    if (template !== null && earlier === undefined) templates.set(template.id, template);
    if (findings.length > 0) problems.push({ path, findings });
  }
  return { templates: [...templates.values()], languages: languages.packs, problems };
}

/** The languages of the product, and those of the workspace, whose phrases win. */
async function readLanguages(
  builtIn: FileSystem,
  workspace: FileSystem | null,
): Promise<{ readonly packs: readonly LanguagePack[]; readonly problems: readonly TemplateProblem[] }> {
  const packs = new Map<string, LanguagePack>();
  const problems: TemplateProblem[] = [];
  for (const [files, folder, readFile] of [
    [builtIn, languageFolder, readOwnText],
    ...(workspace === null ? [] : [[workspace, `${ownFolder}/${languageFolder}`, readText] as const]),
  ] as const) {
    for (const path of await filesIn(files, folder, /\.(?:ya?ml|json)$/u)) {
      const read = readLanguagePack(await readFile(files, path).catch(() => ''));
      if ('problems' in read) {
        const findings = read.problems.map(({ line, message, args }) => ({
          ...problem(message, args),
          ...{ line, endLine: line },
        }));
        problems.push({ path, findings });
        continue;
      }
      const { pack } = read;
      const earlier = packs.get(pack.id)?.phrases ?? [];
      packs.set(pack.id, { ...pack, phrases: new Map([...earlier, ...pack.phrases]) });
    }
  }
  return { packs: [...packs.values()], problems };
}

async function load(
  files: FileSystem,
  path: string,
  origin: TemplateOrigin,
  partials: Readonly<Record<string, string>>,
  vocabulary: PlainSections,
): Promise<ParsedTemplate> {
  let text: string;
  try {
    const bytes = await files.readFile(path);
    if (bytes.length > largest) {
      return {
        template: null,
        findings: [problem('The template is larger than {0} KB. Split it.', [String(largest / 1024)])],
      };
    }
    text = normalText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return {
      template: null,
      findings: [problem('The template cannot be read as UTF-8 text. Save it as UTF-8.', [])],
    };
  }
  if (text.trim() === '') {
    return {
      template: null,
      findings: [problem('The template is empty. Give it front matter and headings, or delete it.', [])],
    };
  }
  const isPlain = origin.kind === 'workspace' && !hasTemplateFields(text);
  return isPlain
    ? adoptPlainTemplate({ path, text: splitFrontMatter(text)?.body ?? text, origin, partials, vocabulary })
    : parseTemplate({ path, text, origin, partials });
}

/** Front matter of another tool does not make a file a template of ours. */
function hasTemplateFields(text: string): boolean {
  const yaml = splitFrontMatter(text)?.yaml ?? '';
  return /^(?:id|covers|statuses|output)\s*:/m.test(yaml);
}

async function workspacePaths(
  files: FileSystem,
  all: readonly string[] | undefined,
): Promise<readonly string[]> {
  const own = await markdownIn(files, ownFolder);
  const usual = await Promise.all(
    knownFiles.map(async (path) =>
      (await files.stat(path).catch(() => undefined))?.type === 'file' ? [path] : [],
    ),
  );
  const listed = (all ?? []).filter((path) => isTeamTemplate(path) && !path.startsWith(`${ownFolder}/`));
  return [...new Set([...own, ...usual.flat(), ...[...listed].sort()])];
}

function markdownIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  return filesIn(files, folder, /\.md$/u);
}

async function filesIn(files: FileSystem, folder: string, named: RegExp): Promise<readonly string[]> {
  const entries = await files.readDirectory(folder).catch(() => []);
  return entries
    .filter(({ name, type }) => type === 'file' && named.test(name))
    .map(({ name }) => (folder === '' ? name : `${folder}/${name}`))
    .sort();
}

async function readPartials(
  files: FileSystem,
  folder: string,
  read: typeof readText,
): Promise<Readonly<Record<string, string>>> {
  const paths = await markdownIn(files, folder);
  const texts = await Promise.all(
    paths.map(async (path) => normalText(await read(files, path).catch(() => ''))),
  );
  return Object.fromEntries(
    paths.map((path, index) => [fileName(path).replace(/\.md$/, ''), texts[index] ?? '']),
  );
}

/** Text of a file of the workspace. Secrets are taken out, offsets kept: a template becomes part of prompts and specs. */
async function readText(files: FileSystem, path: string): Promise<string> {
  return maskSecrets(await readOwnText(files, path), 'same').text;
}

/** Text of a file of the product, which holds no secrets. */
async function readOwnText(files: FileSystem, path: string): Promise<string> {
  return new TextDecoder().decode(await files.readFile(path));
}

function problem(message: string, args: readonly string[]): Finding {
  return {
    check: 'template',
    severity: 'error',
    message,
    args,
    fixable: false,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
  };
}
