import { oneLine } from '../../text/said';
import { latest, readExport } from './exports/read-export';
import type { ExportedConversation } from './turn';
import { withoutNoise } from './without-noise';

const frontMatter = '---\ntype: conversation\n---\n\n';

/**
 * A conversation of an export as a document of its own: who said what, in Markdown, what tools put in left out.
 *
 * @param title used where the conversation has none
 */
export function writeConversation(conversation: ExportedConversation, title: string): string {
  const turns = conversation.messages.map(
    ({ speaker, role, text }) => `**${speakerName(speaker, role)}:**\n\n${withoutNoise(text).trim()}`,
  );
  return `${frontMatter}# ${oneLine(conversation.title ?? title)}\n\n${turns.join('\n\n---\n\n')}\n`;
}

/** Names that are read as the same role again. */
function speakerName(speaker: string, role: ExportedConversation['messages'][number]['role']): string {
  if (role === 'user') return 'User';
  return role === 'assistant'
    ? 'Assistant'
    : oneLine(speaker)
        .replace(/[*_:：]/g, ' ')
        .trim();
}

/** What a pasted text is saved as. */
export type PastedConversation =
  | { readonly kind: 'document'; readonly text: string; readonly title: string | null }
  /** It holds more than one conversation; which is meant must be said. */
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'empty' };

/** A pasted text as a document: an export becomes Markdown, a transcript stays as it is below a mark of what it is. */
export function pastedConversation(pasted: string): PastedConversation {
  const text = pasted.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') return { kind: 'empty' };
  const exported = readExport(text);
  if (exported !== null) {
    const chosen = exported[latest(exported)];
    return exported.length > 1 || chosen === undefined
      ? { kind: 'several', count: exported.length }
      : { kind: 'document', text: writeConversation(chosen, 'Conversation'), title: chosen.title };
  }
  const title = /^#{1,2} (.{1,120})$/m.exec(text.slice(0, 2000))?.[1] ?? null;
  const marked = text.startsWith('---\n') ? text : `${frontMatter}${text.replace(/^\n+/, '')}`;
  return { kind: 'document', text: `${marked.trimEnd()}\n`, title };
}
