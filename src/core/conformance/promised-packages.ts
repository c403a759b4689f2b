import { commandsOn, specCommands } from '../spec/commands';
import type { SpecDocument } from '../spec/spec-document';
import type { PromisedName } from './promise';
import { isUnpromised, wordOn } from './spec-places';
import { ownValue } from '../text/own-value';

const nameHeader =
  /^(?:dependenc(?:y|ies)|packages?|librar(?:y|ies)|modules?|crates?|gems?)(?:\s+names?)?$/iu;
const packageType =
  /(?<![\p{L}])(?:npm|package|module|library|crate|gem|pypi|maven|gradle|nuget|composer|pip)(?![\p{L}])/iu;
const otherType =
  /(?<![\p{L}])(?:service|database|datastore|infrastructure|internal|external|language|runtime|platform|system|tool|server|cloud|saas|spec|team)(?![\p{L}])/iu;
const removed = /(?<![\p{L}])(?:remov\w*|drop\w*|replaced by|no longer|existing|already)(?![\p{L}])/iu;
const packageShape = /^(?:@[\w.-]+\/[\w.-]+|[\w-]+(?:\.[\w-]+)+\/[\w./-]+|[A-Za-z][\w.-]*(?:[:/][\w.-]+)?)$/u;
const installers: Readonly<Record<string, RegExp>> = {
  npm: /^(?:install|i|add)$/u,
  pnpm: /^(?:add|install|i)$/u,
  yarn: /^add$/u,
  bun: /^add$/u,
  go: /^get$/u,
  pip: /^install$/u,
  uv: /^add$/u,
  poetry: /^add$/u,
  cargo: /^add$/u,
  bundle: /^add$/u,
  composer: /^require$/u,
};

/** Packages that a table of dependencies or a command adds. */
export function promisedPackages(spec: SpecDocument): readonly PromisedName[] {
  const found = new Map<string, PromisedName>();
  const add = (name: string, line: number, section: number | null): void => {
    if (found.has(name) || isUnpromised(spec, section)) return;
    found.set(name, { name, where: '', section, names: [name], files: [], ...wordOn(spec, line, name) });
  };
  for (const { header, rows, section } of spec.tables) {
    const at = header.findIndex(({ text }) => nameHeader.test(text.trim()));
    // A package of Go or Java in a table of files is a folder.
    if (at === -1 || header.some(({ text }) => /\b(?:files?|paths?|functions?|interface)\b/iu.test(text)))
      continue;
    const type = header.findIndex(({ text }) => /^(?:type|kind|ecosystem|manager)$/iu.test(text.trim()));
    const isPackages = packageType.test(header[at]?.text ?? '');
    for (const row of rows) {
      const kind = row[type]?.text ?? '';
      const name = (row[at]?.text ?? '').replace(/`/gu, '').trim();
      const isPackage = packageType.test(kind) || (isPackages && !otherType.test(kind));
      if (!isPackage || otherType.test(kind) || !packageShape.test(name)) continue;
      if (!row.some(({ text }) => removed.test(text))) add(name, row[at]?.line ?? 1, section);
    }
  }
  for (const command of specCommands(spec))
    for (const { words } of commandsOn(command.text)) {
      const [program, verb, ...rest] = words.map(({ text }) => text);
      if (ownValue(installers, program ?? '')?.test(verb ?? '') !== true) continue;
      for (const word of rest) {
        const name = word.replace(/(?<=.)@[^/]*$/u, '').replace(/[=<>~[].*/u, '');
        if (!word.startsWith('-') && packageShape.test(name) && !/^\.|\.txt$/u.test(name))
          add(name, command.line, command.section);
      }
    }
  return [...found.values()];
}
