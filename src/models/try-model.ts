import type { LanguageModel, ModelFailure } from '../core/ports/language-model';

/** What came of asking a model for next to nothing. */
export type Trial =
  | { readonly kind: 'answered'; readonly milliseconds: number }
  | { readonly kind: 'cancelled' }
  /** It answered, and not with text: nothing at all, a refusal or a filter. The connection works. */
  | { readonly kind: 'silent'; readonly outcome: string }
  | { readonly kind: 'failed'; readonly failure: ModelFailure };

/**
 * Asks a model for one word, to see whether it can be reached and lets itself be asked. Nothing of a workspace is sent.
 *
 * @param now milliseconds of a clock that only goes forward
 */
export async function tryModel(model: LanguageModel, now: () => number, signal: AbortSignal): Promise<Trial> {
  const start = now();
  let first: number | null = null;
  const request = {
    messages: [{ role: 'user' as const, content: 'Answer with the single word: ready' }],
    brief: null,
    task: { kind: 'document' as const },
  };
  for await (const event of model.stream(request, signal)) {
    if (event.type === 'text' && event.text.trim() !== '') first ??= now();
    if (event.type !== 'end') continue;
    const { outcome } = event;
    if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
    if (outcome.kind === 'failed') return { kind: 'failed', failure: outcome.failure };
    // Cut off after the first words is an answer, too.
    return first === null
      ? { kind: 'silent', outcome: outcome.kind }
      : { kind: 'answered', milliseconds: first - start };
  }
  return { kind: 'silent', outcome: 'empty' };
}
