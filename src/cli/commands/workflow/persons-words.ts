import { Option, type Command } from 'commander';
import { giveVerdict, override, sign } from '../../../core/workflow/changes';
import { CliFailure } from '../../failure';
import { printJson, printLines } from '../../output';
import type { Terminal } from '../../terminal';
import { applyChange, openWorkflows } from '../../workflow/workflow-workspace';

import { common, type Options } from './common-options';

const asOption = (): Option => new Option('--as <name>', 'whose word this is').makeOptionMandatory();

/** `workflow sign`. */
export function addSign(workflow: Command, terminal: Terminal): void {
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

/** `workflow override`. */
export function addOverride(workflow: Command, terminal: Terminal): void {
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

/** `workflow verdict`. */
export function addVerdict(workflow: Command, terminal: Terminal): void {
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
