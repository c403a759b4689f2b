import * as v from 'valibot';
import { writingMessages } from './source-writing';
import { contextState, stackFacet } from './context-state';
import { generateState, phase, sectionProgress, wait } from './generate-state';
import { notice } from './notice';
import { answer, questionsState } from './questions-state';
import { correctionWish, sourceKind, sourceState } from './source-state';
import { stepId } from './steps';
import { templateState } from './template-state';
import { wizardInput } from './wizard-input';

/**
 * Everything that passes between the wizard's webview and the extension host. The host owns the state and sends it
 * whole after each change; the webview draws it and sends back what the person did. Both sides check every message
 * with the guards below and drop what does not fit.
 */

const wizardState = v.object({
  step: stepId,
  /** Which steps can be opened now, and which are finished. */
  steps: v.array(v.object({ id: stepId, reachable: v.boolean(), complete: v.boolean() })),
  /** Name of the workspace folder, or `null` where none is open. */
  workspace: v.nullable(v.string()),
  trusted: v.boolean(),
  notice: v.nullable(notice),
  /** That a spec was made from the source before, or `null`. */
  existing: v.nullable(notice),
  source: sourceState,
  context: contextState,
  template: templateState,
  questions: questionsState,
  generate: generateState,
});
export type WizardState = v.InferOutput<typeof wizardState>;

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
