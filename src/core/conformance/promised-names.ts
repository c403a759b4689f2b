import { scriptCalls, specCommands } from '../spec/commands';
import type { SpecDocument } from '../spec/spec-document';
import { taskField } from '../spec/task-field';
import { lineText } from '../spec/text-range';
import { findEvents } from '../workspace/declared-facts/find-events';
import { findSettings } from '../workspace/declared-facts/find-settings';
import { specStatements } from '../workspace/declared-facts/spec-statements';
import type { FoundFact } from '../workspace/declared-facts/declared-fact';
import type { PromisedName } from './promise';
import { isUnpromised, wordOn } from './spec-places';

const gone =
  /(?<![\p{L}])(?:removed|deleted|dropped|deprecated|no longer|existing|unchanged|replaced by)(?![\p{L}])/iu;
const testName = /(?<![\w.])(?:Test[A-Z]\w*|test_\w{3,})(?![\w*])/gu;
const classAndMethod = /(?<![\w.])([A-Z]\w*(?:Tests?|Spec|IT))(?:#|\.|::)([a-z]\w+)/gu;
const runPattern = /-run[= ]+['"]?\^?([\w|/()]+)/gu;
const titleOption = /(?:\s-t|\s--grep|\s-g|--testNamePattern|\s-e|--name)[= ]+(['"])([^'"]+)\1/gu;
const testFile =
  /(?<![\w/.-])((?:[\w.@()[\]-]+\/)*(?:[\w.-]+[._-](?:test|spec|itest)\.\w+|test_\w+\.py|[\w-]+_(?:test|spec)\.\w+|\w+(?:Tests?|IT)\.(?:java|kt|cs|php)))(?:::([\w:]+))?/gu;
const testHeader = /^(?:tests?|test (?:name|case)|name|case|spec)$/iu;

/** Settings: variables of the environment and keys of configuration. */
export function promisedSettings(spec: SpecDocument): readonly PromisedName[] {
  return named(spec, findSettings(specStatements(spec)), /^\w[\w.:-]*[._-]\w+$/u);
}

/** Events, topics and channels. */
export function promisedEvents(spec: SpecDocument): readonly PromisedName[] {
  return named(spec, findEvents(specStatements(spec)), /./u);
}

function named(spec: SpecDocument, facts: Iterable<FoundFact>, shape: RegExp): readonly PromisedName[] {
  const seen = new Map<string, PromisedName>();
  for (const { name, line } of facts) {
    // A name may hold such a word: `member.removed`.
    const text = lineText(spec.lines, line).replace(/`[^`]*`/gu, '');
    const section = sectionAt(spec, line);
    if (!shape.test(name) || seen.has(name) || gone.test(text) || isUnpromised(spec, section)) continue;
    seen.set(name, { name, where: '', section, names: [name], files: [], ...wordOn(spec, line, name) });
  }
  return [...seen.values()];
}

/** Scripts and targets that are called by name. */
export function promisedScripts(spec: SpecDocument): readonly PromisedName[] {
  return specCommands(spec).flatMap((command) =>
    isUnpromised(spec, command.section)
      ? []
      : scriptCalls(command.text).map(({ runner, name }) => ({
          ...{ name: name.text, where: runner, section: command.section, names: [name.text], files: [] },
          ...wordOn(spec, command.line, name.text),
        })),
  );
}

/** Tests by name, title or file: in done conditions and in sections about testing. */
export function promisedTests(spec: SpecDocument): readonly PromisedName[] {
  const found = new Map<string, PromisedName>();
  const add = (name: string, where: string, line: number): void => {
    const key = `${where} ${name}`;
    if (name === '' || found.has(key)) return;
    const section = sectionAt(spec, line);
    found.set(key, {
      ...{
        name,
        where,
        section,
        names: name === where ? [name] : [name, where],
        files: where === '' ? [] : [where],
      },
      ...wordOn(spec, line, name),
    });
  };
  const inDone = new Set<number>();
  for (const task of spec.tasks) {
    const field = taskField(task, 'done condition');
    if (field !== undefined) for (let line = field.line; line <= field.endLine; line++) inDone.add(line);
  }
  const isTesting = (section: number | null): boolean => {
    for (let index = section; index !== null; index = spec.sections[index]?.parent ?? null)
      if (/\b(?:tests?|testing|verification|quality)\b/iu.test(spec.sections[index]?.name ?? '')) return true;
    return false;
  };
  for (const { value, line, section } of spec.codeSpans) {
    if (isUnpromised(spec, section) || !(inDone.has(line) || isTesting(section))) continue;
    readTests(value, line, add);
  }
  for (const { header, rows, section } of spec.tables) {
    if (!isTesting(section) || isUnpromised(spec, section)) continue;
    const at = header.findIndex(({ text }) => testHeader.test(text.trim()));
    for (const row of rows) {
      const raw = row[at]?.raw ?? '';
      const title = /^(?:"([^"]{8,})"|`([^`]*\s[^`]*)`)$/u.exec(raw);
      const text = title?.[1] ?? title?.[2] ?? '';
      if (
        /^\p{L}[^/&|]*\s\S/u.test(text) &&
        !/^(?:go|npm|npx|yarn|pnpm|pytest|make|cargo|mvn|bundle|rspec|python)\b/u.test(text)
      )
        add(text, '', row[at]?.line ?? 1);
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

function readTests(
  text: string,
  line: number,
  add: (name: string, where: string, line: number) => void,
): void {
  for (const [, pattern = ''] of text.matchAll(runPattern))
    for (const name of pattern.replace(/[()]/gu, '').split('|')) add(name.split('/')[0] ?? '', '-run', line);
  for (const [, , title = ''] of text.matchAll(titleOption)) add(title, '', line);
  const isRun = /-run[= ]/u.test(text);
  for (const [, path = '', inside] of text.matchAll(testFile)) {
    add(path, path, line);
    for (const name of inside?.split('::') ?? []) add(name, '', line);
  }
  for (const [, type = '', method = ''] of text.matchAll(classAndMethod)) {
    if (/^(?:java|kt|cs|php|ts|py|rb)$/u.test(method)) continue;
    add(type, '', line);
    add(method, '', line);
  }
  if (!isRun) for (const [name] of text.replace(testFile, ' ').matchAll(testName)) add(name, '', line);
}

export function sectionAt(spec: SpecDocument, line: number): number | null {
  return spec.sections.findLast((section) => section.line <= line)?.index ?? null;
}
