import { isAbsolute, normalize } from 'node:path';
import { type Command } from 'commander';
import { ownTitle } from '../../../core/source/own-title';
import { slugOf } from '../../../core/template/output-path';
import { nextStep, startFeature } from '../../../core/workflow/changes';
import { isFeatureName } from '../../../core/workflow/records';
import { repairRoundsOption } from '../../drafting/repair-draft';
import { addModelOptions, chooseModel, type ModelOptions } from '../../drafting/chosen-model';
import { CliFailure, exitCode } from '../../failure';
import { printJson, printLines, severityCounts } from '../../output';
import type { Terminal } from '../../terminal';
import { draftArtefact, type DraftedArtefact } from '../../workflow/draft-artefact';
import { featureJson, featureLines, openJson, openLines } from '../../workflow/feature-output';
import { applyChange, openWorkflows } from '../../workflow/workflow-workspace';
import { fromHere, inWorkspace, readSourceFile, type CliWorkspace } from '../../workspace/workspace';
import { recordedPath } from '../../../core/text/path';

import { common, type Done, type Options } from './common-options';

/** `workflow start`. */
export function addStart(workflow: Command, terminal: Terminal): void {
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
      const typed = await existingSource(workspace, options.source);
      const path = inWorkspace(workspace, typed);
      if (path.startsWith('..') || recordedPath(path) !== path)
        throw new CliFailure(`${typed} lies outside of the workspace. Copy it into it first.`);
      const source = await readSourceFile(workspace, typed, undefined);
      const feature = name ?? slugOf(source);
      if (!isFeatureName(feature))
        throw new CliFailure(`${feature} cannot name a feature. Use letters, digits and hyphens.`);
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

/**
 * A source as it was typed where that is there, else as a path of the workspace.
 *
 * @returns a path relative to the current folder
 * @throws CliFailure that names both places
 */
async function existingSource(workspace: CliWorkspace, typed: string): Promise<string> {
  const isThere = async (path: string): Promise<boolean> =>
    (await workspace.files.stat(path).catch(() => undefined)) !== undefined;
  const here = inWorkspace(workspace, typed);
  if (await isThere(here)) return typed;
  if (!isAbsolute(typed) && (await isThere(typed))) return fromHere(workspace, typed);
  const places = isAbsolute(typed) ? [typed] : [typed, fromHere(workspace, typed)];
  const looked = [...new Set(places.map((place) => normalize(place)))];
  throw new CliFailure(
    looked.length === 1
      ? `There is no file ${typed}. Check the path; it is relative to the current folder.`
      : `There is no file ${typed}. Looked for it at ${looked[0] ?? ''} and, in the workspace, at ${looked[1] ?? ''}.`,
  );
}

/** `workflow next`. */
export function addNext(workflow: Command, terminal: Terminal, done: Done): void {
  const command = common(
    workflow
      .command('next')
      .description(
        'close the phase where its gates allow it, and draft what comes next; exits 1 at a closed gate',
      )
      .argument('<feature>')
      .option('--answers <file>', 'answers to the questions of the artefact, as draft takes them')
      .option('--as <name>', 'who closes the phase; as git knows you when left out')
      .option('--resume', 'go on with the draft that broke off, from what lies beside the artefact')
      .addOption(repairRoundsOption()),
  );
  addModelOptions(command).action(
    async (
      name: string,
      options: Options &
        ModelOptions & { answers?: string; as?: string; resume?: boolean; repairRounds: number },
    ) => {
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
          await draftArtefact(opened, feature, step.phase.phase, step.artefact, {
            ...{ ...options, model },
            // Of several artefacts the first that is missing is the one that broke off.
            resume: options.resume === true && drafted.length === 0,
          }),
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
        ...drafted.map(({ path, counts }) => `${path}: ${severityCounts(counts)}`),
        ...(state.current === null
          ? [`${name}: all phases are done`]
          : [
              blocked
                ? `${state.current.phase.name} cannot be closed. What is open:`
                : `${state.current.phase.name} (${state.current.phase.role.name}). Before it can be closed:`,
              ...openLines(state.open),
              ...(state.open.length === 0
                ? []
                : [
                    `Sign what a person answers for with tech-spec workflow sign ${name} ITEM... --as NAME, then go on with tech-spec workflow next ${name}.`,
                  ]),
            ]),
      ]);
    },
  );
}
