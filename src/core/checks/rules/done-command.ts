import { plainRange } from '../../text/position';
import type { ProjectIndex, ProjectScript } from '../../project/project-index';
import { filePlan } from '../../spec/file-plan';
import { oncePer } from '../../text/remembered';
import type { SpecDocument, SpecTask } from '../../spec/spec-document';
import type { SpecPart } from '../../spec/spec-part';
import { taskField } from '../../spec/task-field';
import { lineText } from '../../spec/text-range';
import { fileName, parentPath } from '../../text/path';
import type { TextRange } from '../../text/position';
import type { Check, Problem } from '../check';
import { commandsIn, readCommands, type Command, type PlacedCommand } from '../commands/command-line';
import { isManifest, manifestsFor } from '../commands/manifests';
import { pathArguments } from '../commands/path-arguments';
import { knownPrograms } from '../commands/programs';
import { scriptCalls, type ScriptCall } from '../commands/runners';
import { newPaths } from '../grounding/declared-new';
import { inEachPart } from '../reading/in-each-part';
import {
  existingPaths,
  foldersAbove,
  hasPath,
  normalPath,
  plannedPaths,
  type PathSet,
} from '../reading/paths';
import { tokenPlace } from '../../spec/place';
import { tasksInScope } from '../reading/tasks-in-scope';
import { commandColumn } from '../../spec/vocabulary/columns';

/**
 * Commands in done conditions and in the tables of tests can run here: the script, make target or path that one names exists or a task of the spec creates
 * or changes the file that holds it, and it runs in the folder that has what it needs. A program that is neither known, nor a
 * dependency, nor a script is questioned (a warning).
 *
 * Options: none. Nothing is said where no file of the workspace tells how it is built.
 *
 * Good: `` `npm test` passes `` where package.json has the script; `` `go test ./internal/invites/...` `` where a task creates it.
 * Bad: `` `npm run tests` passes `` where the script is `test`; `` `make check` `` without such a target.
 */
export const doneCommand: Check = {
  id: 'done-command',
  title: 'Every command of a done condition can run here.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { spec, surroundings } = context;
    if (surroundings === null) return;
    const place: Workplace = {
      spec,
      project: surroundings.project,
      scripts: scriptsOf(surroundings.project),
      existing: existingPaths(surroundings.project),
      planned: plannedPaths(spec),
    };
    if (!hasManifest(place.existing) && !hasManifest(place.planned)) return;
    for (const task of tasksInScope(context)) {
      const field = taskField(task, 'done condition');
      if (field === undefined) continue;
      for (const command of commandsIn(spec, field)) {
        const problem = problemOf(command, task, place);
        if (problem !== null) yield problem;
      }
    }
    for (const { command, test, written, ...cell } of inEachPart(spec, testCommandsIn)) {
      const problem = problemOfTest(command, test, place);
      if (problem !== null) yield { ...problem, ...tokenPlace(spec, cell, written) };
    }
  },
};

const hasManifest = oncePer(({ files }: PathSet) => {
  for (const path of files) if (isManifest(fileName(path))) return true;
  return false;
});

/** A command of a test, in the cell that holds it. */
interface TestCommand extends TextRange {
  readonly command: Command;
  /** Name of the test. */
  readonly test: string;
  /** The code span that it stands in. */
  readonly written: string;
}

/** Commands in the columns of tables that are for them: those of tests. Scripts are for script-exists. */
const testCommandsIn = oncePer(({ tables }: SpecPart): readonly TestCommand[] =>
  tables.flatMap(({ header, rows }) => {
    const column = header.findIndex(({ text }) => commandColumn.test(text.trim()));
    return (column === -1 ? [] : rows).flatMap((row) => {
      const cell = row[column];
      if (cell === undefined) return [];
      return [...cell.raw.matchAll(/`([^`]+)`/gu)].flatMap(([, written = '']) =>
        readCommands(written).map((command) => ({
          ...{ command, test: row[0]?.text ?? '', written },
          ...plainRange(cell),
        })),
      );
    });
  }),
);

function problemOfTest(
  command: Command,
  test: string,
  workplace: Workplace,
): Pick<Problem, 'message' | 'args' | 'severity'> | null {
  const { words, folder } = command;
  const [program = ''] = words;
  if (folder === null) return null;
  const needed = manifestsFor(words);
  if (needed !== null && nearest(workplace, folder, needed) === null) {
    const elsewhere = workplace.project.files.some((path) => needed.includes(fileName(path)));
    if (!elsewhere)
      return {
        message: '{0} cannot run here: there is no {1}, and no task creates one.',
        args: [words.join(' '), needed[0] ?? ''],
      };
  }
  for (const { word, path, isFilter, parts = [word] } of pathArguments(command)) {
    if (hasPath(workplace.existing, path) || hasPath(workplace.planned, path)) continue;
    if (isFilter && parts.some((part) => isPart(workplace, part))) continue;
    // A plan without fields for files says in sentences what it creates.
    if (newPaths(workplace.spec).has(path)) continue;
    return {
      message: 'The test of {0} runs {1} on {2}, which neither exists nor is created by a task.',
      args: [test, program, word],
    };
  }
  if (words.length < 2 || isKnown(program, workplace)) return null;
  return {
    message: 'Nothing here shows that {1} can be run, which the test of {0} names.',
    args: [test, program],
    severity: 'warning',
  };
}

interface Workplace {
  readonly spec: SpecDocument;
  readonly project: ProjectIndex;
  readonly scripts: ReadonlyMap<string, readonly ProjectScript[]>;
  readonly existing: PathSet;
  readonly planned: PathSet;
}

const scriptIndexes = new WeakMap<ProjectIndex, ReadonlyMap<string, readonly ProjectScript[]>>();

function problemOf(command: PlacedCommand, task: SpecTask, workplace: Workplace): Problem | null {
  const [program = ''] = command.words;
  const written = command.words.join(' ');
  const { place, folder } = command;
  const { project } = workplace;
  if (folder === null) return null;
  const needed = manifestsFor(command.words);
  if (needed !== null && nearest(workplace, folder, needed) === null) {
    const elsewhere = project.files.find((path) => needed.includes(fileName(path)));
    const [first = ''] = needed;
    return elsewhere === undefined
      ? {
          message:
            '{1} in the done condition of task {0} cannot run here: there is no {2}, and no task creates one.',
          args: [task.id, written, first],
          ...place,
        }
      : {
          message: '{1} in the done condition of task {0} needs {2}, which is in {3}: run it there.',
          args: [task.id, written, first, parentPath(elsewhere)],
          ...place,
        };
  }
  for (const call of scriptCalls(command.words)) {
    const problem = scriptProblem(call, folder, workplace);
    if (problem !== null) return { message: problem.message, args: [task.id, ...problem.args], ...place };
  }
  for (const { word, path, isFilter, parts = [word] } of pathArguments(command)) {
    if (hasPath(workplace.existing, path) || hasPath(workplace.planned, path)) continue;
    if (isFilter && parts.some((part) => isPart(workplace, part))) continue;
    const message =
      'The done condition of task {0} runs {1} on {2}, which neither exists nor is created by a task.';
    return { message, args: [task.id, program, word], ...place };
  }
  if (!command.isRun || command.words.length < 2 || isKnown(program, workplace)) return null;
  const message = 'Nothing here shows that {1} can be run, which the done condition of task {0} names.';
  return { message, args: [task.id, program], severity: 'warning', ...place };
}

function scriptProblem(
  call: ScriptCall,
  folder: string,
  workplace: Workplace,
): { readonly message: string; readonly args: readonly string[] } | null {
  const { project, scripts } = workplace;
  const start = normalPath(`${folder}/${call.folder}`);
  if (start === null || project.files.some((path) => path.endsWith('.mk') && call.runner === 'make'))
    return null;
  const own = scripts.get(`${call.runner} ${call.name}`) ?? [];
  if (call.anywhere && own.length > 0) return null;
  const file = nearest(workplace, start, call.files);
  if (file === null || comesWith(call.name, file, workplace)) return null;
  if (own.some(({ path }) => path === file)) return null;
  // No program has a colon in its name.
  if (call.orProgram && !call.name.includes(':') && isKnown(call.name, workplace)) return null;
  // Pattern rules, included files and modules are not read.
  if (
    call.runner !== 'npm' &&
    (/[:/.%]/u.test(call.name) || !project.scripts.some(({ path }) => path === file))
  )
    return null;
  const [other] = own;
  return other !== undefined && !call.anywhere
    ? {
        message:
          'The done condition of task {0} runs "{1}", which {2} defines and {3} does not: run it there.',
        args: [call.name, other.path, file],
      }
    : {
        message:
          'The done condition of task {0} runs "{1}", but {2} has no such script and no task changes that file.',
        args: [call.name, file],
      };
}

/** Whether a task makes a file, or changes it and names the script, or does not say what it changes there. */
function comesWith(name: string, file: string, { planned, spec }: Workplace): boolean {
  if (!planned.files.has(file)) return false;
  const changes = filePlan(spec).filter(({ path }) => path === file);
  const texts = changes.map(({ line }) => lineText(spec.lines, line));
  const saysWhat = (text: string): boolean => /`[^`]+`[^`]*`([^`]+)`/u.test(text);
  return (
    changes.some(({ action }) => action !== 'modify') ||
    texts.some((text) => text.includes(name) || !saysWhat(text)) ||
    spec.codeBlocks.some(({ value }) => value.includes(name))
  );
}

/** Path of the nearest of some files, in a folder or one above; planned files count. */
function nearest({ existing, planned }: Workplace, folder: string, names: readonly string[]): string | null {
  for (const above of foldersAbove(folder === '' ? 'x' : `${folder}/x`)) {
    for (const name of names) {
      const path = above === '' ? name : `${above}/${name}`;
      if (existing.files.has(path) || planned.files.has(path)) return path;
    }
  }
  return null;
}

function isPart({ existing, planned }: Workplace, word: string): boolean {
  const part = word.replace(/^\.\//u, '').replace(/:\d+$/u, '');
  for (const { files } of [existing, planned]) for (const path of files) if (path.includes(part)) return true;
  return false;
}

function isKnown(program: string, { project, scripts }: Workplace): boolean {
  // Not a word that could be a program: a type, a sentence, a path (which is looked up as such).
  if (!/^[a-z][a-z0-9_-]*$/u.test(program) || knownPrograms.has(program)) return true;
  return (
    project.dependencies.some(({ name }) => name === program || name.split('/').at(-1) === program) ||
    ['npm', 'python', 'poe'].some((runner) => scripts.has(`${runner} ${program}`)) ||
    project.files.some(
      (path) => path === `cmd/${program}/main.go` || path.endsWith(`/cmd/${program}/main.go`),
    )
  );
}

function scriptsOf(project: ProjectIndex): ReadonlyMap<string, readonly ProjectScript[]> {
  const known = scriptIndexes.get(project);
  if (known !== undefined) return known;
  const byName = new Map<string, ProjectScript[]>();
  for (const script of project.scripts) {
    const key = `${script.runner} ${script.name}`;
    const others = byName.get(key);
    if (others === undefined) byName.set(key, [script]);
    else others.push(script);
  }
  scriptIndexes.set(project, byName);
  return byName;
}
