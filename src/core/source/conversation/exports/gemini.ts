import * as v from 'valibot';
import type { JsonDocument } from '../json-document';
import type { Message } from '../turn';
import type { ExportFormat } from './export-format';
import { contentOf, said, shaped, timeOf } from './export-format';

const entry = v.looseObject({ role: v.picklist(['user', 'model']), parts: v.array(v.unknown()) });
const logged = v.looseObject({ type: v.picklist(['user', 'gemini']), content: v.unknown() });
const session = v.looseObject({
  sessionId: v.string(),
  lastUpdated: v.optional(v.string()),
  messages: v.array(v.unknown()),
});
const chunk = v.looseObject({
  role: v.picklist(['user', 'model']),
  text: v.string(),
  isThought: v.optional(v.boolean()),
});
const prompt = v.looseObject({ chunkedPrompt: v.looseObject({ chunks: v.array(v.unknown()) }) });

/** What the command line puts before the first prompt. */
const setup = /^\s*(?:This is the Gemini CLI\b|<session_context>)/;

/** Chats of Gemini: checkpoints and sessions of its command line, requests of its interface, prompts of its studio. */
export const gemini: ExportFormat = {
  id: 'gemini',
  read: (json) => {
    const { value } = json;
    if (v.is(prompt, value)) {
      const chunks = shaped(chunk, value.chunkedPrompt.chunks).filter(({ isThought }) => isThought !== true);
      return one(chunks.flatMap((part) => said(part.role, part.text, json.lineOf(part, 'text'))));
    }
    if (v.is(session, value)) {
      const messages = shaped(logged, value.messages).flatMap((part) => {
        const { text, line } = contentOf(json, part, 'content');
        return said(part.type === 'gemini' ? 'model' : 'user', text, line);
      });
      return one(messages, timeOf(value.lastUpdated));
    }
    return one(
      history(json).flatMap((part) => {
        const { text, line } = contentOf(json, part, 'parts');
        return setup.test(text) ? [] : said(part.role, text, line);
      }),
    );
  },
};

function history({ value }: JsonDocument): readonly v.InferOutput<typeof entry>[] {
  const list = v.is(v.looseObject({ history: v.array(v.unknown()) }), value)
    ? value.history
    : v.is(v.looseObject({ contents: v.array(v.unknown()) }), value)
      ? value.contents
      : value;
  return Array.isArray(list) ? shaped(entry, list as readonly unknown[]) : [];
}

function one(messages: readonly Message[], updated: number | null = null): ReturnType<ExportFormat['read']> {
  return messages.length === 0 ? null : [{ title: null, updated, messages }];
}
