import * as vscode from 'vscode';
import type { LanguageModel, ModelEvent, ModelOutcome, PromptMessage } from '../../core/ports/language-model';
import { editorModelFailure } from './editor-model-failure';
import { onAbort } from '../ports/on-abort';

/**
 * All models that the editor offers, in no particular order; empty where it offers none or has no such API (as some
 * forks). To be called on a person's action only.
 */
export async function selectEditorModels(): Promise<readonly vscode.LanguageModelChat[]> {
  const api = languageModels();
  if (api === undefined) return [];
  try {
    return await api.selectChatModels();
  } catch {
    return [];
  }
}

/** `vscode.lm`, which is typed as always there and is not. */
export function languageModels(): typeof vscode.lm | undefined {
  const api: Partial<typeof vscode> = vscode;
  return api.lm;
}

/** Id of one of the editor's models among all models. */
export function editorModelId({ vendor, id }: Pick<vscode.LanguageModelChat, 'vendor' | 'id'>): string {
  return `editor:${vendor}/${id}`;
}

/** One of the editor's models behind the port. The editor asks for the person's consent at the first request. */
export function createEditorModel(chat: vscode.LanguageModelChat): LanguageModel {
  return {
    id: editorModelId(chat),
    label: chat.name,
    contextWindow: chat.maxInputTokens,
    stream: ({ messages }, signal) => stream(chat, messages, signal),
    countsItself: true,
    countTokens: async (text) => chat.countTokens(text),
  };
}

async function* stream(
  chat: vscode.LanguageModelChat,
  messages: readonly PromptMessage[],
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  const cancellation = new vscode.CancellationTokenSource();
  const unheard = onAbort(signal, () => cancellation.cancel());
  let received = '';
  let outcome: ModelOutcome;
  try {
    const tooLong = await promptProblem(chat, messages, cancellation.token);
    if (tooLong !== null) outcome = tooLong;
    else if (signal.aborted) outcome = { kind: 'cancelled' };
    else {
      const response = await chat.sendRequest(
        messages.map(chatMessage),
        { justification: vscode.l10n.t('Writes the technical specification you asked for.') },
        cancellation.token,
      );
      for await (const text of response.text) {
        // Some providers go on for a while after being cancelled.
        if (signal.aborted) break;
        if (text === '') continue;
        received += text;
        yield { type: 'text', text };
      }
      outcome = signal.aborted ? { kind: 'cancelled' } : { kind: received === '' ? 'empty' : 'complete' };
    }
  } catch (error) {
    outcome = signal.aborted
      ? { kind: 'cancelled' }
      : { kind: 'failed', failure: editorModelFailure(error, chat.name, received !== '') };
  } finally {
    unheard();
    cancellation.dispose();
  }
  yield { type: 'end', outcome };
}

/** A prompt that can't fit is not sent: providers answer to it in many ways, all of them obscure. */
async function promptProblem(
  chat: vscode.LanguageModelChat,
  messages: readonly PromptMessage[],
  token: vscode.CancellationToken,
): Promise<ModelOutcome | null> {
  const text = messages.map(({ content }) => content).join('\n');
  let tokens: number;
  try {
    tokens = await chat.countTokens(text, token);
  } catch {
    // A provider that can't count may still answer.
    return null;
  }
  if (!(chat.maxInputTokens > 0) || tokens <= chat.maxInputTokens) return null;
  return {
    kind: 'failed',
    failure: {
      code: 'unavailable',
      message: vscode.l10n.t(
        'The prompt has {0} tokens, and {1} takes {2} at most.',
        tokens,
        chat.name,
        chat.maxInputTokens,
      ),
      remedy: vscode.l10n.t('Leave out documents in the Context step, or choose another model.'),
    },
  };
}

/** The editor's API knows no system messages; what a system message says comes first, as the person's. */
function chatMessage({ role, content }: PromptMessage): vscode.LanguageModelChatMessage {
  return role === 'assistant'
    ? vscode.LanguageModelChatMessage.Assistant(content)
    : vscode.LanguageModelChatMessage.User(content);
}
