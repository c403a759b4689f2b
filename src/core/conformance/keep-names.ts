import { nameIndex } from '../checks/grounding/name-index';
import { workspacePaths } from '../checks/grounding/workspace-paths';
import type { ProjectIndex } from '../project/project-index';
import { deviation, shownAt, type Deviation, type DeviationKind } from './deviation';
import type { PromisedName } from './promise';

interface Named {
  readonly text: string;
  readonly path: string;
  readonly line: number;
}

type Place = Pick<Named, 'path' | 'line'>;

const ofSettings = /config|setting|propert|env|option/iu;
/** Languages whose frameworks bind settings to the fields of a class by their names. */
const boundByName = /\.(?:py|java|kt|cs|scala)$/u;
/** Words of a name that stands behind a prefix which is said elsewhere. */
const fewestLetters = 8;

/** Settings that nothing reads. */
export function* keepSettings(settings: readonly PromisedName[], project: ProjectIndex): Iterable<Deviation> {
  if (settings.length === 0) return;
  const { names = [], symbols } = project;
  if (names.length === 0) return;
  const keys = new Set(names.filter(({ kind }) => kind !== 'test').map(({ text }) => keyOf(text)));
  const fields = symbols.filter(
    ({ kind, path, container }) =>
      kind === 'property' && boundByName.test(path) && ofSettings.test(`${path} ${container ?? ''}`),
  );
  const tails = [
    ...fields.map(({ name }) => keyOf(name)),
    // `env:"TTL_HOURS"` behind a prefix, `ttl-hours` below a key
    ...names
      .filter(({ text, path }) => ofSettings.test(path) && /[_.-]/u.test(text))
      .map(({ text }) => keyOf(text)),
  ].filter((tail) => tail.length >= fewestLetters);
  for (const setting of settings) {
    const key = keyOf(setting.name);
    if (keys.has(key) || tails.some((tail) => key.endsWith(tail))) continue;
    // A key that a file nests: its last part, below one that is there.
    const similar = likeNamed(
      setting.name,
      names.filter(({ kind, text }) => kind !== 'test' && sameStyle(text, setting.name)),
    );
    yield missing('config', setting, similar, [
      'Nothing reads the setting {0}.',
      'Nothing reads the setting {0}: it may be {1} ({2}).',
    ]);
  }
}

/** Events that nothing sends or receives. */
export function* keepEvents(events: readonly PromisedName[], project: ProjectIndex): Iterable<Deviation> {
  if (events.length === 0) return;
  const { names = [], symbols } = project;
  if (names.length === 0) return;
  const keys = new Set([...names.map(({ text }) => keyOf(text)), ...symbols.map(({ name }) => keyOf(name))]);
  for (const event of events) {
    const key = keyOf(event.name.replace(/\{[^{}]*\}/gu, ''));
    if (keys.has(key) || keys.has(`${key}event`) || keys.has(`event${key}`)) continue;
    const similar = likeNamed(
      event.name,
      names.filter(({ text }) => sameStyle(text, event.name)),
    );
    yield missing('event', event, similar, [
      'The code does not name the event {0}.',
      'The code does not name the event {0}: it may be {1} ({2}).',
    ]);
  }
}

/** Scripts and targets that no manifest has. */
export function* keepScripts(scripts: readonly PromisedName[], project: ProjectIndex): Iterable<Deviation> {
  const told = new Set<string>();
  const isPartial = project.files.some((path) => path.endsWith('.mk'));
  for (const script of scripts) {
    const { name, where } = script;
    const own = project.scripts.filter(({ runner }) => runner === where);
    const key = `${where} ${name}`;
    // Without any of its runner, the runner's file was not found, or it is a word of everyday use.
    if (own.length === 0 || own.some((one) => one.name === name) || told.has(key)) continue;
    if (where === 'make' && (isPartial || project.files.includes(name))) continue;
    told.add(key);
    const similar = likeNamed(
      name,
      own.map((one) => ({ text: one.name, path: one.path, line: one.line })),
    );
    yield missing('script', script, similar, [
      'No manifest has the script {0}.',
      'No manifest has the script {0}: it may be {1} ({2}).',
    ]);
  }
}

/** Tests that are not there, by name, title or file. */
export function* keepTests(
  tests: readonly PromisedName[],
  project: ProjectIndex,
  home: string | null,
): Iterable<Deviation> {
  if (tests.length === 0) return;
  const names = new Set(project.symbols.map(({ name }) => name));
  const titles = (project.names ?? []).filter(({ kind }) => kind === 'test');
  const said = new Set(titles.map(({ text }) => plain(text)));
  const told = new Set<string>();
  for (const test of tests) {
    const { name, where } = test;
    if (told.has(name)) continue;
    told.add(name);
    if (where === name) {
      const paths = workspacePaths(project);
      const found = paths.resolve(name, home);
      if (found.kind !== 'absent') continue;
      const similar = found.similar;
      yield missing('test', test, similar === null ? null : { text: similar, path: similar, line: 1 }, texts);
      continue;
    }
    if (names.has(name) || said.has(plain(name))) continue;
    if (where === '-run' && project.symbols.some((symbol) => symbol.name.startsWith(name))) continue;
    const isTitle = /\s/u.test(name);
    if (
      isTitle &&
      (titles.length === 0 ||
        titles.some(
          ({ text }) =>
            plain(text).includes(plain(name)) ||
            (plain(name).includes(plain(text)) && plain(text).includes(' ')),
        ))
    )
      continue;
    const pool = isTitle
      ? titles
      : project.symbols
          .filter((symbol) => /test|spec/iu.test(symbol.path))
          .map((symbol) => ({ text: symbol.name, path: symbol.path, line: symbol.line }));
    yield missing('test', test, likeNamed(name, pool), texts);
  }
}

const texts = ['There is no test {0}.', 'There is no test {0}: it may be {1} ({2}).'] as const;

/** Where a test is that was promised by name, title or file; `null` where there is none, or none that can be told. */
export function testPlace(
  { name, where }: PromisedName,
  project: ProjectIndex,
  home: string | null,
): Place | null {
  if (where === name) {
    const found = workspacePaths(project).resolve(name, home);
    return found.kind === 'exact' || found.kind === 'unique' ? { path: found.path, line: 1 } : null;
  }
  const titles = (project.names ?? []).filter(({ kind }) => kind === 'test');
  return (
    project.symbols.find((symbol) => symbol.name === name) ??
    titles.find(({ text }) => plain(text) === plain(name)) ??
    (where === '-run' ? project.symbols.find((symbol) => symbol.name.startsWith(name)) : undefined) ??
    (/\s/u.test(name) ? titles.find(({ text }) => plain(text).includes(plain(name))) : undefined) ??
    null
  );
}

/** Where a setting or an event is named, or `null`. */
export function namePlace({ name }: PromisedName, project: ProjectIndex): Place | null {
  const key = keyOf(name);
  return (project.names ?? []).find(({ kind, text }) => kind !== 'test' && keyOf(text) === key) ?? null;
}

/** Packages that no manifest names. */
export function* keepPackages(packages: readonly PromisedName[], project: ProjectIndex): Iterable<Deviation> {
  if (project.dependencies.length === 0) return;
  const keys = project.dependencies.map(({ name, path, line }) => ({ text: name, path, line }));
  const known = new Set(keys.map(({ text }) => packageKey(text)));
  const wanted = new Set(packages.map(({ name }) => packageKey(name)));
  const artifacts = new Set(keys.map(({ text }) => packageKey(text.split(/[:/]/u).at(-1) ?? text)));
  for (const one of packages) {
    const key = packageKey(one.name);
    const last = packageKey(one.name.split(/[:/]/u).at(-1) ?? '');
    if (
      known.has(key) ||
      artifacts.has(key) ||
      [...known].some((other) => other.endsWith(`/${key}`) || key.startsWith(`${other}/`))
    )
      continue;
    if (!one.name.startsWith('@') && /^v\d+$/u.test(last) && known.has(key.slice(0, key.lastIndexOf('/'))))
      continue;
    yield missing(
      'dependency',
      one,
      likeNamed(
        one.name,
        keys.filter(({ text }) => !wanted.has(packageKey(text))),
      ),
      ['No manifest has the package {0}.', 'No manifest has the package {0}: it may be {1} ({2}).'],
    );
  }
}

function missing(
  kind: DeviationKind,
  promise: PromisedName,
  similar: Named | null,
  [alone, besides]: readonly [string, string],
): Deviation {
  return similar === null
    ? deviation(kind, promise, alone, [promise.name], null)
    : deviation(kind, promise, besides, [promise.name, similar.text, shownAt(similar)], similar);
}

/** One that is a slip away, or shares most of its words. */
function likeNamed(name: string, pool: readonly Named[]): Named | null {
  const near = nameIndex(pool.map(({ text }) => text)).nearest(name);
  const direct = pool.find(({ text }) => text === near);
  if (direct !== undefined) return direct;
  const words = wordsOf(name);
  return (
    pool
      .map((one) => {
        const others = wordsOf(one.text);
        const shared = others.filter((word) => words.includes(word)).length;
        return { one, score: shared / Math.max(words.length, others.length, 1) };
      })
      .filter(({ score }) => score >= 0.5)
      .sort((a, b) => b.score - a.score)[0]?.one ?? null
  );
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(?<=[a-z\d])(?=[A-Z])/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function sameStyle(left: string, right: string): boolean {
  return /^[A-Z\d_]+$/u.test(left) === /^[A-Z\d_]+$/u.test(right);
}

function keyOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function packageKey(name: string): string {
  return name.toLowerCase().replace(/[_.]/gu, '-').replace(/\[.*/u, '');
}
