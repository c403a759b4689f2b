import * as v from 'valibot';
import type { JsonDocument } from '../json-document';
import type { ExportedConversation, Message } from '../turn';
import type { ExportFormat } from './export-format';
import { contentOf, listed, said, shaped, timeOf } from './export-format';

const message = v.looseObject({
  uuid: v.optional(v.string()),
  parent_message_uuid: v.nullish(v.string()),
  sender: v.string(),
  text: v.nullish(v.string()),
});
const conversation = v.looseObject({
  name: v.nullish(v.string()),
  updated_at: v.nullish(v.string()),
  current_leaf_message_uuid: v.nullish(v.string()),
  chat_messages: v.array(v.unknown()),
});
type ClaudeMessage = v.InferOutput<typeof message>;

/** The data export of Claude: conversations with `chat_messages`, whose content is a list of typed blocks. */
export const claude: ExportFormat = {
  id: 'claude',
  read: (json) => {
    const wrapped = v.is(v.looseObject({ conversations: v.array(v.unknown()) }), json.value)
      ? json.value.conversations
      : listed(json.value);
    const found = shaped(conversation, wrapped);
    return found.length === 0
      ? null
      : found.map(({ name, updated_at, current_leaf_message_uuid, chat_messages }): ExportedConversation => ({
          title: name === '' ? null : (name ?? null),
          updated: timeOf(updated_at),
          messages: path(shaped(message, chat_messages), current_leaf_message_uuid ?? null).flatMap((entry) =>
            messageOf(json, entry),
          ),
        }));
  },
};

/** What was shown last: from the last message up to the root, where the messages say whom they answer. */
function path(messages: readonly ClaudeMessage[], leaf: string | null): readonly ClaudeMessage[] {
  const byId = new Map(
    messages.flatMap((entry) => (entry.uuid === undefined ? [] : [[entry.uuid, entry] as const])),
  );
  const last = (leaf === null ? undefined : byId.get(leaf)) ?? messages.at(-1);
  if (last?.parent_message_uuid === undefined || byId.size < messages.length) return messages;
  const shown: ClaudeMessage[] = [];
  const seen = new Set<ClaudeMessage>();
  for (let here: ClaudeMessage | undefined = last; here !== undefined && !seen.has(here);) {
    seen.add(here);
    shown.push(here);
    here = byId.get(here.parent_message_uuid ?? '');
  }
  return shown.reverse();
}

function messageOf(json: JsonDocument, entry: ClaudeMessage): readonly Message[] {
  const content = contentOf(json, entry, 'content');
  return content.text.trim() === ''
    ? said(entry.sender, entry.text ?? '', json.lineOf(entry, 'text'))
    : said(entry.sender, content.text, content.line);
}
