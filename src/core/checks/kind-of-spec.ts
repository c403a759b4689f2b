import type { SourceKind } from '../source/source';
import type { SpecDocument } from '../spec/spec-document';
import type { Template } from '../template/template';

/** Tags of templates around what stands only in specs made from that kind of source. */
const tags: readonly (readonly [SourceKind, string])[] = [
  ['prd', 'isPrd'],
  ['initiative', 'isInitiative'],
  ['conversation', 'isConversation'],
];

/**
 * From what kind of source a spec says that it is made, where no source can be read: by the words that its template writes for that
 * kind alone, as the name or the value of an entry of its metadata.
 *
 * @returns `null` where it says nothing of it, or the template has no such words
 */
export function kindOfSpec(
  { metadata }: Pick<SpecDocument, 'metadata'>,
  template: Pick<Template, 'body'> | null,
): SourceKind | null {
  if (template === null) return null;
  const said = new Set(
    [...metadata].flatMap(([name, { value }]) => [name, value]).map((text) => text.trim().toLowerCase()),
  );
  const found = tags.find(([, tag]) =>
    [...template.body.matchAll(new RegExp(`\\{\\{#${tag}\\}\\}([^{}\\n]+)\\{\\{/${tag}\\}\\}`, 'gu'))].some(
      ([, words = '']) => said.has(words.trim().toLowerCase()),
    ),
  );
  return found?.[0] ?? null;
}
