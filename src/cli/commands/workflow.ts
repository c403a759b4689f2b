import { Option, type Command } from 'commander';
import { ownTitle } from '../../core/source/own-title';
import { slugOf } from '../../core/template/output-path';
import { giveVerdict, nextStep, override, sign, startFeature } from '../../core/workflow/changes';
import { decide, featureReport } from '../../core/workflow/feature-report';
import { workflowMetrics } from '../../core/workflow/metrics';
import { metricsCsv } from '../../core/workflow/metrics-csv';
import { isFeatureName } from '../../core/workflow/records';
import { scheduleTasks } from '../../core/workflow/schedule';
import { tasksOfFeature, totalEstimate } from '../../core/workflow/task-artefact';
import { addModelOptions, chooseModel, type ModelOptions } from '../chosen-model';
import { CliFailure, exitCode, type ExitCode } from '../failure';
import { formatOption, nowOption, wholeNumber, workspaceOption, type AddCommand } from '../options';
import { count, printJson, printLines, type Format } from '../output';
import type { Terminal } from '../terminal';
import { draftArtefact, type DraftedArtefact } from '../workflow/draft-artefact';
import {
  featureJson,
  featureLines,
  metricsLines,
  openJson,
  openLines,
  scheduleLines,
} from '../workflow/feature-output';
import { applyChange, openWorkflows } from '../workflow/workflow-workspace';
import { inWorkspace, readSourceFile } from '../workspace';
import { recordedPath } from '../../core/text/path';

interface Options {
  readonly workspace: string;
  readonly now?: string;
  readonly format: Format;
}

/** `workflow ...`: features that go through phases, with gates that stay shut until their criteria are met. */
export const addWorkflow: AddCommand = (program, terminal, done) => {
  const workflow = program
    .command('workflow')
    .description('take features through phases and gates; see docs/workflow.md');
  addStatus(workflow, terminal, done);
  addStart(workflow, terminal);
  addNext(workflow, terminal, done);
  addSign(workflow, terminal);
  addOverride(workflow, terminal);
  addVerdict(workflow, terminal);
  addReport(workflow, terminal, done);
  addMetrics(workflow, terminal);
  addSchedule(workflow, terminal);
};

const common = (command: Command): Command =>
  command.addOption(workspaceOption()).addOption(nowOption()).addOption(formatOption());
const asOption = (): Option => new Option('--as <name>', 'whose word this is').makeOptionMandatory();

type Done = (code: ExitCode) => void;

function addStatus(workflow: Command, terminal: Terminal, done: Done): void {
  common(
    workflow
      .command('status')
      .description('where features stand; exits 1 where a file of theirs can not be read')
      .argument('[feature]'),
  ).action(async (name: string | undefined, options: Options) => {
    const opened = await openWorkflows(terminal, options);
    const features = name === undefined ? await opened.all(true) : [await opened.feature(name, true)];
    if (features.some(({ problems }) => problems.length > 0)) done(exitCode.findings);
    const states = features.flatMap(({ standing }) => standing?.state ?? []);
    if (options.format === 'json') printJson(terminal, { features: states.map(featureJson) });
    else if (features.length === 0)
      printLines(terminal, [
        'No feature is under way. Begin one with tech-spec workflow start NAME --source FILE.',
      ]);
    else printLines(terminal, states.flatMap(featureLines));
  });
}

function addStart(workflow: Command, terminal: Terminal): void {
  common(
    workflow
      .command('start')
      .description('begin a feature')
      .argument('[feature]', "its name, which becomes a folder; from the source's title when left out")
      .requiredOption('--source <file>', 'PRD, initiative or conversation, in the workspace')
      .option('--workflow <id>', 'which workflow it goes through', 'staged')
      .option('--as <name>', 'who begins it; as git knows you when left out'),
  ).action(
    async (
      name: string | undefined,
      options: Options & { source: string; workflow: string; as?: string },
    ) => {
      const opened = await openWorkflows(terminal, options);
      const { workspace, workflows } = opened;
      const chosen = workflows.find(({ id }) => id === options.workflow);
      if (chosen === undefined)
        throw new CliFailure(
          `There is no workflow ${options.workflow}. Choose one of: ${workflows.map(({ id }) => id).join(', ')}.`,
        );
      const path = inWorkspace(workspace, options.source);
      if (path.startsWith('..') || recordedPath(path) !== path)
        throw new CliFailure(`${options.source} lies outside of the workspace. Copy it into it first.`);
      const source = await readSourceFile(workspace, options.source, undefined);
      const feature = name ?? slugOf(source);
      if (!isFeatureName(feature))
        throw new CliFailure(`${feature} can not name a feature. Use letters, digits and hyphens.`);
      const stamp = await opened.stamp(options.as ?? (await workspace.git.read())?.userName ?? null);
      const record = { workflow: chosen.id, title: ownTitle(source), source: path };
      await applyChange(workspace, { writes: startFeature(feature, record, chosen, stamp) }, []);
      const { standing } = await opened.feature(feature, false);
      if (options.format === 'json') printJson(terminal, featureJson(standing.state));
      else
        printLines(terminal, [
          ...featureLines(standing.state),
          `Draft the first artefact with tech-spec workflow next ${feature}.`,
        ]);
    },
  );
}

function addNext(workflow: Command, terminal: Terminal, done: Done): void {
  const command = common(
    workflow
      .command('next')
      .description(
        'close the phase where its gates allow it, and draft what comes next; exits 1 at a closed gate',
      )
      .argument('<feature>')
      .option('--answers <file>', 'answers to the questions of the artefact, as draft takes them')
      .option('--as <name>', 'who closes the phase; as git knows you when left out'),
  );
  addModelOptions(command).action(
    async (name: string, options: Options & ModelOptions & { answers?: string; as?: string }) => {
      const model = chooseModel(terminal, options);
      const opened = await openWorkflows(terminal, options);
      const { workspace } = opened;
      const stamp = await opened.stamp(options.as ?? (await workspace.git.read())?.userName ?? null);
      let feature = await opened.feature(name, true);
      let step = nextStep(feature.standing, stamp);
      let closed: string | null = null;
      const drafted: DraftedArtefact[] = [];
      if (step.kind === 'close') {
        await applyChange(workspace, step, feature.problems);
        closed = step.phase.phase.id;
        terminal.err.write(`${step.phase.phase.name} is closed.\n`);
        feature = await opened.feature(name, true);
        step = nextStep(feature.standing, stamp);
      }
      const blocked = closed === null && step.kind === 'blocked';
      while (step.kind === 'draft') {
        drafted.push(
          await draftArtefact(opened, feature, step.phase.phase, step.artefact, { ...options, model }),
        );
        feature = await opened.feature(name, true);
        step = nextStep(feature.standing, stamp);
      }
      const { state } = feature.standing;
      if (blocked || drafted.some(({ errors }) => errors > 0)) done(exitCode.findings);
      if (options.format === 'json')
        return printJson(terminal, {
          ...{ feature: name, closed, drafted },
          phase: state.current?.phase.id ?? null,
          done: state.current === null,
          blocked,
          open: state.open.map(openJson),
        });
      printLines(terminal, [
        ...drafted.map(
          ({ path, errors, warnings }) => `${path}: ${count(errors, 'error')}, ${count(warnings, 'warning')}`,
        ),
        ...(state.current === null
          ? [`${name}: all phases are done`]
          : [
              blocked
                ? `${state.current.phase.name} can not be closed. What is open:`
                : `${state.current.phase.name} (${state.current.phase.role.name}). Before it can be closed:`,
              ...openLines(state.open),
            ]),
      ]);
    },
  );
}

function addSign(workflow: Command, terminal: Terminal): void {
  common(
    workflow
      .command('sign')
      .description('answer for criteria of the current phase')
      .argument('<feature>')
      .argument('<criteria...>', 'their ids, as status shows them')
      .addOption(asOption()),
  ).action(async (name: string, criteria: readonly string[], options: Options & { as: string }) => {
    const opened = await openWorkflows(terminal, options);
    const { standing, problems } = await opened.feature(name, false);
    const stamp = await opened.stamp(options.as);
    // All of them or none.
    const changes = criteria.map((criterion) => sign(standing, criterion, stamp));
    for (const change of changes)
      if ('refused' in change) await applyChange(opened.workspace, change, problems);
    for (const change of changes) await applyChange(opened.workspace, change, problems);
    if (options.format === 'json') printJson(terminal, { feature: name, signed: criteria, by: options.as });
    else printLines(terminal, [`${options.as} signed ${criteria.join(', ')}.`]);
  });
}

function addOverride(workflow: Command, terminal: Terminal): void {
  common(
    workflow
      .command('override')
      .description('let a gate of the current phase pass with what is open now, for a reason that is kept')
      .argument('<feature>')
      .argument('<gate>')
      .requiredOption('--reason <text>', 'why; it stands in every report')
      .option('--as <name>', 'who decides; as git knows you when left out'),
  ).action(async (name: string, gate: string, options: Options & { reason: string; as?: string }) => {
    const opened = await openWorkflows(terminal, options);
    const { standing, problems } = await opened.feature(name, true);
    const who = options.as ?? (await opened.workspace.git.read())?.userName ?? null;
    const change = override(standing, gate, options.reason, await opened.stamp(who));
    await applyChange(opened.workspace, change, problems);
    if (options.format === 'json')
      printJson(terminal, { feature: name, gate, reason: options.reason, by: who });
    else printLines(terminal, [`${gate} is overridden: ${options.reason}`]);
  });
}

function addVerdict(workflow: Command, terminal: Terminal): void {
  common(
    workflow
      .command('verdict')
      .description('say go or no-go as a reviewer')
      .argument('<feature>')
      .argument('<verdict>', 'go or no-go')
      .addOption(asOption())
      .option(
        '--improvement <text>',
        'what has to change; repeatable, needed for a no-go',
        (text: string, before: readonly string[]) => [...before, text],
        [] as readonly string[],
      ),
  ).action(
    async (
      name: string,
      verdict: string,
      options: Options & { as: string; improvement: readonly string[] },
    ) => {
      if (verdict !== 'go' && verdict !== 'no-go')
        throw new CliFailure(`${verdict} is no verdict. Say go or no-go.`);
      const opened = await openWorkflows(terminal, options);
      const { standing, problems } = await opened.feature(name, false);
      const stamp = await opened.stamp(options.as);
      await applyChange(
        opened.workspace,
        giveVerdict(standing, verdict, options.improvement, stamp),
        problems,
      );
      if (options.format === 'json') printJson(terminal, { feature: name, verdict, by: options.as });
      else printLines(terminal, [`${options.as} says ${verdict}.`]);
    },
  );
}

function addReport(workflow: Command, terminal: Terminal, done: Done): void {
  common(
    workflow
      .command('report')
      .description('the go/no-go report as Markdown; exits 1 on a no-go')
      .argument('<feature>'),
  ).action(async (name: string, options: Options) => {
    const opened = await openWorkflows(terminal, options);
    const { state } = (await opened.feature(name, true)).standing;
    const decision = decide(state);
    done(decision.decision === 'go' ? exitCode.fine : exitCode.findings);
    const report = featureReport(state, opened.clock.now().toISOString().slice(0, 10));
    if (options.format === 'json') printJson(terminal, { feature: name, ...decision, report });
    else printLines(terminal, report.trimEnd().split('\n'));
  });
}

function addMetrics(workflow: Command, terminal: Terminal): void {
  workflow
    .command('metrics')
    .description('cycle times, throughput, rework and estimates from the recorded dates')
    .addOption(workspaceOption())
    .addOption(nowOption())
    .addOption(
      new Option('--format <format>', 'how they are printed')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .action(async (options: { workspace: string; now?: string; format: Format | 'csv' }) => {
      const opened = await openWorkflows(terminal, options);
      const metrics = workflowMetrics(
        (await opened.all(false)).flatMap(({ standing, artefacts }) =>
          standing === null
            ? []
            : [{ state: standing.state, estimate: totalEstimate(tasksOfFeature(artefacts.values())) }],
        ),
      );
      if (options.format === 'json') printJson(terminal, metrics);
      else if (options.format === 'csv') terminal.out.write(metricsCsv(metrics));
      else printLines(terminal, metricsLines(metrics));
    });
}

function addSchedule(workflow: Command, terminal: Terminal): void {
  common(
    workflow
      .command('schedule')
      .description('critical path, and sprints by capacity, from the tasks of a feature')
      .argument('<feature>')
      .addOption(
        new Option('--capacity <number>', 'effort of one sprint, in the unit of the estimates')
          .argParser(wholeNumber)
          .makeOptionMandatory(),
      ),
  ).action(async (name: string, options: Options & { capacity: number }) => {
    const opened = await openWorkflows(terminal, options);
    const tasks = tasksOfFeature((await opened.feature(name, false)).artefacts.values());
    if (tasks.length === 0)
      throw new CliFailure(
        `${name} has no tasks yet. Draft its task breakdown with tech-spec workflow next ${name}.`,
      );
    const schedule = scheduleTasks(tasks, options.capacity);
    if (options.format === 'json') printJson(terminal, schedule);
    else printLines(terminal, scheduleLines(schedule));
  });
}
