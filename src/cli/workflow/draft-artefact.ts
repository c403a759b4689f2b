import { prepareBrief } from '../../core/brief/prepare-brief';
import { countFindings, type FindingCounts } from '../../core/checks/distinct-findings';
import { clarify, decided } from '../../core/clarify/clarify';
import { chooseCalls } from '../../core/draft/calls/choose-calls';
import type { LanguageModel } from '../../core/ports/language-model';
import { ProjectReader } from '../../core/project/read-project';
import { receiptPath } from '../../core/spec/receipt-path';
import { formerArtefacts, templateFor, withArtefacts } from '../../core/workflow/artefact-source';
import { artefactPath, type Phase } from '../../core/workflow/workflow';
import { gatherContext } from '../../core/workspace/gather-context';
import { draftToFiles } from '../drafting/draft-to-files';
import { CliFailure } from '../failure';
import { findTemplate } from '../workspace/find-template';
import { inChosenLanguage, sourceLanguage } from '../../core/template/choose-language';
import { readKnownSource } from '../workspace/known-source';
import { noAnswers, readAnswers, reportAnswers } from '../workspace/read-answers';
import { fromHere } from '../workspace/workspace';
import type { KnownFeature, WorkflowWorkspace } from './workflow-workspace';

export interface DraftedArtefact {
  readonly artefact: string;
  /** Relative to the current folder. */
  readonly path: string;
  readonly errors: number;
  readonly warnings: number;
  readonly counts: FindingCounts;
}

/**
 * Drafts an artefact of a feature from its source and the artefacts of the phases before.
 *
 * @throws CliFailure where the source can not be read, the file exists, or the model fails (what came is kept beside it)
 */
export async function draftArtefact(
  { workspace, clock, templates, check }: WorkflowWorkspace,
  { standing, artefacts }: KnownFeature,
  phase: Phase,
  id: string,
  options: {
    readonly model: LanguageModel;
    readonly answers?: string;
    /** Whether it goes on with a draft that broke off. */
    readonly resume: boolean;
    readonly repairRounds: number;
  },
): Promise<DraftedArtefact> {
  const { workflow, records } = standing.state;
  const artefact = workflow.artefacts[id];
  if (artefact === undefined) throw new CliFailure(`The workflow ${workflow.id} has no artefact ${id}.`);
  const output = artefactPath(artefact, records.name);
  const original = templateFor(findTemplate(templates, artefact.template), phase, output);
  const { source: alone, listing } = await readKnownSource(
    workspace,
    fromHere(workspace, records.feature.source),
    {},
  );
  const paths = new Set(formerArtefacts(workflow, phase, records.name));
  const former = [...artefacts.values()].filter(({ path }) => paths.has(path));
  const source = withArtefacts(alone, former);
  // One feature, one language: that of what it is made from.
  const template = inChosenLanguage(original, alone, sourceLanguage);
  const gathered = await gatherContext(
    { files: workspace.files, git: workspace.git },
    { source, listing, target: output, includedPaths: former.map(({ path }) => path) },
  );
  const project = await new ProjectReader(workspace.files).read(gathered.files);
  const context = { ...gathered, project };
  const given =
    options.answers === undefined ? noAnswers : await readAnswers(workspace, options.answers, source.path);
  const clarification = clarify({
    ...{ source, context, template },
    asked: given.asked,
    answers: given.answers,
  });
  reportAnswers(workspace.terminal, clarification, given.answers);
  const brief = prepareBrief({
    ...{ source, context, template, clock, output },
    ...decided(clarification, given.answers),
  });
  const shown = fromHere(workspace, output);
  if (!(await workspace.files.staysInside(output)))
    throw new CliFailure(`${shown} leads out of the workspace through a link. Nothing was written.`);
  if ((await workspace.files.stat(receiptPath(output))) !== undefined)
    throw new CliFailure(
      `${receiptPath(shown)} exists and is not overwritten. Delete it to draft ${shown} anew.`,
    );
  const { model, resume, repairRounds } = options;
  const { report } = await draftToFiles(workspace.terminal, workspace, {
    ...{ model, brief, template, output, shown, resume, repairRounds },
    plan: chooseCalls(brief, model, 'auto'),
    check: (text) => check({ path: output, text }, artefact.template),
  });
  const counts = countFindings(report.findings);
  return { artefact: id, path: shown, errors: counts.error.count, warnings: counts.warning.count, counts };
}
