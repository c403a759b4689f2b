import * as v from 'valibot';
import type { JsonDocument } from '../json-document';
import type { ExportedConversation, Message } from '../turn';
import type { ExportFormat } from './export-format';
import { contentOf, said, timeOf } from './export-format';

/** Where lists of messages stand in what tools write, the usual name first. */
const listKeys = [
  'messages',
  'conversation',
  'conversations',
  'turns',
  'chat',
  'history',
  'data',
  'items',
  'log',
  'transcript',
] as const;
const speakerKeys = ['role', 'speaker', 'sender', 'author', 'from', 'user', 'username', 'name'] as const;
const textKeys = ['content', 'text', 'message', 'value', 'body'] as const;
const deepest = 4;

type Fields = Readonly<Record<string, unknown>>;

/** Any list of messages that say by whom they are: requests to models, and the exports of many small tools. */
export const messageList: ExportFormat = {
  id: 'messages',
  read: (json) => {
    const found = conversationsIn(json, json.value, 0);
    return found.length === 0 ? null : found;
  },
};

function conversationsIn(json: JsonDocument, value: unknown, depth: number): readonly ExportedConversation[] {
  if (depth > deepest || !isObject(value)) return [];
  if (Array.isArray(value)) {
    const messages = (value as readonly unknown[]).flatMap((entry) => messageOf(json, entry));
    return messages.length > 0
      ? [{ title: null, updated: null, messages }]
      : (value as readonly unknown[]).flatMap((entry) => conversationsIn(json, entry, depth + 1));
  }
  for (const key of listKeys) {
    const found = conversationsIn(json, value[key], depth + 1);
    const [only] = found;
    if (only === undefined) continue;
    if (found.length > 1) return found;
    const title = [value['title'], value['name'], value['subject']].find(
      (known) => typeof known === 'string',
    );
    const updated = timeOf(value['updated_at'] ?? value['update_time'] ?? value['updatedAt']);
    return [
      { ...only, title: typeof title === 'string' ? title : only.title, updated: updated ?? only.updated },
    ];
  }
  return [];
}

function messageOf(json: JsonDocument, entry: unknown): readonly Message[] {
  if (!isObject(entry) || Array.isArray(entry)) return [];
  const speaker = speakerKeys.map((key) => nameOf(entry[key])).find((name) => name !== null);
  if (speaker === undefined || speaker === null) return [];
  for (const key of textKeys) {
    const inner = entry[key];
    const { text, line } =
      isObject(inner) && !Array.isArray(inner) ? nested(json, inner) : contentOf(json, entry, key);
    const message = said(speaker, text, line);
    if (message.length > 0) return message;
  }
  return [];
}

/** `{content: {parts: [...]}}`, `{body: {content: "..."}}`. */
function nested(json: JsonDocument, inner: object): { readonly text: string; readonly line: number } {
  for (const key of ['parts', 'content', 'text', 'value']) {
    const found = contentOf(json, inner, key);
    if (found.text !== '') return found;
  }
  return { text: '', line: 1 };
}

const named = v.looseObject({});

/** A name, or what an object that stands for a person is called. */
function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim().slice(0, 80);
  if (!v.is(named, value)) return null;
  for (const key of ['role', 'displayName', 'nickname', 'real_name', 'name', 'user'] as const) {
    const found = nameOf((value as Fields)[key]);
    if (found !== null) return found;
  }
  return null;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
