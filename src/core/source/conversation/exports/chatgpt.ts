import * as v from 'valibot';
import type { JsonDocument } from '../json-document';
import type { ExportedConversation, Message } from '../turn';
import type { ExportFormat } from './export-format';
import { listed, said, shaped, timeOf } from './export-format';

const node = v.looseObject({ parent: v.nullish(v.string()), message: v.nullish(v.looseObject({})) });
const conversation = v.looseObject({
  title: v.nullish(v.string()),
  current_node: v.nullish(v.string()),
  update_time: v.nullish(v.union([v.number(), v.string()])),
  mapping: v.record(v.string(), v.unknown()),
});
const message = v.looseObject({
  author: v.looseObject({ role: v.string() }),
  content: v.looseObject({ content_type: v.optional(v.string()), parts: v.array(v.unknown()) }),
  recipient: v.nullish(v.string()),
  channel: v.nullish(v.string()),
  metadata: v.nullish(v.looseObject({ is_visually_hidden_from_conversation: v.nullish(v.boolean()) })),
});
type Node = v.InferOutput<typeof node>;

/**
 * The data export of ChatGPT: an array of conversations, each a tree of messages. What the person saw last is the path
 * from the root to `current_node`; answers that were generated anew and edited prompts lie beside it.
 */
export const chatGpt: ExportFormat = {
  id: 'chatgpt',
  read: (json) => {
    const found = shaped(conversation, listed(json.value));
    return found.length === 0
      ? null
      : found.map(({ title, update_time, current_node, mapping }): ExportedConversation => ({
          title: title ?? null,
          updated: timeOf(update_time),
          messages: path(mapping, current_node ?? null).flatMap((entry) => messageOf(json, entry)),
        }));
  },
};

/** Nodes from the root to the last one shown; in the order of the file where that is not known. */
function path(mapping: Readonly<Record<string, unknown>>, last: string | null): readonly Node[] {
  const nodes = new Map(
    Object.entries(mapping).flatMap(([id, value]) => (v.is(node, value) ? [[id, value] as const] : [])),
  );
  if (last === null || !nodes.has(last)) return [...nodes.values()];
  const shown: Node[] = [];
  const seen = new Set<string>();
  for (let id: string | null = last; id !== null && !seen.has(id);) {
    seen.add(id);
    const here = nodes.get(id);
    if (here === undefined) break;
    shown.push(here);
    id = here.parent ?? null;
  }
  return shown.reverse();
}

function messageOf(json: JsonDocument, { message: value }: Node): readonly Message[] {
  if (!v.is(message, value)) return [];
  const { author, content, recipient, channel, metadata } = value;
  const kind = content.content_type ?? 'text';
  const shown =
    (kind === 'text' || kind === 'multimodal_text') &&
    // Anything else is a call of a tool or a thought on the way.
    (recipient ?? 'all') === 'all' &&
    (channel ?? 'final') === 'final' &&
    metadata?.is_visually_hidden_from_conversation !== true;
  if (!shown) return [];
  const parts = content.parts.flatMap((part, index) =>
    typeof part === 'string' && part.trim() !== '' ? [{ part, line: json.lineOf(content.parts, index) }] : [],
  );
  return said(
    author.role,
    parts.map(({ part }) => part).join('\n\n'),
    parts[0]?.line ?? json.lineOf(value, 'content'),
  );
}
