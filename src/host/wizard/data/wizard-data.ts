import type { Clarification } from '../../../core/clarify/clarify';
import type { Question } from '../../../core/clarify/question';
import type { SourceRecords } from '../../../core/receipt/find-records';
import type { KnownSource } from '../../../core/receipt/know-source';
import type { Correction } from '../../../core/source/corrections/correction';
import type { Source } from '../../../core/source/source';
import { inChosenLanguage } from '../../../core/template/choose-language';
import type { Template } from '../../../core/template/template';
import type { WorkspaceContext } from '../../../core/workspace/context';
import type { WritingData } from '../../source-writing/writing-data';
import type { ProjectIndex } from '../../../core/project/project-index';
import { withStackEdits } from '../../../core/workspace/stack/stack-edits';
import type { ProjectView } from '../../../shared/wizard/context-state';
import type { EstimateView, ModelView } from '../../../shared/wizard/generate-state';
import type { Notice } from '../../../shared/wizard/notice';
import type { AskingState } from '../../../shared/wizard/questions-state';
import type { SourceCandidate } from '../../../shared/wizard/source-state';
import type { TemplateState } from '../../../shared/wizard/template-state';
import type { WizardInput } from '../../../shared/wizard/wizard-input';
import type { GenerationSnapshot } from '../../generation/generation-snapshot';

/** Something read in the background: the last value stays while a newer one is on its way. */
export interface Loaded<T> {
  readonly loading: boolean;
  readonly value: T | null;
  readonly notice: Notice | null;
}

export interface OpenAiView {
  readonly baseUrl: string;
  readonly modelName: string;
  readonly hasKey: boolean;
}

/** A source before and after its corrections. */
export interface SourceReading extends KnownSource {
  /** As the document says it. */
  readonly raw: Source;
  readonly records: SourceRecords;
  /** Those that hold now, the person's own or those found beside an earlier spec. */
  readonly corrections: readonly Correction[];
}

/** What the code has. It is read last and can do without: a person may stop it. */
export interface ReadProject {
  readonly state: ProjectView['state'];
  readonly value: ProjectIndex | null;
}

/** What the wizard knows: the person's input and all that was read for it. */
export interface WizardData {
  readonly input: WizardInput;
  readonly workspace: string | null;
  readonly trusted: boolean;
  readonly notice: Notice | null;
  readonly candidates: readonly SourceCandidate[];
  /** As corrected. */
  readonly source: Loaded<Source>;
  /** What `source` was made from; `null` before it is read. */
  readonly reading: SourceReading | null;
  /** Where the corrections lie, or `null` where they are in no file. */
  readonly correctionsPath: string | null;
  /** As read: without the code and without what a person said of the stack; see {@link knownContext}. */
  readonly context: Loaded<WorkspaceContext>;
  readonly project: ReadProject;
  /** In the order of the offer, the recommended one first. */
  readonly templates: readonly Template[];
  readonly templateProblems: TemplateState['problems'];
  /** Language of specs where the person chose none. */
  readonly defaultLanguage: string;
  /** Language that the wizard is shown in. */
  readonly displayLanguage: string;
  /** To be asked, and what the workspace answers. */
  readonly clarification: Clarification;
  /** What is wrong with the answers file, or `null`. */
  readonly answersNotice: Notice | null;
  /** The question that a person came here for, and how often one was; `null` where for none. */
  readonly pointedAt: { readonly question: string; readonly turn: number } | null;
  readonly asking: AskingData;
  readonly models: readonly ModelView[];
  readonly openai: OpenAiView;
  /** Model to use where the person chose none. */
  readonly defaultModel: string;
  /** Path to use where the person entered none. */
  readonly suggestedOutput: string;
  readonly outputProblem: string | null;
  /** The path that `outputProblem` is about: a person may have entered another one since. */
  readonly judgedOutput: string;
  readonly promptTokens: number;
  readonly estimate: EstimateView | null;
  /** Documents that the person writes here. */
  readonly writing: WritingData;
  readonly generation: GenerationSnapshot;
  /** Why Generate did not start, or `null`. */
  readonly generateNotice: Notice | null;
}

/** How asking a model goes. */
export interface AskingData {
  readonly phase: AskingState['phase'];
  readonly received: number;
  readonly notice: Notice | null;
  /** The answers when it was asked last; `null` before. */
  readonly answers: WizardInput['answers'] | null;
}

export const notAsking: AskingData = { phase: 'idle', received: 0, notice: null, answers: null };

/** Nothing was asked yet. */
export const nothingAsked: Clarification = { questions: [], settled: [] };

/** All that is known of the workspace: what was read, what the code has, and what a person set right. */
export function knownContext({ context, project, input }: WizardData): WorkspaceContext | null {
  if (context.value === null) return null;
  const known = project.value === null ? context.value : { ...context.value, project: project.value };
  return withStackEdits(known, input.stackEdits);
}

/** A value that nobody has asked for yet. */
export function notLoaded<T>(): Loaded<T> {
  return { loading: false, value: null, notice: null };
}

/** The template in the language of the spec. */
export function selectedTemplate(data: WizardData): Template | null {
  const { input, templates, source } = data;
  const template = templates.find(({ id }) => id === input.template) ?? templates[0] ?? null;
  if (template === null || source.value === null) return template;
  return inChosenLanguage(template, source.value, chosenLanguage(data));
}

export function chosenLanguage({ input, defaultLanguage }: WizardData): string {
  return input.language ?? defaultLanguage;
}

export function selectedModel({ input, models, defaultModel }: WizardData): ModelView | null {
  const byId = (id: string | null) => models.find((model) => model.id === id);
  return byId(input.model) ?? byId(defaultModel) ?? models[0] ?? null;
}

/** The chosen model where it can be asked: the outline knows nothing to ask. */
export function askableModel(data: WizardData): ModelView | null {
  const model = selectedModel(data);
  return model === null || model.provider === 'outline' || !model.ready ? null : model;
}

/** Most tokens of a request of the chosen model; `null` where that is not known, or where nothing is asked. */
export function modelWindow(data: WizardData): number | null {
  return selectedModel(data)?.contextWindow ?? null;
}

export function chosenOutput({ input, suggestedOutput }: WizardData): string {
  return input.output ?? suggestedOutput;
}

/** Whether the answers of a spec that exists are edited, and none is made. */
export function editsAnswers({ input }: WizardData): boolean {
  return (input.answersOf ?? null) !== null;
}

/** Where the spec goes, once it is known that it can be written there; `null` until then. */
export function writableOutput(data: WizardData): string | null {
  const output = chosenOutput(data);
  return output !== '' && output === data.judgedOutput && data.outputProblem === null ? output : null;
}

/** Questions a draft must wait for. */
export function unresolvedQuestions({ input, clarification }: WizardData): readonly Question[] {
  const { questions } = clarification;
  const answered = new Set(input.answers.map(({ questionId }) => questionId));
  return questions.filter(({ blocking, id }) => blocking && !answered.has(id));
}
