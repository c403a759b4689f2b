import { similarPath } from '../../checks/grounding/similar-path';
import { fileName, parentPath } from '../../text/path';
import type { WorkspaceContext } from '../../workspace/context';
import { said, verbatim, type Conflict } from './conflict';
import { conflictPhrases } from '../../language/conflict-phrases';
import type { SourceLine } from './source-lines';
import { ownValue } from '../../text/own-value';

const isNew = /\b(?:new|add|adds|create|creates|introduce|introduces|generate[sd]?|will be|becomes?)\b/iu;
const command =
  /`(?:\$\s*)?(npm run|pnpm run|pnpm|yarn run|yarn|bun run|make|just|task|composer run)\s+([a-z][\w:.-]*)(?![\w:.-])[^`]*`/giu;
/** What these programs do themselves. */
const builtIn =
  /^(?:install|add|remove|test|start|ci|init|run|exec|build|dlx|create|update|upgrade|publish|x)$/u;

const runners: Readonly<Record<string, string>> = {
  npm: 'npm',
  pnpm: 'npm',
  yarn: 'npm',
  bun: 'npm',
  make: 'make',
  just: 'just',
  task: 'task',
  composer: 'composer',
};

/** Commands that the source calls by a name which no file of the workspace defines. */
export function* commandConflicts(
  lines: readonly SourceLine[],
  { project }: WorkspaceContext,
): Iterable<Conflict> {
  for (const { text, line } of lines) {
    if (isNew.test(text)) continue;
    for (const [, program = '', name = ''] of text.matchAll(command)) {
      const runner = ownValue(runners, program.split(' ')[0] ?? '');
      const scripts = (project?.scripts ?? []).filter((script) => script.runner === runner);
      const [first] = scripts;
      if (first === undefined || scripts.some((script) => script.name === name)) continue;
      if (runner === 'npm' && program !== 'npm run' && builtIn.test(name)) continue;
      const near = scripts.filter((script) => isNear(script.name, name)).slice(0, 2);
      yield {
        subject: `command ${program} ${name}`,
        area: 'testing',
        blocking: false,
        line,
        text: said(conflictPhrases.unknownCommand, `${program} ${name}`, String(line), first.path),
        why: conflictPhrases.unknownCommandWhy,
        options: [
          ...near.map((script) => verbatim(`${program} ${script.name}`)),
          said(conflictPhrases.addCommand, `${program} ${name}`),
        ],
        ...(near.length > 0 ? { overrules: `${program} ${name}` } : {}),
        shown: near.length > 0 ? near : [{ path: first.path, line: 1 }],
      };
    }
  }
}

function isNear(known: string, name: string): boolean {
  const [left, right] = [known, name].map((one) => one.toLowerCase().split(/[:._-]/u));
  return (left ?? []).some((part) => part.length > 2 && right?.includes(part) === true);
}

const path = /`((?:[\w@.-]+\/)+[\w@.-]+\.[a-z][a-z\d]{0,4})`/giu;

/** Files that the source names and that lie elsewhere, or are called otherwise. */
export function* pathConflicts(
  lines: readonly SourceLine[],
  { files }: WorkspaceContext,
): Iterable<Conflict> {
  const known = new Set(files);
  for (const { text, line } of lines) {
    if (isNew.test(text)) continue;
    for (const [, written = ''] of text.matchAll(path)) {
      if (known.has(written) || files.some((file) => file.endsWith(`/${written}`))) continue;
      const meant = similarPath(written, {
        named: (name) => files.filter((file) => fileName(file) === name),
        likeNamed: () => [],
        inFolder: (folder) => files.filter((file) => parentPath(file) === folder),
      });
      const same = files.filter((file) => fileName(file) === fileName(written));
      const there = meant ?? (same.length === 1 ? same[0] : undefined);
      if (there === undefined) continue;
      yield {
        subject: `path ${written}`,
        area: 'architecture',
        blocking: false,
        line,
        text: said(conflictPhrases.otherPath, written, String(line), there),
        why: conflictPhrases.otherPathWhy,
        options: [verbatim(there), said(conflictPhrases.newFile, written)],
        overrules: written,
        shown: [{ path: there, line: 1 }],
      };
    }
  }
}
