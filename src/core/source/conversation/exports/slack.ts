import * as v from 'valibot';
import type { ExportFormat } from './export-format';
import { said, shaped, timeOf } from './export-format';

const name = v.nullish(v.string());
const message = v.looseObject({
  type: v.literal('message'),
  subtype: v.optional(v.string()),
  bot_id: v.nullish(v.string()),
  user: v.optional(v.string()),
  text: v.string(),
  ts: v.string(),
  user_profile: v.nullish(v.looseObject({ real_name: name, display_name: name, name })),
});
type SlackMessage = v.InferOutput<typeof message>;

/** Subtypes that a person wrote; the others tell who joined, what was renamed, what a bot said. */
const written: ReadonlySet<string | undefined> = new Set([
  undefined,
  'thread_broadcast',
  'me_message',
  'file_share',
]);

/** One day of a channel from the export of a Slack workspace. */
export const slack: ExportFormat = {
  id: 'slack',
  read: (json) => {
    if (!Array.isArray(json.value)) return null;
    const all = shaped(message, json.value as readonly unknown[]);
    if (all.length === 0 || all.length < json.value.length / 2) return null;
    const names = new Map(
      all.flatMap((entry) => (entry.user === undefined ? [] : [[entry.user, nameOf(entry)] as const])),
    );
    const people = all
      .filter(
        ({ subtype, bot_id, user }) =>
          written.has(subtype) && (bot_id ?? null) === null && user !== undefined,
      )
      .toSorted((a, b) => Number(a.ts) - Number(b.ts));
    return [
      {
        title: null,
        updated: timeOf(Number(all.at(-1)?.ts)),
        messages: people.flatMap((entry) =>
          said(nameOf(entry), plain(entry.text, names), json.lineOf(entry, 'text')),
        ),
      },
    ];
  },
};

function nameOf({ user_profile, user }: SlackMessage): string {
  const { real_name, display_name, name: short } = user_profile ?? {};
  return (
    [real_name, display_name, short, user].find(
      (known) => known !== undefined && known !== null && known !== '',
    ) ?? ''
  );
}

/** Mentions and links as they are read, entities resolved. */
function plain(text: string, names: ReadonlyMap<string, string>): string {
  return text
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, user: string) => `@${names.get(user) ?? user}`)
    .replace(/<#[A-Z0-9]+\|([^>]*)>/g, '#$1')
    .replace(/<[^<|>\s]+\|([^<>]*)>/g, '$1')
    .replace(/<([a-z]+:[^>\s]+)>/gi, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
