import { assignedSecrets } from './assigned-secrets';
import { isMadeUp } from './made-up-value';
import { privateKeys } from './private-keys';
import { secretShapes } from './secret-shapes';
import type { SecretSpan } from './secret-span';
import { secretlintSecrets } from './secretlint-rules';

/** Nothing shorter is searched: no secret is. */
const shortestText = 8;

/**
 * Secrets that a text holds, by their place, in order and apart from each other. Placeholders and references of
 * documentation (`sk-xxxx...`, `<your-key>`, `${TOKEN}`) are none.
 */
export function findSecrets(text: string): readonly SecretSpan[] {
  if (text.length < shortestText) return [];
  const shaped = [...shapedSecrets(text), ...secretlintSecrets(text)];
  return apart([
    ...privateKeys(text),
    ...shaped.filter(({ start, end }) => !isMadeUp(text.slice(start, end))),
    ...assignedSecrets(text),
  ]);
}

function shapedSecrets(text: string): readonly SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const { kind, pattern } of secretShapes) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.['value'] ?? [match.index, match.index + match[0].length];
      spans.push({ kind, start, end });
    }
  }
  return spans;
}

/** Spans that overlap become one, named by the one that begins first; of those, by the first found. */
function apart(spans: readonly SecretSpan[]): readonly SecretSpan[] {
  const joined: SecretSpan[] = [];
  for (const span of [...spans].sort((left, right) => left.start - right.start)) {
    const last = joined.at(-1);
    if (last === undefined || span.start >= last.end) joined.push(span);
    else if (span.end > last.end) joined[joined.length - 1] = { ...last, end: span.end };
  }
  return joined;
}
