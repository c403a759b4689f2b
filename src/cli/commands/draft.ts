import { resolve } from 'node:path';
import { Option } from 'commander';
import { prepareBrief } from '../../core/brief/prepare-brief';
import type { SpecFileReport } from '../../core/checks/check-spec-file';
import { declaredQuestions } from '../../core/checks/reading/declared-questions';
import { countFindings, distinctFindings } from '../../core/checks/distinct-findings';
import { clarify, decided } from '../../core/clarify/clarify';
import { draftActuals } from '../../core/cost/draft-actuals';
import { estimateDraft } from '../../core/cost/estimate-draft';
import { callsByWave } from '../../core/draft/calls/call-plan';
import { callModes, type CallMode } from '../../core/draft/calls/call-mode';
import { chooseCalls } from '../../core/draft/calls/choose-calls';
import { ProjectReader } from '../../core/project/read-project';
import { receiptPath } from '../../core/spec/receipt-path';
import { correctionsPath, serialiseCorrections } from '../../core/source/corrections/corrections-file';
import { recordedPath } from '../../core/text/path';
import { outputPath } from '../../core/template/output-path';
import type { Template } from '../../core/template/template';
import { stackMismatches } from '../../core/workspace/stack/stack-expectation';
import { gatherContext } from '../../core/workspace/gather-context';
import { addModelOptions, chooseModel, type ModelOptions } from '../drafting/chosen-model';
import { actualsJson, actualsLines, estimateJson, estimateLines } from '../drafting/draft-cost';
import { checkerOf, draftToFiles, existsMessage, writeNew } from '../drafting/draft-to-files';
import { CliFailure, exitCode } from '../failure';
import { findTemplate, inLanguageOf } from '../workspace/find-template';
import { noAnswers, readAnswers, reportAnswers } from '../workspace/read-answers';
import { readKnownSource, type SourceOptions } from '../workspace/known-source';
import {
  conversationOption,
  formatOption,
  kindOption,
  languageOption,
  maxTokensOption,
  nowOption,
  receiptOption,
  sourceWorkspaceOption,
  type AddCommand,
} from '../options';
import { nextSteps, type Drafted } from '../drafting/next-steps';
import { pricesFrom } from '../workspace/prices-file';
import { repairRoundsOption } from '../drafting/repair-draft';
import { surroundingsOf } from '../workspace/surround';
import { loadTeamConfig } from '../workspace/team-config';
import { count, findingLine, printJson, printLines, severityCounts, type Format } from '../output';
import { workspaceOfSource } from '../workspace/source-workspace';
import { clockAt, fromHere, inWorkspace, loadTemplates } from '../workspace/workspace';
import { outlineId } from '../../core/receipt/build-receipt';

interface DraftOptions extends SourceOptions, ModelOptions {
  readonly format: Format;
  readonly workspace?: string;
  readonly template?: string;
  readonly answers?: string;
  readonly out?: string;
  readonly resume?: boolean;
  readonly repairRounds: number;
  readonly calls: CallMode;
  readonly language: string;
  readonly estimate?: boolean;
  readonly prices?: string;
  readonly maxTokens?: number;
  readonly now?: string;
}

/** `draft FILE`: writes a spec and its receipt. */
export const addDraft: AddCommand = (program, terminal, done) => {
  const command = program
    .command('draft')
    .description('write a technical specification and its receipt')
    .argument('<file>', 'PRD, initiative or conversation')
    // Not declared as required: that message would hide the one about an option that is not known.
    .option('--template <id>', 'required; see the templates command')
    .addOption(sourceWorkspaceOption());
  addModelOptions(command)
    .option(
      '--answers <file>',
      '<spec>.answers, a file of answers, or a JSON list of {"questionId","kind":"text|assume|defer","text","owner"}',
    )
    .option('--out <file>', "where the spec goes; the template's path when left out")
    .option('--resume', 'go on with the draft that broke off, from OUT.partial.md')
    .addOption(repairRoundsOption())
    .addOption(
      new Option(
        '--calls <mode>',
        'whether a document is written in one call of the model or, as its template says, in several',
      )
        .choices(callModes)
        .default('auto'),
    )
    .addOption(
      new Option(
        '--estimate',
        'tells how many tokens a draft will take, and its cost; makes no request',
      ).conflicts('resume'),
    )
    .option('--prices <file>', 'JSON with prices of models per million tokens; none is built in')
    .addOption(languageOption())
    .addOption(maxTokensOption())
    .addOption(nowOption())
    .addOption(receiptOption())
    .addOption(kindOption())
    .addOption(conversationOption())
    .addOption(formatOption())
    .action(async (file: string, options: DraftOptions) => {
      const prices = pricesFrom(terminal, options.prices);
      const model = chooseModel(terminal, options);
      const clock = clockAt(options.now);
      const workspace = await workspaceOfSource(terminal, options.workspace, file);
      const config = await loadTeamConfig(workspace);
      const chosen = chooseTemplate(await loadTemplates(workspace), options.template);
      const { source, corrections, listing } = await readKnownSource(workspace, file, options);
      if (source.requirements.length === 0)
        terminal.err.write(
          `${file}: no requirement was recognised, so the spec will cover none. Give each an id such as FR-001, or list them under a heading such as "Requirements".\n`,
        );
      const template = inLanguageOf(chosen, source, options.language);
      const gathered = await gatherContext(
        { files: workspace.files, git: workspace.git },
        {
          source,
          listing,
          maxTokens: options.maxTokens,
          ...(options.out === undefined ? {} : { target: inWorkspace(workspace, options.out) }),
        },
      );
      const project = await new ProjectReader(workspace.files).read(gathered.files);
      const context = { ...gathered, project };
      for (const { facet, expected, found } of stackMismatches(template.stack ?? {}, context.stack)) {
        const instead = found.length === 0 ? 'shows none' : `has ${found.join(', ')}`;
        terminal.err.write(`The template is made for ${facet} ${expected}; the workspace ${instead}.\n`);
      }
      const output =
        options.out === undefined
          ? outputPath(template, source, context.files)
          : inWorkspace(workspace, options.out);
      if (options.out === undefined && !(await workspace.files.staysInside(output)))
        throw new CliFailure(
          `${output} leads out of the workspace through a link. Say with --out where the spec goes.`,
        );
      const given =
        options.answers === undefined
          ? noAnswers
          : await readAnswers(workspace, options.answers, source.path);
      const clarification = clarify({
        ...{ source, context, template },
        asked: given.asked,
        answers: given.answers,
      });
      reportAnswers(terminal, clarification, given.answers);
      const { questions, answers } = decided(clarification, given.answers);
      const brief = prepareBrief({ source, context, template, questions, answers, clock, output });
      const plan = chooseCalls(brief, model, options.calls);
      if (options.estimate === true) {
        const estimate = await estimateDraft(
          brief,
          model,
          model.id === outlineId ? [] : plan === null ? [1] : callsByWave(plan),
        );
        if (options.format === 'json') printJson(terminal, estimateJson(estimate, model.id, prices));
        else printLines(terminal, estimateLines(estimate, model.id, prices));
        return;
      }
      const usual = outputPath(template, source, []);
      if (options.out === undefined && usual !== output)
        terminal.err.write(
          `${fromHere(workspace, usual)} is there already, so this draft goes to ${fromHere(workspace, output)}. To work what has changed since into that one, run tech-spec update ${fromHere(workspace, usual)} instead.\n`,
        );
      const target = resolve(workspace.root, output);
      const shown = options.out ?? fromHere(workspace, output);
      // Those that lie where the spec goes are already in their place.
      const carried = corrections?.path === correctionsPath(output) ? null : (corrections?.file ?? null);
      for (const [path, name] of [
        [output, shown],
        [receiptPath(output), receiptPath(shown)],
        ...(carried === null ? [] : [[correctionsPath(output), correctionsPath(shown)] as const]),
      ] as const) {
        if ((await workspace.files.stat(path)) !== undefined) throw new CliFailure(existsMessage(name));
      }
      const { text, repair, usage, report } = await draftToFiles(terminal, workspace, {
        ...{ model, brief, template, output, shown, plan },
        ...{ resume: options.resume === true, repairRounds: options.repairRounds },
        check: checkerOf({
          path: output,
          files: workspace.files,
          templates: [template],
          settings: config.checks,
          surround: surroundingsOf(workspace, clock, config)(output),
        }),
        // The spec is checked against the source as it was corrected, so it keeps the corrections beside it.
        beside: async () => {
          if (carried === null || carried.corrections.length === 0) return;
          const file = { ...carried, source: recordedPath(source.path) };
          await writeNew(correctionsPath(target), correctionsPath(shown), serialiseCorrections(file));
        },
      });
      const counts = countFindings(report.findings);
      const errors = distinctFindings(report.findings).filter(({ severity }) => severity === 'error');
      const actuals = draftActuals({
        ...{ text, template, model: model.id, usage, prices },
      });
      done(errors.length > 0 ? exitCode.findings : exitCode.fine);
      if (options.format === 'json') {
        printJson(terminal, {
          path: shown,
          receipt: receiptPath(shown),
          errors: counts.error.count,
          warnings: counts.warning.count,
          coverage: report.coverage,
          repair: { rounds: repair.rounds, mended: repair.mended, left: repair.left },
          usage: actualsJson(actuals),
        });
        return;
      }
      printLines(terminal, [
        ...errors.map((finding) => findingLine(shown, finding)),
        `${shown}: ${report.coverage.covered} of ${count(report.coverage.requirements, 'requirement')} covered, ${severityCounts(counts)}`,
        ...(model.id === outlineId
          ? nextSteps({
              ...{ file, shown, template: template.id, workspace: options.workspace },
              ...openQuestionsOf(report),
            })
          : actualsLines(actuals, template)),
      ]);
    });
};

function openQuestionsOf(report: SpecFileReport): Pick<Drafted, 'line' | 'questions'> {
  const open = declaredQuestions(report).filter(({ resolved }) => !resolved);
  return { line: open[0]?.line ?? null, questions: new Set(open.map(({ id }) => id)).size };
}

function chooseTemplate(templates: readonly Template[], id: string | undefined): Template {
  if (id !== undefined) return findTemplate(templates, id);
  const known = templates.flatMap(({ id, offer }) => (offer === false ? [] : [id])).join(', ');
  throw new CliFailure(`--template is missing. Choose one of ${known}.`);
}
