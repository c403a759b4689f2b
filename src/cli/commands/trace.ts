import { t } from '@vscode/l10n';
import type { RelatedPlace } from '../../core/checks/finding';
import type { BuiltWork } from '../../core/conformance/built-work';
import type { SpecTask } from '../../core/spec/spec-document';
import {
  traceOf,
  type TracedRequirement,
  type TracedTask,
  type Work,
} from '../../core/traceability/trace-work';
import { checkNamedSpecs, type SpecReport } from '../workspace/checked-spec';
import { formatOption, nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { count, printJson, printLines, type Format } from '../output';
import { fromHere, type CliWorkspace } from '../workspace/workspace';

interface TraceOptions {
  readonly format: Format;
  readonly workspace?: string;
  readonly now?: string;
}

/** `trace SPEC...`: requirement, task, code and test in one. It tells and does not judge: `check` does. */
export const addTrace: AddCommand = (program, terminal) => {
  program
    .command('trace')
    .description('tell for each requirement its tasks, the code they make and the tests, as they stand')
    .argument('<specs...>', 'technical specifications: files, folders or globs')
    .addOption(specWorkspaceOption())
    .addOption(nowOption())
    .addOption(formatOption())
    .action(async (named: readonly string[], options: TraceOptions) => {
      const { workspace, specs } = await checkNamedSpecs(terminal, named, options);
      if (options.format === 'json')
        printJson(terminal, { files: specs.map((spec) => specJson(workspace, spec)) });
      else
        printLines(
          terminal,
          specs.flatMap((spec) => specLines(workspace, spec)),
        );
    });
};

/** The contract of `trace --format json`, see docs/conformance.md; fields may be added. */
function specJson(workspace: CliWorkspace, { shown, report }: SpecReport): unknown {
  const { requirements, tasks, rest } = traceOf(report);
  const done = doneAmong(tasks);
  const here = ({ path, line }: RelatedPlace): RelatedPlace => ({ path: fromHere(workspace, path), line });
  const one = ({ kind, name, state, line, place, deviations }: BuiltWork): unknown => ({
    ...{ kind, name, state, line, place: place === null ? null : here(place) },
    differences: deviations.map(({ message, args }) => t(message, ...args)),
  });
  const both = (work: Work | null): { readonly code: unknown; readonly tests: unknown } => ({
    code: work?.code.map(one) ?? null,
    tests: work?.tests.map(one) ?? null,
  });
  const requirement = ({ row, tasks: own, work }: TracedRequirement): unknown => {
    const { id, title, kind, state, reason, stated, mapped, coveredBy, criteria } = row;
    return {
      ...{ id, title, kind, state, reason, mapped, stated: stated === null ? null : here(stated) },
      coveredBy: coveredBy.map(({ name, line }) => ({ name, line })),
      criteria: criteria.map(({ label, text, test, gap }) => ({ id: label, text, test, gap })),
      tasks: own.map((task) => task.id),
      doneTasks: own.filter((task) => done.has(task)).map((task) => task.id),
      ...both(work),
    };
  };
  const task = ({
    task: { id, title, line, done: ticked },
    isDone,
    requirements: ids,
    work,
  }: TracedTask): unknown => ({
    ...{ id, title, line, done: isDone, ticked, requirements: ids },
    ...both(work),
  });
  return {
    path: shown,
    template: report.template?.id ?? null,
    source: report.source === null ? null : fromHere(workspace, report.source),
    requirements: requirements.map(requirement),
    tasks: tasks.map(task),
    rest: both(rest),
  };
}

function specLines(workspace: CliWorkspace, { shown, report }: SpecReport): readonly string[] {
  const { requirements, tasks } = traceOf(report);
  const done = doneAmong(tasks);
  // Without a box, too: a status marks it as done, which is what `tick` writes then.
  const stateOf = (task: SpecTask): string => (done.has(task) ? 'done' : 'open');
  if (requirements.length + tasks.length === 0)
    return [`${shown}: no requirement and no task is known; tech-spec check ${shown} tells why`];
  const line = (
    label: string,
    { kind, name, state, line: at, place, deviations }: BuiltWork,
  ): readonly string[] => {
    const where = place === null ? `${shown}:${at}` : `${fromHere(workspace, place.path)}:${place.line}`;
    return [
      `  ${label}: ${kind === 'test' ? '' : `${kind} `}${name}: ${state} (${where})`,
      ...(state === 'deviating' || state === 'missing'
        ? deviations.map(({ message, args }) => `    ${t(message, ...args)}`)
        : []),
    ];
  };
  const isBoxless = tasks.some(({ task }) => task.done === null && !done.has(task));
  const howToTick = isBoxless ? `; tech-spec tick ${shown} ID marks one as done` : '';
  const implemented = new Set(requirements.flatMap(({ tasks: own }) => own));
  return [
    ...requirements.flatMap(({ row, tasks: own, work }) => [
      `${row.id} ${row.title}: ${row.state ?? 'measured later'}${row.reason === null ? '' : ` (${row.reason})`}`,
      ...row.coveredBy
        .filter(({ line: at }) => own.every((task) => task.line !== at))
        .map((cover) => `  by: ${cover.name} (${shown}:${cover.line})`),
      ...own.map((task) => `  task: ${task.id} ${task.title}: ${stateOf(task)} (${shown}:${task.line})`),
      ...(work?.code.flatMap((one) => line('code', one)) ?? []),
      ...(work?.tests.flatMap((one) => line('test', one)) ?? []),
    ]),
    ...tasks
      .filter(({ task }) => !implemented.has(task))
      .flatMap(({ task, work }) => [
        `${task.id} ${task.title}: ${stateOf(task)}, implements no requirement (${shown}:${task.line})`,
        ...(work?.code.flatMap((one) => line('code', one)) ?? []),
        ...(work?.tests.flatMap((one) => line('test', one)) ?? []),
      ]),
    ...(tasks.length === 0
      ? []
      : [`${shown}: ${done.size} of ${count(tasks.length, 'task')} done${howToTick}`]),
  ];
}

function doneAmong(tasks: readonly TracedTask[]): ReadonlySet<SpecTask> {
  return new Set(tasks.filter(({ isDone }) => isDone).map(({ task }) => task));
}
