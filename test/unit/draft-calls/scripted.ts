import type { Brief } from '../../../src/core/brief/brief';
import type { LanguageModel, ModelEvent, ModelRequest } from '../../../src/core/ports/language-model';
import { matchSections } from '../../../src/core/spec/match-sections';
import { parseSpec } from '../../../src/core/spec/parse-spec';

/** A document cut as a template's calls ask for it. */
export function partsOf(document: string, brief: Brief) {
  const spec = parseSpec(document);
  const sections = matchSections(spec, brief.template);
  const first = Math.min(...[...sections.values()].map(({ start }) => start));
  return ({ keys, opening }: { readonly keys: readonly string[]; readonly opening: boolean }): string => {
    const own = keys.map((key) => {
      const section = sections.get(key);
      if (section === undefined) throw new Error(`no section ${key}`);
      return document.slice(section.start, section.end);
    });
    return (opening ? document.slice(0, first) : '') + own.join('');
  };
}

export interface Scripted extends LanguageModel {
  readonly asked: ModelRequest[];
}

/** A model that answers each request with events; pieces come in turns with those of other requests. */
export function scripted(answer: (request: ModelRequest) => readonly ModelEvent[]): Scripted {
  const asked: ModelRequest[] = [];
  return {
    id: 'scripted',
    label: 'Scripted',
    asked,
    async *stream(request, signal) {
      asked.push(request);
      for (const event of answer(request)) {
        await Promise.resolve();
        if (signal.aborted) {
          yield { type: 'end', outcome: { kind: 'cancelled' } };
          return;
        }
        yield event;
      }
    },
    countTokens: (text) => Promise.resolve(text.length),
  };
}

/** A text in pieces of so many characters, and its end. */
export function streamed(
  text: string,
  size: number,
  kind: 'complete' | 'length' = 'complete',
): readonly ModelEvent[] {
  const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
  return [
    ...pieces.map((piece): ModelEvent => ({ type: 'text', text: piece })),
    { type: 'end', outcome: { kind }, usage: { inputTokens: 10, outputTokens: pieces.length } },
  ];
}
