import type { Brief } from '../core/brief/brief';
import { outlineSections, outlineOf } from '../core/draft/outline';
import type { LanguageModel, ModelRequest } from '../core/ports/language-model';
import { outlineId } from '../core/receipt/build-receipt';
import { estimateTokens } from '../core/text/estimate-tokens';

/**
 * The model that is none: it writes down what is known from source, workspace and answers, and an open question for
 * what is not. Needs no network, no key and no time; always gives the same text for the same brief.
 */
export function createOutlineModel(): LanguageModel {
  return {
    id: outlineId,
    label: 'Outline',
    async *stream(request, signal) {
      let outputTokens = 0;
      for (const text of pieces(request)) {
        if (signal.aborted) {
          yield { type: 'end', outcome: { kind: 'cancelled' }, usage: { inputTokens: 0, outputTokens } };
          return;
        }
        outputTokens += estimateTokens(text);
        yield { type: 'text', text };
        // Gives the reader a turn between sections, so that Stop works and nothing freezes on a long outline.
        await Promise.resolve();
      }
      yield { type: 'end', outcome: { kind: 'complete' }, usage: { inputTokens: 0, outputTokens } };
    },
    countTokens: (text) => Promise.resolve(estimateTokens(text)),
  };
}

function* partOf(
  brief: Brief,
  { keys, opening, written }: Extract<ModelRequest['task'], { kind: 'part' }>,
): Generator<string> {
  const [before = ''] = opening ? outlineSections(brief) : [];
  const part = before + outlineOf(brief, keys).join('');
  yield part.startsWith(written) ? part.slice(written.length) : part;
}

/** What is asked for in pieces of a section each; of a document that was begun so what is left, else the whole. */
function* pieces({ brief, task, beside }: ModelRequest): Generator<string> {
  if (brief === null) return;
  if (task.kind === 'part') return yield* partOf(brief, task);
  if (task.kind === 'sections') return yield* outlineOf(brief, task.keys, beside);
  const sections = [...outlineSections(brief)];
  const written = task.kind === 'continuation' ? task.written : '';
  let skip = sections.join('').startsWith(written) ? written.length : 0;
  for (const section of sections) {
    if (skip < section.length) yield section.slice(skip);
    skip = Math.max(0, skip - section.length);
  }
}
