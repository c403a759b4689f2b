import { Option, type Command } from 'commander';
import { decide, featureReport } from '../../../core/workflow/feature-report';
import { workflowMetrics } from '../../../core/workflow/metrics';
import { metricsCsv } from '../../../core/workflow/metrics-csv';
import { scheduleTasks } from '../../../core/workflow/schedule';
import { tasksOfFeature, totalEstimate } from '../../../core/workflow/task-artefact';
import { CliFailure, exitCode } from '../../failure';
import { nowOption, wholeNumber, workspaceOption } from '../../options';
import { printJson, printLines, type Format } from '../../output';
import type { Terminal } from '../../terminal';
import { featureJson, featureLines, metricsLines, scheduleLines } from '../../workflow/feature-output';
import { openWorkflows } from '../../workflow/workflow-workspace';

import { common, type Done, type Options } from './common-options';

/** `workflow status`. */
export function addStatus(workflow: Command, terminal: Terminal, done: Done): void {
  common(
    workflow
      .command('status')
      .description('where features stand; exits 1 where a file of theirs cannot be read')
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

/** `workflow report`. */
export function addReport(workflow: Command, terminal: Terminal, done: Done): void {
  common(
    workflow
      .command('report')
      .description('the go/no-go report as Markdown; exits 1 on a no-go')
      .argument('<feature>'),
  ).action(async (name: string, options: Options) => {
    const opened = await openWorkflows(terminal, options);
    const { state } = (await opened.feature(name, true)).standing;
    const decision = decide(state);
    done(decision.decision === 'no-go' ? exitCode.findings : exitCode.fine);
    const report = featureReport(state, opened.clock.now().toISOString().slice(0, 10));
    if (options.format === 'json') printJson(terminal, { feature: name, ...decision, report });
    else printLines(terminal, report.trimEnd().split('\n'));
  });
}

/** `workflow metrics`. */
export function addMetrics(workflow: Command, terminal: Terminal): void {
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

/** `workflow schedule`. */
export function addSchedule(workflow: Command, terminal: Terminal): void {
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
