import { latest, readExport } from './exports/read-export';
import { sentencesOf } from './sentences';
import { textTurns } from './text-turns';
import type { ExportedConversation, Message, Turn } from './turn';
import { unnamedTurns } from './unnamed-chat';
import { withoutNoise } from './without-noise';

/** A conversation as it is read, out of those that the file holds. */
export interface ReadConversation {
  readonly turns: readonly Turn[];
  /** Its title in the export, or `null`. */
  readonly title: string | null;
  /** Every conversation of the export; empty where the file is no export. */
  readonly all: readonly ExportedConversation[];
  /** Which of them was read. */
  readonly index: number;
}

/**
 * Reads a transcript in JSON, in Markdown or in plain text.
 *
 * @param chosen number (from 0) of the conversation of an export; by default the one that went on last
 */
export function readConversation(text: string, chosen: number | null = null): ReadConversation {
  const all = readExport(text);
  if (all === null) {
    const named = textTurns(text);
    return { turns: named.length > 0 ? named : unnamedTurns(text), title: null, all: [], index: 0 };
  }
  const index = chosen !== null && chosen >= 0 && chosen < all.length ? chosen : latest(all);
  const conversation = all[index];
  return {
    turns: (conversation?.messages ?? []).map(turnOf),
    title: conversation?.title ?? null,
    all,
    index,
  };
}

/** Turns of a transcript; empty where there are none. */
export function readTurns(text: string): readonly Turn[] {
  return readConversation(text).turns;
}

/** A text in which nobody is named, as said by one person. */
export function monologue(text: string): Turn {
  const lines = withoutNoise(text)
    .split(/\r\n|\n|\r/)
    .map((raw, index) => ({ line: index + 1, text: raw }));
  return { speaker: 'Author', role: 'person', line: 1, sentences: sentencesOf(lines) };
}

function turnOf({ speaker, role, line, text }: Message): Turn {
  const lines = withoutNoise(text)
    .split(/\r\n|\n|\r/)
    .map((part) => ({ line, text: part }));
  return { speaker, role, line, sentences: sentencesOf(lines) };
}
