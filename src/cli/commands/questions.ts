import { prepareBrief } from '../../core/brief/prepare-brief';
import { askModel, type AskResult } from '../../core/clarify/ask-model';
import { clarify, decided, settledText, type Clarification } from '../../core/clarify/clarify';
import type { Evidence, Question } from '../../core/clarify/question';
import { leftOpen } from '../../core/draft/left-open';
import { ProjectReader } from '../../core/project/read-project';
import type { Source } from '../../core/source/source';
import { outputPath } from '../../core/template/output-path';
import type { Template } from '../../core/template/template';
import type { WorkspaceContext } from '../../core/workspace/context';
import { gatherContext } from '../../core/workspace/gather-context';
import { addModelOptions, chooseModel, type ModelOptions } from '../drafting/chosen-model';
import { describeOutcome } from '../drafting/draft-outcome';
import { CliFailure, exitCode } from '../failure';
import { findTemplate, inLanguageOf } from '../workspace/find-template';
import { readKnownSource, type SourceOptions } from '../workspace/known-source';
import {
  conversationOption,
  formatOption,
  kindOption,
  languageOption,
  receiptOption,
  sourceWorkspaceOption,
  type AddCommand,
} from '../options';
import { count, printJson, printLines, type Format } from '../output';
import { noAnswers, readAnswers } from '../workspace/read-answers';
import type { Terminal } from '../terminal';
import { workspaceOfSource } from '../workspace/source-workspace';
import { clockAt, fromHere, loadTemplates, type CliWorkspace } from '../workspace/workspace';
import { outlineId } from '../../core/receipt/build-receipt';

interface QuestionsOptions extends SourceOptions, ModelOptions {
  readonly format: Format;
  readonly workspace?: string;
  readonly template?: string;
  readonly language: string;
  readonly answers?: string;
}

/** `questions FILE`: what should be answered before a draft. */
export const addQuestions: AddCommand = (program, terminal, done) => {
  const command = program
    .command('questions')
    .description('list what should be answered before drafting; a model that is named asks, too')
    .argument('<file>', 'PRD, initiative or conversation')
    .option('--template <id>', 'also ask for the areas of this template');
  addModelOptions(command)
    .option('--answers <file>', 'answers given so far; some open further questions')
    .addOption(languageOption())
    .addOption(sourceWorkspaceOption())
    .addOption(receiptOption())
    .addOption(kindOption())
    .addOption(conversationOption())
    .addOption(formatOption())
    .action(async (file: string, options: QuestionsOptions) => {
      const workspace = await workspaceOfSource(terminal, options.workspace, file);
      const { source, listing } = await readKnownSource(workspace, file, options);
      const gathered = await gatherContext(
        { files: workspace.files, git: workspace.git },
        { source, listing },
      );
      const project = await new ProjectReader(workspace.files).read(gathered.files);
      const context: WorkspaceContext = { ...gathered, project };
      const templates = await loadTemplates(workspace);
      const template =
        options.template === undefined
          ? null
          : inLanguageOf(findTemplate(templates, options.template), source, options.language);
      const given =
        options.answers === undefined
          ? noAnswers
          : await readAnswers(workspace, options.answers, source.path);
      const input = { source, context, template, answers: given.answers };
      const parsed = clarify({ ...input, asked: given.asked });
      const result =
        options.model === outlineId
          ? null
          : await ask(
              terminal,
              options,
              { source, context, template: template ?? templates[0] ?? null },
              parsed,
              given.answers,
            );
      const clarification =
        result === null ? parsed : clarify({ ...input, asked: [...given.asked, ...result.questions] });
      const left =
        template === null
          ? null
          : leftOpen(
              prepareBrief({
                ...{ source, context, template },
                ...decided(clarification, given.answers),
                clock: clockAt(undefined),
                output: outputPath(template, source, context.files),
              }),
            );
      print(workspace, options.format, clarification, { result, left });
      if (options.format === 'text') printLines(terminal, leftLines(clarification, template, left));
      if (result !== null && result.outcome.kind !== 'complete') done(exitCode.model);
    });
};

/** Asks the model; what it said before it failed counts. */
async function ask(
  terminal: Terminal,
  options: ModelOptions,
  { source, context, template }: { source: Source; context: WorkspaceContext; template: Template | null },
  parsed: Clarification,
  answers: Parameters<typeof decided>[1],
): Promise<AskResult> {
  if (template === null) throw new CliFailure('There is no template. Install Tech Spec anew.');
  const brief = prepareBrief({
    ...{ source, context, template },
    ...decided(parsed, answers),
    clock: clockAt(undefined),
    output: outputPath(template, source, context.files),
  });
  const stop = new AbortController();
  const stopListening = terminal.onInterrupt(() => stop.abort());
  try {
    const result = await askModel({
      model: chooseModel(terminal, options),
      brief,
      answers,
      questions: [...parsed.questions, ...parsed.settled],
      signal: stop.signal,
      onProgress: (progress) => {
        if (progress.type === 'waiting')
          terminal.err.write(
            `${progress.wait.reason}: attempt ${progress.wait.attempt} in ${progress.wait.seconds} s\n`,
          );
      },
    });
    const { outcome, dropped } = result;
    if (outcome.kind !== 'complete')
      terminal.err.write(`${describeOutcome(outcome)} The questions found without it are listed.\n`);
    if (dropped > 0)
      terminal.err.write(`${dropped} of the model's entries were no questions, or asked already.\n`);
    return result;
  } finally {
    stopListening();
  }
}

/** What these questions are not: all that a draft leaves open. */
function leftLines(
  { questions }: Clarification,
  template: Template | null,
  left: readonly string[] | null,
): readonly string[] {
  if (template === null || left === null)
    return [
      'These are about the source alone. With --template ID what that template needs is asked, too, and what a draft leaves open besides is counted.',
    ];
  if (left.length === 0) return [];
  const these =
    questions.length === 0
      ? ''
      : `, also when ${questions.length === 1 ? 'this one is' : `these ${questions.length} are`} answered`;
  return [
    `${count(left.length, 'more question')} ${left.length === 1 ? 'stays' : 'stay'} open in an outline with ${template.id}${these}: what the design has to say, asked where it is to stand (OQ-n).`,
    '  Answer them in the draft, or let a model write it (draft --model openai:NAME). --format json lists them as leftOpen.',
  ];
}

function print(
  workspace: CliWorkspace,
  format: Format,
  { questions, settled }: Clarification,
  { result, left }: { readonly result: AskResult | null; readonly left: readonly string[] | null },
): void {
  const placed = <T extends Evidence>(places: readonly T[]): readonly T[] =>
    places.map((place) => ({ ...place, path: fromHere(workspace, place.path) }));
  if (format === 'json') {
    const shown = <T extends Question>(question: T): T => ({
      ...question,
      evidence: placed(question.evidence),
    });
    printJson(workspace.terminal, {
      questions: questions.map(shown),
      settled: settled.map((question) => ({ ...shown(question), answeredBy: placed(question.answeredBy) })),
      leftOpen: left,
      ...(result === null
        ? {}
        : {
            model: { outcome: result.outcome.kind, asked: result.questions.length, dropped: result.dropped },
          }),
    });
    return;
  }
  printLines(workspace.terminal, [
    ...questions.flatMap(({ id, blocking, text, why, options: choices }) => [
      `${id}${blocking ? ' (blocking)' : ''}: ${text}`,
      ...(why === '' ? [] : [`  ${why}`]),
      ...choices.map((choice) => `  - ${choice.text}${choice.recommended ? ' (recommended)' : ''}`),
    ]),
    ...settled.map(
      ({ id, text, answeredBy }) =>
        `${id} (answered by the workspace): ${text}\n  ${settledText(placed(answeredBy))}`,
    ),
  ]);
}
