import * as v from 'valibot';
import type { JsonDocument } from '../json-document';
import type { ExportedConversation, Message } from '../turn';
import type { ExportFormat } from './export-format';
import { contentOf, said, shaped } from './export-format';

const event = v.looseObject({
  ts: v.number(),
  type: v.picklist(['say', 'ask']),
  say: v.optional(v.string()),
  ask: v.optional(v.string()),
  text: v.optional(v.string()),
});
const byPerson: ReadonlySet<string> = new Set(['task', 'user_feedback', 'user_feedback_diff']);
const byAgent: ReadonlySet<string> = new Set([
  'text',
  'completion_result',
  'followup',
  'plan_mode_respond',
  'act_mode_respond',
]);
const question = v.union([v.looseObject({ question: v.string() }), v.looseObject({ response: v.string() })]);

/** `ui_messages.json` of Cline and Roo Code: every event of a task, of which few are words of the person or the agent. */
export const clineEvents: ExportFormat = {
  id: 'cline-events',
  read: (json) => {
    if (!Array.isArray(json.value)) return null;
    const events = shaped(event, json.value as readonly unknown[]);
    if (events.length === 0 || events.length < json.value.length / 2) return null;
    return one(
      events.flatMap((entry, index) => {
        const kind = entry.say ?? entry.ask ?? '';
        const line = json.lineOf(entry, 'text');
        // The task itself came as plain text before it had a name of its own.
        if (byPerson.has(kind) || (index === 0 && kind === 'text'))
          return said('user', entry.text ?? '', line);
        return byAgent.has(kind) ? said('assistant', words(entry.text ?? ''), line) : [];
      }),
    );
  },
};

/** Some questions come as JSON with their options. */
function words(text: string): string {
  if (!text.trimStart().startsWith('{')) return text;
  try {
    const value: unknown = JSON.parse(text);
    if (!v.is(question, value)) return text;
    return 'question' in value && typeof value.question === 'string'
      ? value.question
      : String(value['response']);
  } catch {
    return text;
  }
}

const claudeRow = v.looseObject({
  type: v.picklist(['user', 'assistant']),
  isMeta: v.optional(v.boolean()),
  isSidechain: v.optional(v.boolean()),
  message: v.looseObject({ role: v.string() }),
});
const codexRow = v.looseObject({
  type: v.literal('response_item'),
  payload: v.looseObject({ type: v.literal('message'), role: v.string() }),
});

/** Logs of Claude Code and Codex, one event a line. */
export const agentLog: ExportFormat = {
  id: 'agent-log',
  read: (json) => {
    if (!Array.isArray(json.value)) return null;
    const rows = json.value as readonly unknown[];
    const messages = rows.flatMap((row): readonly Message[] => {
      if (v.is(claudeRow, row))
        return row.isMeta === true || row.isSidechain === true ? [] : spoken(json, row.message);
      return v.is(codexRow, row) ? spoken(json, row.payload) : [];
    });
    return messages.length === 0 ? null : one(messages);
  },
};

const continueSession = v.looseObject({
  title: v.nullish(v.string()),
  history: v.array(v.looseObject({ message: v.looseObject({ role: v.string() }) })),
});

/** A session of Continue. */
export const continueChat: ExportFormat = {
  id: 'continue',
  read: (json) =>
    v.is(continueSession, json.value)
      ? [
          {
            title: json.value.title ?? null,
            updated: null,
            messages: json.value.history.flatMap(({ message }) => spoken(json, message)),
          },
        ]
      : null,
};

function spoken(json: JsonDocument, message: { role: string } & object): readonly Message[] {
  const { text, line } = contentOf(json, message, 'content');
  return said(message.role, text, line);
}

function one(messages: readonly Message[]): readonly ExportedConversation[] {
  return [{ title: null, updated: null, messages }];
}
