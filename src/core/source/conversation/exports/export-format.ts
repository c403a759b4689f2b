import * as v from 'valibot';
import { roleOf } from '../speaker-role';
import type { JsonDocument } from '../json-document';
import type { ExportedConversation, Message } from '../turn';

/** How one tool writes its conversations. */
export interface ExportFormat {
  readonly id: string;
  /** @returns `null` where the document is none of this tool */
  readonly read: (json: JsonDocument) => readonly ExportedConversation[] | null;
}

/** Elements of an array, or the one value itself. */
export function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** Those of the values that have a shape, as they are: a parsed copy would have lost its lines. */
export function shaped<Schema extends v.GenericSchema>(
  schema: Schema,
  values: readonly unknown[],
): readonly v.InferOutput<Schema>[] {
  return values.filter((value): value is v.InferOutput<Schema> => v.is(schema, value));
}

/** Speakers whose messages are no part of what was said: instructions and what tools answered. */
const silent: ReadonlySet<string> = new Set([
  'system',
  'developer',
  'tool',
  'function',
  'ipython',
  'environment',
  'info',
]);

/** A message, unless nobody said it or it says nothing. */
export function said(speaker: string, text: string, line: number): readonly Message[] {
  if (silent.has(speaker.toLowerCase()) || text.trim() === '') return [];
  return [{ speaker, role: roleOf(speaker), text, line }];
}

const textBlock = v.object({ text: v.string() });
const typedBlock = v.object({ type: v.string() });
/** Types of content that was said, by the names that the interfaces of models use. */
const spoken: ReadonlySet<string> = new Set(['text', 'input_text', 'output_text', 'markdown']);

/**
 * The text of a message that is a string, or a list of blocks of which tool calls, their results, thoughts and pictures
 * are left out.
 *
 * @param key where the content stands in its container
 */
export function contentOf(
  json: JsonDocument,
  container: object,
  key: string,
): { readonly text: string; readonly line: number } {
  const content = (container as Readonly<Record<string, unknown>>)[key];
  const line = json.lineOf(container, key);
  if (typeof content === 'string') return { text: content, line };
  if (!Array.isArray(content)) return { text: '', line };
  const blocks = content.flatMap((block: unknown, index) => {
    if (typeof block === 'string') return [{ text: block, line: json.lineOf(content, index) }];
    if (!v.is(textBlock, block) || (v.is(typedBlock, block) && !spoken.has(block.type))) return [];
    return 'thought' in block && block.thought === true
      ? []
      : [{ text: block.text, line: json.lineOf(block, 'text') }];
  });
  return { text: blocks.map(({ text }) => text).join('\n\n'), line: blocks[0]?.line ?? line };
}

/** Seconds or milliseconds since 1970, or a date as text, as a number that sorts. */
export function timeOf(value: unknown): number | null {
  if (typeof value === 'number') return value < 1e11 ? value * 1000 : value;
  const parsed = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(parsed) ? null : parsed;
}
