import type { Template } from '../../../core/template/template';
import { stackMismatches } from '../../../core/workspace/stack/stack-expectation';
import { answersFolder } from '../../../core/clarify/kept-answers';
import { groupOfArea } from '../../../core/clarify/areas';
import type { SettledQuestion } from '../../../core/clarify/clarify';
import type { Question } from '../../../core/clarify/question';
import type { ContextState } from '../../../shared/wizard/context-state';
import type { GenerateState } from '../../../shared/wizard/generate-state';
import type { WizardState } from '../../../shared/wizard/protocol';
import type { AskingState, QuestionView } from '../../../shared/wizard/questions-state';
import type { StepId } from '../../../shared/wizard/steps';
import type { TemplateState, TemplateView } from '../../../shared/wizard/template-state';
import { stepIds } from '../../../shared/wizard/steps';
import { existingSpecNotice } from './existing-spec';
import { generationNotice } from '../../generation/generation-notice';
import { areaLabel, groupLabel } from './area-label';
import { documentViews, withheldViews } from './context-view';
import type { WizardData } from '../data/wizard-data';
import { english } from '../../../core/language/language-pack';
import { inChosenLanguage } from '../../../core/template/choose-language';
import { inLanguage, languageOf } from '../../../core/template/localize-template';
import { sourceState } from './source-step';
import { projectView, stackViews } from './stack-view';
import {
  askableModel,
  chosenLanguage,
  chosenOutput,
  editsAnswers,
  knownContext,
  selectedModel,
  selectedTemplate,
  unresolvedQuestions,
} from '../data/wizard-data';

/** What the webview draws, computed from what the wizard knows. */
export function wizardState(data: WizardData): WizardState {
  return {
    step: currentStep(data),
    steps: stepStates(data),
    workspace: data.workspace,
    trusted: data.trusted,
    notice: data.notice,
    existing: existingSpecNotice(data),
    source: sourceState(data),
    context: contextState(data),
    template: templateState(data),
    questions: {
      items: questionViews(data.clarification.questions, data),
      settled: questionViews(data.clarification.settled, data),
      asking: askingState(data),
      notice: data.answersNotice,
      editing: editsAnswers(data),
      pointedAt: data.pointedAt,
      path: keptBeside(data),
    },
    generate: generateState(data),
  };
}

/** Where the answers lie once there are any: beside the spec that they are of, or beside the one to be. */
function keptBeside(data: WizardData): string | null {
  const { answers, answersOf } = data.input;
  const spec = answersOf ?? chosenOutput(data);
  return answers.length === 0 || spec === '' ? null : answersFolder(spec);
}

/**
 * Steps open one after the other: each needs what the ones before it settle. Done is what was also looked at. Answers of
 * a spec that exists are all there is to give: a draft would make a second spec beside it.
 */
export function stepStates(data: WizardData): WizardState['steps'] {
  const source = data.source.value !== null && data.source.notice?.severity !== 'error';
  const context = source && data.context.value !== null;
  const template = source && selectedTemplate(data) !== null;
  const questions = template && context && unresolvedQuestions(data).length === 0;
  const reached = stepIds.indexOf(furtherStep(data.input.furthest, data.input.step));
  const step = (id: StepId, reachable: boolean, settled: boolean) => ({
    id,
    reachable,
    complete: settled && stepIds.indexOf(id) <= reached,
  });
  return [
    step('source', true, source),
    step('context', source, context),
    step('template', source, template),
    step('questions', template, questions),
    step('generate', questions && !editsAnswers(data), data.generation.phase === 'done'),
  ];
}

/** Which of two steps comes later. */
export function furtherStep(one: StepId, other: StepId): StepId {
  return stepIds.indexOf(one) > stepIds.indexOf(other) ? one : other;
}

/** The step the person chose, or the last one before it that can be shown while what it needs is still read. */
function currentStep(data: WizardData): StepId {
  const upTo = stepIds.slice(0, stepIds.indexOf(data.input.step) + 1);
  return upTo.findLast((step) => isReachable(data, step)) ?? 'source';
}

/** Whether a step can be opened now. */
export function isReachable(data: WizardData, step: StepId): boolean {
  return stepStates(data).some(({ id, reachable }) => id === step && reachable);
}

function contextState({ context, project, input }: WizardData): ContextState {
  const value = context.value;
  return {
    loading: context.loading,
    notice: context.notice,
    documents: value === null ? [] : documentViews(value, input),
    withheld: value === null ? [] : withheldViews(value),
    stack: value === null ? [] : stackViews(value.stack, input.stackEdits),
    project: projectView(project),
    git:
      value?.git === null || value?.git === undefined
        ? null
        : {
            branch: value.git.branch,
            commit: value.git.commit?.slice(0, 7) ?? null,
            dirty: value.git.dirty,
            userName: value.git.userName,
            recent: value.git.recentCommits.map(({ hash, subject }) => `${hash.slice(0, 7)} ${subject}`),
          },
    tokens: value?.tokens ?? 0,
    budget: value === null ? null : { tokens: value.budget.tokens, from: value.budget.from },
  };
}

function templateState(data: WizardData): TemplateState {
  const selected = selectedTemplate(data);
  const known = (selected?.languages ?? []).map(({ id, name }) => ({ id, name }));
  return {
    items: data.templates.map((template, index) => templateView(template, data, index === 0)),
    selected: selected?.id ?? null,
    languages: known.length === 0 ? [] : [{ id: english.id, name: english.name }, ...known],
    language: chosenLanguage(data),
    spoken: selected === null ? english.name : languageOf(selected).name,
    problems: [...data.templateProblems],
  };
}

function templateView(original: Template, data: WizardData, recommended: boolean): TemplateView {
  const source = data.source.value;
  const context = knownContext(data);
  // A person chooses in their own language what the spec will show in its own.
  const { name, summary } = inLanguage(original, data.displayLanguage);
  const template = source === null ? original : inChosenLanguage(original, source, chosenLanguage(data));
  return {
    id: template.id,
    name,
    summary,
    path: template.origin.kind === 'workspace' ? template.origin.path : null,
    suits: source === null || template.for.includes(source.kind),
    recommended,
    sections: template.sections
      .filter(({ level }) => level === 2)
      .map(({ number, heading }) => (number === null ? heading : `${number}. ${heading}`)),
    mismatches:
      context === null || template.stack === undefined
        ? []
        : stackMismatches(template.stack, context.stack).map(({ facet, expected, found }) => ({
            facet,
            expected,
            found: [...found],
          })),
  };
}

function questionViews(
  questions: readonly (Question & Partial<Pick<SettledQuestion, 'answeredBy'>>)[],
  { input }: WizardData,
): QuestionView[] {
  const answers = new Map(input.answers.map((answer) => [answer.questionId, answer]));
  return questions.map((question) => ({
    id: question.id,
    area: question.area,
    areaLabel: areaLabel(question.area),
    group: groupOfArea(question.area),
    groupLabel: groupLabel(groupOfArea(question.area)),
    origin: question.origin ?? null,
    answeredBy: (question.answeredBy ?? []).map(({ text, path, line }) => ({ text, path, line })),
    blocking: question.blocking,
    text: question.text,
    why: question.why,
    options: question.options.map(({ text, recommended }) => ({ text, recommended })),
    evidence: question.evidence.map(({ path, line }) => ({ path, line })),
    answer: answers.get(question.id) ?? null,
  }));
}

function askingState(data: WizardData): AskingState {
  const { asking, input } = data;
  const model = askableModel(data);
  return {
    model: model?.label ?? null,
    tokens: data.promptTokens,
    phase: asking.phase,
    received: asking.received,
    further: asking.answers !== null && asking.answers !== input.answers,
    notice: asking.notice,
  };
}

function generateState(data: WizardData): GenerateState {
  const { generation } = data;
  return {
    models: [...data.models],
    selectedModel: selectedModel(data)?.id ?? null,
    openai: { ...data.openai },
    output: chosenOutput(data),
    outputProblem: data.outputProblem,
    promptTokens: data.promptTokens,
    estimate: data.estimate,
    phase: generation.phase,
    sections: [...generation.sections],
    receivedTokens: generation.receivedTokens,
    wait: generation.wait,
    elapsed: generation.elapsed,
    notice: data.generateNotice ?? generationNotice(generation),
    result: generation.result,
  };
}
