import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { fileName } from '../../text/path';
import { lineFinder } from '../../text/line-finder';
import type { ProjectName } from '../project-index';

/** Texts in quotes that name something: `INVITE_TTL`, `invites.ttl`, `invite:created`, `/api`, not sentences. */
const literal =
  /(?<quote>["'`])(?:\$\{)?(?<text>[A-Z][A-Z\d]*(?:_[A-Z\d]+)+|[A-Za-z][\w-]*(?:[.:/][\w{}-]+)+|[a-z]\w*(?:-\w+)+)(?::[^"'`\n]{0,80})?\}?\k<quote>/gu;
/** A symbol of Ruby or Elixir, an attribute or a property in capitals: `:invite_created`, `env.INVITE_TTL`, `INVITE_TTL: z.string()`. */
const bare =
  /(?:(?:process\.env|import\.meta\.env|\benv)\.|^[ \t]*)(?<text>[A-Z][A-Z\d]*(?:_[A-Z\d]+)+)(?=\s*[?]?[:=]|\b)/gmu;
/** Tables that models are mapped to. */
const mapped =
  /(?:@Entity\(\s*(?:\{\s*name:\s*)?|__tablename__\s*=\s*|@Table\(\s*(?:name\s*=\s*)?|\[Table\(\s*|\bdb_table\s*=\s*|\bself\.table_name\s*=\s*|\$table\s*=\s*|\bTableName\(\)\s*string\s*\{\s*return\s+)(?<quote>["'`])(?<text>\w+)\k<quote>/gu;
const testTitle =
  /(?:^|[\s.])(?:it|test|describe|specify|context|scenario|should)(?:\.\w+)*(?:\([^()]*\))?[\s(]+(?<quote>["'`])(?<text>(?:\\.|(?!\k<quote>)[^\\\n]){1,200})\k<quote>/gu;
const settingsFile =
  /^(?:\.env[.-](?:example|sample|template|dist|defaults?|test|ci)|env\.example|example\.env|application(?:[.-][\w-]+)?\.(?:ya?ml|properties)|bootstrap\.ya?ml|appsettings(?:\.\w+)?\.json|(?:docker-)?compose(?:[.-]\w+)?\.ya?ml|values(?:[.-]\w+)?\.ya?ml|config(?:uration)?(?:[.-]\w+)?\.(?:ya?ml|toml|json|ini|properties)|settings(?:[.-]\w+)?\.(?:ya?ml|toml|json|ini)|default\.(?:ya?ml|json))$/iu;
const settingsFolder =
  /(?:^|\/)(?:config|configs|conf|settings)\/[^/]+\.(?:ya?ml|toml|json|ini|properties|env)$/iu;
/** A file with more is data. */
const mostNames = 600;
const deepestKey = 8;

/** Whether a file, which is no code, holds settings whose names are read; never their values. */
export function namesSettings(path: string): boolean {
  return settingsFile.test(fileName(path)) || settingsFolder.test(path);
}

/** Names that a file holds as text: settings it reads, events it sends, titles of its tests; each once, values left out. */
export function findNames(
  path: string,
  text: string,
  { isTest, isCode }: { readonly isTest: boolean; readonly isCode: boolean },
): readonly ProjectName[] {
  if (!isCode) return namesSettings(path) ? keysOf(path, text) : [];
  if (path.endsWith('.sql')) return [];
  const lineOf = lineFinder(text);
  const found = new Map<string, ProjectName>();
  const add = (kind: ProjectName['kind'], name: string, offset: number): void => {
    const key = `${kind} ${name}`;
    if (!found.has(key) && found.size < mostNames)
      found.set(key, { kind, text: name, path, line: lineOf(offset) });
  };
  if (isTest)
    for (const match of text.matchAll(testTitle)) add('test', match.groups?.['text'] ?? '', match.index + 1);
  for (const match of text.matchAll(literal)) add('literal', match.groups?.['text'] ?? '', match.index);
  for (const match of text.matchAll(mapped)) add('literal', match.groups?.['text'] ?? '', match.index);
  for (const match of text.matchAll(bare)) add('literal', match.groups?.['text'] ?? '', match.index);
  return [...found.values()];
}

function keysOf(path: string, text: string): readonly ProjectName[] {
  return /\.(?:ya?ml|json)$/iu.test(path) ? keysOfTree(path, text) : keysOnLines(path, text);
}

function keysOnLines(path: string, text: string): readonly ProjectName[] {
  const names: ProjectName[] = [];
  let table = '';
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const heading = /^\s*\[+([\w.-]+)\]+/u.exec(line)?.[1];
    if (heading !== undefined) table = `${heading}.`;
    const key = /^\s*(?:#\s*)?(?:export\s+)?([A-Za-z][\w.-]*)\s*[=:]/u.exec(line)?.[1];
    if (key !== undefined && names.length < mostNames)
      names.push({ kind: 'key', text: table + key, path, line: index + 1 });
  }
  return names;
}

function keysOfTree(path: string, text: string): readonly ProjectName[] {
  const lines = new LineCounter();
  const { contents } = parseDocument(text.replace(/^\uFEFF/u, ' '), {
    lineCounter: lines,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const names: ProjectName[] = [];
  const visit = (map: YAMLMap, above: string): void => {
    for (const { key, value } of map.items) {
      if (!isScalar(key) || names.length >= mostNames) continue;
      const name = above + String(key.value);
      names.push({ kind: 'key', text: name, path, line: lines.linePos(key.range?.[0] ?? 0).line });
      if (isMap(value) && name.split('.').length < deepestKey) visit(value, `${name}.`);
    }
  };
  if (isMap(contents)) visit(contents, '');
  // Files of containers list variables as text: `- INVITE_TTL=72`.
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const variable = /(?:^|[\s"'{$-])([A-Z][A-Z\d]*(?:_[A-Z\d]+)+)(?=[=:}"'\s]|$)/u.exec(line)?.[1];
    if (variable !== undefined) names.push({ kind: 'key', text: variable, path, line: index + 1 });
  }
  return names;
}
