import type { ProjectIndex } from '../../project/project-index';
import { scriptCalls, specCommands, type ScriptCall, type SpecCommand } from '../../spec/commands';
import { filePlan } from '../../spec/file-plan';
import type { SpecDocument } from '../../spec/spec-document';
import { taskField } from '../../spec/task-field';
import { lineText } from '../../spec/text-range';
import { fileName } from '../../text/path';
import type { Check, Problem } from '../check';
import { saysItIsNew } from '../grounding/existence-words';
import { mentionAt } from '../grounding/mention';
import { nameIndex, type NameIndex } from '../grounding/name-index';
import { replacementFixes } from '../grounding/replacement-fixes';
import { holdsCode } from '../grounding/workspace-state';
import { isPastSpec } from '../past-spec';

/** Files that name the scripts of a runner. */
const manifests: Readonly<Record<string, RegExp>> = {
  npm: /^package\.json$/u,
  make: /^(?:GNUm|m|M)akefile$|\.mk$/u,
  just: /^\.?[jJ]ustfile$/u,
  task: /^[tT]askfile\.ya?ml$/u,
  poe: /^pyproject\.toml$/u,
  composer: /^composer\.json$/u,
  deno: /^deno\.jsonc?$/u,
};

/**
 * Scripts, targets and tasks that a spec calls by name (`npm run types`, `make e2e`, `just lint`) exist in the workspace or are
 * made by the spec. Done conditions are for done-condition.
 *
 * Options: none.
 *
 * Good: `make test` where the Makefile has that target.
 * Bad: `npm run test:integratoin`; `make deploy` where neither a Makefile has it nor the spec adds it.
 */
export const scriptExists: Check = {
  id: 'script-exists',
  title: 'Every script that is called exists.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { spec, surroundings } = context;
    if (surroundings === null || !holdsCode(surroundings.project) || isPastSpec(context)) return;
    const lookup = scriptsOf(surroundings.project);
    const conditions = linesOfDoneConditions(spec);
    let made: MadeScripts | null = null;
    for (const command of specCommands(spec)) {
      if (conditions.has(command.line)) continue;
      for (const call of scriptCalls(command.text)) {
        if (lookup.has(call)) continue;
        made ??= scriptsMade(spec);
        if (made.has(call) || saysItIsNew(mentionAt(spec, command))) continue;
        yield* problemOf(call, command, lookup);
      }
    }
  },
  fixes: replacementFixes,
};

function* problemOf(call: ScriptCall, command: SpecCommand, lookup: Scripts): Iterable<Problem> {
  const { name, runner } = call;
  const similar = lookup.similar(call);
  // `task` is a word of everyday use, and makefiles include others whose targets are not known here.
  if (similar === null && (lookup.isPartial(runner) || (runner === 'task' && !lookup.knows(runner)))) return;
  const place = {
    line: command.line,
    column: command.column + name.start,
    endLine: command.line,
    endColumn: command.column + name.end,
  };
  yield similar === null
    ? {
        message: 'Neither does the workspace have {0} ({1}) nor does this spec add it.',
        args: [name.text, runner],
        ...place,
      }
    : {
        message: '{0} does not exist: did you mean {1}?',
        args: [name.text, similar],
        fixable: true,
        ...place,
      };
}

interface Scripts {
  has(call: ScriptCall): boolean;
  similar(call: ScriptCall): string | null;
  /** Whether the workspace has any script of a runner. */
  knows(runner: string): boolean;
  /** Whether scripts of a runner may be defined where they are not read. */
  isPartial(runner: string): boolean;
}

const known = new WeakMap<ProjectIndex, Scripts>();

function scriptsOf(project: ProjectIndex): Scripts {
  const found = known.get(project);
  if (found !== undefined) return found;
  const names = new Map<string, Set<string>>();
  for (const { runner, name } of project.scripts) {
    const group = names.get(runner);
    if (group === undefined) names.set(runner, new Set([name]));
    else group.add(name);
  }
  const indexes = new Map<string, NameIndex>();
  const includesOthers = project.files.some((path) => path.endsWith('.mk'));
  const scripts: Scripts = {
    has: ({ runner, name }) => names.get(runner)?.has(name.text) === true,
    similar: ({ runner, name }) => {
      const index = indexes.get(runner) ?? nameIndex(names.get(runner) ?? []);
      indexes.set(runner, index);
      return index.nearest(name.text);
    },
    knows: (runner) => names.has(runner),
    isPartial: (runner) => runner === 'make' && includesOthers,
  };
  known.set(project, scripts);
  return scripts;
}

interface MadeScripts {
  has(call: ScriptCall): boolean;
}

/** Scripts that the spec adds: a new file may name any; a changed one those that stand in its line or in a code block. */
function scriptsMade(spec: SpecDocument): MadeScripts {
  const plan = filePlan(spec).map((file) => ({
    ...file,
    name: fileName(file.path),
    text: lineText(spec.lines, file.line),
  }));
  const blocks = spec.codeBlocks.map(({ value }) => value);
  return {
    has: ({ runner, name: { text: name } }) => {
      const manifest = manifests[runner];
      const files = plan.filter((file) => manifest?.test(file.name) === true);
      if (files.some(({ action, text }) => action === 'create' || namesWord(text, name))) return true;
      return blocks.some((block) => defines(block, name));
    },
  };
}

/** `"types": "tsc"` or `types:` at the start of a line. */
function defines(block: string, name: string): boolean {
  if (block.includes(`"${name}"`)) return true;
  return block.split('\n').some((line) => line.trimStart().startsWith(`${name}:`));
}

function namesWord(text: string, word: string): boolean {
  return text.split(/[^\w:.-]+/u).some((part) => part.replace(/(?<![:.])[:.]+$/u, '') === word);
}

function linesOfDoneConditions(spec: SpecDocument): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const task of spec.tasks) {
    const field = taskField(task, 'done condition');
    if (field === undefined) continue;
    for (let line = field.line; line <= field.endLine; line++) lines.add(line);
  }
  return lines;
}
