import * as v from 'valibot';
import { writingInput, writingMessages, writingState } from './source-writing';
import type { StackFacet } from '../core/workspace/stack/stack-facets';

/**
 * Everything that passes between the wizard's webview and the extension host. The host owns the state and sends it
 * whole after each change; the webview draws it and sends back what the person did. Both sides check every message
 * with the guards below and drop what does not fit.
 */

export const stepIds = ['source', 'context', 'template', 'questions', 'generate'] as const;
const stepId = v.picklist(stepIds);
export type StepId = v.InferOutput<typeof stepId>;

const sourceKind = v.picklist(['prd', 'initiative', 'conversation']);
const severity = v.picklist(['error', 'warning', 'info']);

/** A message to the person, with the next step where there is one. */
const notice = v.object({
  severity,
  text: v.string(),
  /** Actions by id; the webview shows a button for each and sends `noticeAction`. */
  actions: v.array(v.object({ id: v.string(), label: v.string() })),
});
export type Notice = v.InferOutput<typeof notice>;

const sourceCandidate = v.object({
  path: v.string(),
  title: v.string(),
  kind: sourceKind,
  /** Why it is offered: open in the editor, found in `prds/` and so on. */
  reason: v.string(),
});
export type SourceCandidate = v.InferOutput<typeof sourceCandidate>;

export const requirementKinds = [
  'story',
  'functional',
  'non-functional',
  'ears',
  'success-criterion',
  'other',
] as const;
const requirementKind = v.picklist(requirementKinds);
const splitWay = v.picklist(['criteria', 'sentences', 'lines']);
const dropWay = v.picklist(['out-of-scope', 'not-a-requirement']);

const requirementView = v.object({
  id: v.string(),
  derived: v.boolean(),
  kind: v.string(),
  title: v.string(),
  priority: v.nullable(v.string()),
  acceptance: v.number(),
  line: v.number(),
  /** File beside the source that defines it. */
  path: v.optional(v.string()),
  /** The whole statement, shortened; empty where the title says it all. */
  text: v.string(),
  /** Added by the person: there is no line to open. */
  added: v.boolean(),
  /** Whether a correction had part in what is shown. */
  corrected: v.boolean(),
  /** In which ways it can be split. */
  splits: v.array(splitWay),
});
export type RequirementView = v.InferOutput<typeof requirementView>;

const correctionView = v.object({
  /** What was done, in words. */
  text: v.string(),
  /** Why it has no effect, or what to look at; `null` where it simply holds. */
  problem: v.nullable(v.string()),
});
export type CorrectionView = v.InferOutput<typeof correctionView>;

const findingView = v.object({ severity, message: v.string(), line: v.number() });
export type FindingView = v.InferOutput<typeof findingView>;

const lineView = v.object({ text: v.string(), line: v.number() });
const talkView = v.object({
  decisions: v.array(lineView),
  openPoints: v.array(lineView),
  /** `by` is the id of the requirement that holds instead; `null` where nothing does. */
  superseded: v.array(v.object({ text: v.string(), line: v.number(), by: v.nullable(v.string()) })),
});
export type TalkView = v.InferOutput<typeof talkView>;

const sourceState = v.object({
  candidates: v.array(sourceCandidate),
  selected: v.nullable(v.string()),
  loading: v.boolean(),
  notice: v.nullable(notice),
  summary: v.nullable(
    v.object({
      title: v.string(),
      kind: sourceKind,
      requirements: v.array(requirementView),
      outOfScope: v.array(v.object({ text: v.string(), line: v.number() })),
      findings: v.array(findingView),
      /** In the order in which they were made. */
      corrections: v.array(correctionView),
      /** Where they are kept, or `null` where they are not kept in a file. */
      correctionsPath: v.nullable(v.string()),
      /** Of a conversation: what it settled, left open, and said before what holds now. */
      talk: v.optional(talkView),
    }),
  ),
  /** What should be done before a spec is made from this source: write a PRD first, say. */
  offer: v.nullable(notice),
  writing: writingState,
});
export type SourceState = v.InferOutput<typeof sourceState>;

/** What a completed spec declares: how much, and as much of it as is worth showing. */
const declaredFacts = v.object({
  count: v.number(),
  shown: v.array(v.object({ kind: v.string(), name: v.string(), detail: v.string(), line: v.number() })),
});
export type DeclaredFactsView = v.InferOutput<typeof declaredFacts>;

const documentView = v.object({
  path: v.string(),
  /** rule, steering, completed-spec, research, decision, template, source. */
  kind: v.string(),
  title: v.string(),
  /** Why it is sent or not. */
  reason: v.string(),
  /** Estimated tokens; `null` for what was not read. */
  tokens: v.nullable(v.number()),
  truncated: v.boolean(),
  included: v.boolean(),
  /** Whether a person decided so. */
  byHand: v.boolean(),
  /** What it declares, where it is a completed spec that declares anything. */
  facts: v.optional(declaredFacts),
});
export type DocumentView = v.InferOutput<typeof documentView>;

/** Questions that a stack profile answers, as core names them. */
export const stackFacetIds = [
  'languages',
  'frameworks',
  'orms',
  'databases',
  'migrationTool',
  'migrationFolder',
  'migrationNaming',
  'testCommands',
  'uiLibrary',
  'uiComponents',
  'packageManagers',
  'ci',
  'modules',
] as const satisfies readonly StackFacet[];
const stackFacet = v.picklist(stackFacetIds);

const stackValue = v.object({
  /** Such as `Go 1.24`. */
  text: v.string(),
  state: v.picklist(['detected', 'changed', 'added', 'removed']),
  /** What was detected, where a person said otherwise; equal to `text` of what was removed. */
  detected: v.nullable(v.string()),
  /** File and line that show what was detected; an empty path where none does. */
  evidence: v.string(),
  line: v.number(),
});
export type StackValueView = v.InferOutput<typeof stackValue>;

const stackRow = v.object({
  facet: stackFacet,
  /** Whether it has one value at most. */
  single: v.boolean(),
  values: v.array(stackValue),
});
export type StackRowView = v.InferOutput<typeof stackRow>;

/** What was read of the code, in numbers. */
const projectView = v.object({
  state: v.picklist(['waiting', 'reading', 'ready', 'stopped', 'failed']),
  counts: v.nullable(
    v.object({
      files: v.number(),
      symbols: v.number(),
      endpoints: v.number(),
      tables: v.number(),
      commands: v.number(),
      packages: v.number(),
      /** Files of code that were not read. */
      skipped: v.number(),
    }),
  ),
});
export type ProjectView = v.InferOutput<typeof projectView>;

const contextState = v.object({
  loading: v.boolean(),
  notice: v.nullable(notice),
  /** What is sent and what could be, the source among them. */
  documents: v.array(documentView),
  /** What no choice sends: secrets, ignored files, what can't be read. */
  withheld: v.array(v.object({ path: v.string(), reason: v.string() })),
  /** A row for each facet, those without values too; empty before the workspace was read. */
  stack: v.array(stackRow),
  project: projectView,
  git: v.nullable(
    v.object({
      branch: v.nullable(v.string()),
      commit: v.nullable(v.string()),
      dirty: v.boolean(),
      userName: v.nullable(v.string()),
      recent: v.array(v.string()),
    }),
  ),
  /** Of all that is sent, the source among it. */
  tokens: v.number(),
  /** Most tokens of documents beside the source, and what decides that; `null` until they were read. */
  budget: v.nullable(v.object({ tokens: v.number(), from: v.picklist(['model', 'setting', 'default']) })),
});
export type ContextState = v.InferOutput<typeof contextState>;

const templateView = v.object({
  id: v.string(),
  name: v.string(),
  summary: v.string(),
  /** Path in the workspace, or `null` for a built-in one. */
  path: v.nullable(v.string()),
  /** Made for this kind of source. */
  suits: v.boolean(),
  recommended: v.boolean(),
  sections: v.array(v.string()),
  /** What it expects of the stack and the workspace does not have. */
  mismatches: v.array(v.object({ facet: stackFacet, expected: v.string(), found: v.array(v.string()) })),
});
export type TemplateView = v.InferOutput<typeof templateView>;

const templateState = v.object({
  items: v.array(templateView),
  selected: v.nullable(v.string()),
  /** Languages that a spec may be written in, each by its own name; none where the template knows but one. */
  languages: v.array(v.object({ id: v.string(), name: v.string() })),
  /** What is chosen: one of these, or `auto` for the language of the source. */
  language: v.string(),
  /** The language that this comes to, by its own name. */
  spoken: v.string(),
  /** Templates of the workspace that can't be used, and why. */
  problems: v.array(v.object({ path: v.string(), message: v.string(), line: v.number() })),
});
export type TemplateState = v.InferOutput<typeof templateState>;

const answer = v.variant('kind', [
  v.object({ kind: v.literal('text'), questionId: v.string(), text: v.string() }),
  v.object({ kind: v.literal('assume'), questionId: v.string(), text: v.string() }),
  v.object({
    kind: v.literal('defer'),
    questionId: v.string(),
    /** Who is to answer it, where the person named somebody. */
    owner: v.optional(v.string()),
  }),
]);
export type AnswerView = v.InferOutput<typeof answer>;

const questionView = v.object({
  id: v.string(),
  area: v.string(),
  /** Name of the area for a person. */
  areaLabel: v.string(),
  /** Under which it is shown, and its name. */
  group: v.string(),
  groupLabel: v.string(),
  /** Who asks, where that is not the source or its template. */
  origin: v.nullable(v.picklist(['workspace', 'model'])),
  /** What the workspace answers; empty for what is asked. */
  answeredBy: v.array(v.object({ text: v.string(), path: v.string(), line: v.number() })),
  blocking: v.boolean(),
  text: v.string(),
  why: v.string(),
  options: v.array(v.object({ text: v.string(), recommended: v.boolean() })),
  evidence: v.array(v.object({ path: v.string(), line: v.number() })),
  answer: v.nullable(answer),
});
export type QuestionView = v.InferOutput<typeof questionView>;

/** Whether a model can be asked, and how that goes. */
const askingState = v.object({
  /** Name of the model; `null` where none is chosen that can ask. */
  model: v.nullable(v.string()),
  /** Estimated tokens of what it would be sent; 0 where that is not known yet. */
  tokens: v.number(),
  phase: v.picklist(['idle', 'asking', 'asked']),
  /** Characters of its answer so far. */
  received: v.number(),
  /** Whether answers were given since it was asked last, so that a further round may find more. */
  further: v.boolean(),
  /** How it ended, or what it waits for. */
  notice: v.nullable(notice),
});
export type AskingState = v.InferOutput<typeof askingState>;

const questionsState = v.object({
  items: v.array(questionView),
  /** What the workspace answers, so that nobody need. */
  settled: v.array(questionView),
  asking: askingState,
  /** What is wrong with the answers file, or `null`. */
  notice: v.nullable(notice),
  /** Where the answers are kept, or `null` where they are not kept in a file yet. */
  path: v.nullable(v.string()),
});

const modelView = v.object({
  id: v.string(),
  label: v.string(),
  detail: v.string(),
  provider: v.picklist(['outline', 'openai', 'editor', 'replay']),
  /** Whether Generate can use it now. */
  ready: v.boolean(),
  /** What is missing, where it is not ready. */
  problem: v.nullable(v.string()),
  /** Most tokens of a request, where the provider tells. */
  contextWindow: v.optional(v.number()),
});
export type ModelView = v.InferOutput<typeof modelView>;

const sectionProgress = v.object({
  key: v.string(),
  heading: v.string(),
  level: v.number(),
  state: v.picklist(['todo', 'writing', 'done']),
  /** What is wrong with it by now. */
  issue: v.optional(v.picklist(['missing', 'repeated', 'misplaced'])),
});
export type SectionProgress = v.InferOutput<typeof sectionProgress>;

export const phases = [
  ...(['idle', 'starting', 'streaming', 'repairing', 'checking'] as const),
  ...(['done', 'stopped', 'failed'] as const),
] as const;
const phase = v.picklist(phases);
export type GenerationPhase = v.InferOutput<typeof phase>;

/** A pause before the model is asked again. */
const wait = v.object({
  reason: v.picklist(['rate-limited', 'server', 'unreachable', 'timeout']),
  /** Until the next attempt. */
  seconds: v.number(),
  attempt: v.number(),
});
export type WaitView = v.InferOutput<typeof wait>;

const tokenRange = v.object({ min: v.number(), max: v.number() });

/** What a draft will take, in tokens and, where a price is known, money. */
const estimateView = v.object({
  requests: v.number(),
  /** Whether the model counted the prompt itself; else it is estimated. */
  counted: v.boolean(),
  input: tokenRange,
  /** Of the input, what an earlier request has sent before. */
  cached: v.number(),
  output: tokenRange,
  /** As a person reads it, with its currency; `null` where no price is known. */
  cost: v.nullable(v.object({ min: v.string(), max: v.string() })),
});
export type EstimateView = v.InferOutput<typeof estimateView>;

/** What a draft took. */
const actualsView = v.object({
  /** As the server counted; `null` where it did not. */
  usage: v.nullable(
    v.object({
      input: v.number(),
      cached: v.nullable(v.number()),
      output: v.number(),
      thoughts: v.nullable(v.number()),
    }),
  ),
  cost: v.nullable(v.string()),
  /** Output by sections of level 2: apportioned, or estimated where nothing was counted. */
  chapters: v.array(v.object({ heading: v.string(), tokens: v.number() })),
});
export type ActualsView = v.InferOutput<typeof actualsView>;

const generateState = v.object({
  models: v.array(modelView),
  selectedModel: v.nullable(v.string()),
  /** Settings of the OpenAI-compatible provider; the key itself never reaches the webview. */
  openai: v.object({ baseUrl: v.string(), modelName: v.string(), hasKey: v.boolean() }),
  output: v.string(),
  /** Why nothing can be written there, or `null`. */
  outputProblem: v.nullable(v.string()),
  /** Estimated tokens of the prompt; 0 for models without one. */
  promptTokens: v.number(),
  /** `null` for models that nobody is asked through, and until it is known. */
  estimate: v.nullable(estimateView),
  phase,
  sections: v.array(sectionProgress),
  receivedTokens: v.number(),
  wait: v.nullable(wait),
  /** Milliseconds since the start, as last measured. */
  elapsed: v.number(),
  notice: v.nullable(notice),
  result: v.nullable(
    v.object({
      path: v.string(),
      errors: v.number(),
      warnings: v.number(),
      requirements: v.number(),
      covered: v.number(),
      outOfScope: v.number(),
      /** What errors and warnings count, errors first, as many as a person reads. */
      findings: v.array(findingView),
      /** Absent where no model was asked. */
      actuals: v.optional(actualsView),
    }),
  ),
});
export type GenerateState = v.InferOutput<typeof generateState>;

const wizardState = v.object({
  step: stepId,
  /** Which steps can be opened now, and which are finished. */
  steps: v.array(v.object({ id: stepId, reachable: v.boolean(), complete: v.boolean() })),
  /** Name of the workspace folder, or `null` where none is open. */
  workspace: v.nullable(v.string()),
  trusted: v.boolean(),
  notice: v.nullable(notice),
  source: sourceState,
  context: contextState,
  template: templateState,
  questions: questionsState,
  generate: generateState,
});
export type WizardState = v.InferOutput<typeof wizardState>;

/**
 * What the webview stores with `setState` so that a reload loses nothing: the person's input and no derived data.
 * The host computes it and sends it along with the state.
 */
const wizardInput = v.object({
  step: stepId,
  /** The furthest step that was shown: what lies ahead is not called done, even where nothing is left to do. */
  furthest: v.optional(stepId, 'source'),
  /** Address of the workspace folder that paths are relative to: a window may have several. */
  folder: v.optional(v.nullable(v.string()), null),
  source: v.nullable(v.string()),
  kind: v.nullable(sourceKind),
  /** The spec whose answers are edited, by its path; absent where a new one is made. */
  answersOf: v.optional(v.nullable(v.string())),
  /** The artefact of a workflow that is drafted; absent where it is none. */
  artefact: v.optional(v.nullable(v.object({ feature: v.string(), id: v.string() }))),
  excludedDocuments: v.array(v.string()),
  includedDocuments: v.array(v.string()),
  template: v.nullable(v.string()),
  /** Language of the spec; `null` where the settings say. */
  language: v.optional(v.nullable(v.string()), null),
  answers: v.array(answer),
  /** Questions of models as core has them, which guards them. */
  asked: v.optional(v.array(v.unknown()), []),
  model: v.nullable(v.string()),
  output: v.nullable(v.string()),
  /** Corrections to the source as core has them, which guards them; `null` where those found on disk hold. */
  corrections: v.optional(v.nullable(v.array(v.unknown())), null),
  /** Absent in what an earlier version stored. */
  writing: v.optional(writingInput),
  /** What the person set right about the stack. */
  stackEdits: v.optional(
    v.array(v.object({ facet: stackFacet, detected: v.nullable(v.string()), value: v.nullable(v.string()) })),
    [],
  ),
});
export type WizardInput = v.InferOutput<typeof wizardInput>;

/** What the person wants corrected in what was found in the source, by ids as shown. */
const correctionWish = v.variant('type', [
  v.object({ type: v.literal('merge'), ids: v.array(v.string()) }),
  v.object({ type: v.literal('split'), id: v.string(), by: splitWay }),
  v.object({ type: v.literal('add'), kind: requirementKind, title: v.string(), text: v.string() }),
  v.object({ type: v.literal('drop'), id: v.string(), as: dropWay, reason: v.string() }),
  v.object({ type: v.literal('retype'), id: v.string(), kind: requirementKind }),
  v.object({ type: v.literal('retitle'), id: v.string(), title: v.string() }),
]);
export type CorrectionWish = v.InferOutput<typeof correctionWish>;

const hostMessage = v.variant('type', [
  v.object({
    type: v.literal('state'),
    state: wizardState,
    input: wizardInput,
    /** How many messages after `ready` the host had taken when it made this; without it: all. */
    taken: v.optional(v.number()),
  }),
  /** Small and frequent while streaming; replaces the same fields of `generate`. */
  v.object({
    type: v.literal('progress'),
    phase,
    sections: v.array(sectionProgress),
    receivedTokens: v.number(),
    wait: v.nullable(wait),
    elapsed: v.number(),
  }),
  /** Translations for `@vscode/l10n`, sent once before the first state. */
  v.object({ type: v.literal('strings'), language: v.string(), bundle: v.record(v.string(), v.string()) }),
]);
export type HostMessage = v.InferOutput<typeof hostMessage>;

const webviewMessage = v.variant('type', [
  /** First message; the host sends nothing before it. `stored` is what `getState` gave. */
  v.object({ type: v.literal('ready'), stored: v.nullable(wizardInput) }),
  v.object({ type: v.literal('goTo'), step: stepId }),
  v.object({ type: v.literal('selectSource'), path: v.string() }),
  /** Opens the editor's file dialog. */
  v.object({ type: v.literal('browseSource') }),
  v.object({ type: v.literal('setKind'), kind: sourceKind }),
  v.object({ type: v.literal('correct'), wish: correctionWish }),
  /** @param index in `summary.corrections` */
  v.object({ type: v.literal('undoCorrection'), index: v.number() }),
  v.object({ type: v.literal('resetCorrections') }),
  v.object({ type: v.literal('toggleDocuments'), paths: v.array(v.string()), included: v.boolean() }),
  /** Opens the editor's file dialog for a document to add. */
  v.object({ type: v.literal('browseDocument') }),
  v.object({ type: v.literal('refreshContext') }),
  /** Sets a value of the stack right: `from` null adds one, `to` null removes it. */
  v.object({
    type: v.literal('editStack'),
    facet: stackFacet,
    from: v.nullable(v.string()),
    to: v.nullable(v.string()),
  }),
  /** Back to what was detected: one value, one facet (`detected` null), or all (`facet` null). */
  v.object({
    type: v.literal('resetStack'),
    facet: v.nullable(stackFacet),
    detected: v.nullable(v.string()),
  }),
  v.object({ type: v.literal('readProject') }),
  v.object({ type: v.literal('stopProject') }),
  v.object({ type: v.literal('selectTemplate'), id: v.string() }),
  v.object({ type: v.literal('selectLanguage'), id: v.string() }),
  v.object({ type: v.literal('answer'), answer }),
  v.object({ type: v.literal('clearAnswer'), questionId: v.string() }),
  /** Defers every question that has no answer yet. */
  v.object({ type: v.literal('deferRest') }),
  /** Lets the chosen model ask what is still unclear. */
  v.object({ type: v.literal('askModel') }),
  v.object({ type: v.literal('stopAsking') }),
  v.object({ type: v.literal('selectModel'), id: v.string() }),
  v.object({ type: v.literal('setOpenAi'), baseUrl: v.string(), modelName: v.string() }),
  /** Opens the editor's password input; the key goes to SecretStorage. */
  v.object({ type: v.literal('enterApiKey') }),
  v.object({ type: v.literal('refreshModels') }),
  v.object({ type: v.literal('setOutput'), path: v.string() }),
  v.object({ type: v.literal('generate') }),
  v.object({ type: v.literal('stop') }),
  v.object({ type: v.literal('openFile'), path: v.string(), line: v.optional(v.number()) }),
  v.object({ type: v.literal('openProblems') }),
  v.object({ type: v.literal('noticeAction'), id: v.string() }),
  ...writingMessages,
  v.object({ type: v.literal('close') }),
]);
export type WebviewMessage = v.InferOutput<typeof webviewMessage>;

/** The message, or `null` where the value is none; for both directions. */
export function readHostMessage(value: unknown): HostMessage | null {
  const result = v.safeParse(hostMessage, value);
  return result.success ? result.output : null;
}

export function readWebviewMessage(value: unknown): WebviewMessage | null {
  const result = v.safeParse(webviewMessage, value);
  return result.success ? result.output : null;
}

/** What `getState` gave back, or `null` where it is none of ours (an older version, say). */
export function readWizardInput(value: unknown): WizardInput | null {
  const result = v.safeParse(wizardInput, value);
  return result.success ? result.output : null;
}
