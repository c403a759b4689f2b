import { findSecrets } from './find-secrets';
import type { SecretSpan } from './secret-span';

/** A secret that was taken out, told without its value. */
export interface RemovedSecret {
  /** Such as `GitHub token`. */
  readonly kind: string;
  /** Line of the text at which it begins, from 1. */
  readonly line: number;
}

export interface MaskedText {
  readonly text: string;
  /** In the order of the text; empty where the text is the one given. */
  readonly secrets: readonly RemovedSecret[];
}

/**
 * Takes the secrets out of a text. Each becomes `[secret removed: GitHub token]`; lines stay where they are.
 *
 * @param length `same` keeps every other character at its offset, so that findings and edits fit the original: what
 * the note leaves of a longer secret becomes dots, and the note is cut for a shorter one
 */
export function maskSecrets(text: string, length: 'free' | 'same' = 'free'): MaskedText {
  const spans = findSecrets(text);
  if (spans.length === 0) return { text, secrets: [] };
  const parts: string[] = [];
  const secrets: RemovedSecret[] = [];
  let at = 0;
  let line = 1;
  for (const span of spans) {
    const before = text.slice(at, span.start);
    const value = text.slice(span.start, span.end);
    line += newLines(before);
    secrets.push({ kind: span.kind, line });
    line += newLines(value);
    parts.push(before, length === 'same' ? sameLength(value, span) : `${note(span)}${lineBreaks(value)}`);
    at = span.end;
  }
  return { text: parts.join('') + text.slice(at), secrets };
}

/** The text without its secrets, where nobody needs to know which there were. */
export function withoutSecrets(text: string): string {
  return maskSecrets(text).text;
}

/** Plain data whose texts have no secrets; keys and everything else stay. The data itself where there were none. */
export function withoutSecretsIn<Data>(data: Data): Data {
  const texts: string[] = [];
  collectTexts(data, texts);
  // One search for all: it has a price of its own, and a receipt has thousands of short texts.
  if (findSecrets(texts.join('\n')).length === 0) return data;
  return JSON.parse(JSON.stringify(data), (_key, part: unknown) =>
    typeof part === 'string' ? withoutSecrets(part) : part,
  ) as Data;
}

function collectTexts(part: unknown, texts: string[]): void {
  if (typeof part === 'string') texts.push(part);
  else if (typeof part === 'object' && part !== null)
    for (const inner of Object.values(part)) collectTexts(inner, texts);
}

function note({ kind }: SecretSpan): string {
  return `[secret removed: ${kind}]`;
}

function sameLength(value: string, span: SecretSpan): string {
  const firstLine = value.search(/[\r\n]/);
  const room = firstLine < 0 ? value.length : firstLine;
  const fitting = [note(span), '[secret removed]', '[secret]'].find((text) => text.length <= room) ?? '';
  return fitting + value.slice(fitting.length).replace(/[^\r\n]/g, '.');
}

function newLines(text: string): number {
  return text.split('\n').length - 1;
}

function lineBreaks(text: string): string {
  return text.replace(/[^\r\n]/g, '');
}
