import * as v from 'valibot';
import type { JsonDocument } from '../json-document';
import type { Message } from '../turn';
import type { ExportFormat } from './export-format';
import { said, shaped, timeOf } from './export-format';

const request = v.looseObject({
  message: v.union([v.string(), v.looseObject({ text: v.string() })]),
  response: v.nullish(v.array(v.unknown())),
});
const session = v.looseObject({
  customTitle: v.nullish(v.string()),
  lastMessageDate: v.nullish(v.number()),
  requests: v.array(v.unknown()),
});
const markdown = v.looseObject({ kind: v.optional(v.string()), value: v.string() });
const wrappedMarkdown = v.looseObject({ kind: v.literal('markdownContent'), content: markdown });
const reference = v.looseObject({
  kind: v.literal('inlineReference'),
  inlineReference: v.looseObject({ name: v.nullish(v.string()), path: v.nullish(v.string()) }),
});

/**
 * "Chat: Export Chat..." of VS Code: requests with the text of the person, and responses in pieces, of which those
 * without a kind are what the person read; tool calls, progress and edits have kinds of their own.
 */
export const copilotChat: ExportFormat = {
  id: 'copilot-chat',
  read: (json) => {
    if (!v.is(session, json.value)) return null;
    const requests = shaped(request, json.value.requests);
    if (requests.length === 0) return null;
    return [
      {
        title: json.value.customTitle ?? null,
        updated: timeOf(json.value.lastMessageDate),
        messages: requests.flatMap((entry) => [
          ...asked(json, entry),
          ...answered(json, entry.response ?? []),
        ]),
      },
    ];
  },
};

function asked(json: JsonDocument, entry: v.InferOutput<typeof request>): readonly Message[] {
  const { message } = entry;
  return typeof message === 'string'
    ? said('user', message, json.lineOf(entry, 'message'))
    : said('user', message.text, json.lineOf(message, 'text'));
}

function answered(json: JsonDocument, response: readonly unknown[]): readonly Message[] {
  let text = '';
  let line: number | null = null;
  const add = (piece: string, container: object): void => {
    text += piece;
    line ??= json.lineOf(container, 'value');
  };
  for (const part of response) {
    if (v.is(wrappedMarkdown, part)) add(part.content.value, part.content);
    else if (v.is(reference, part)) text += nameOf(part.inlineReference);
    else if (v.is(markdown, part) && part.kind === undefined) add(part.value, part);
  }
  return said('assistant', text, line ?? 1);
}

function nameOf({
  name,
  path,
}: {
  name?: string | null | undefined;
  path?: string | null | undefined;
}): string {
  const shown = name ?? path?.split('/').at(-1) ?? '';
  return shown === '' ? '' : `\`${shown}\``;
}
