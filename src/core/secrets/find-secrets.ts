import { assignedSecrets } from './assigned-secrets';
import { isMadeUp } from './made-up-value';
import { privateKeys } from './private-keys';
import { longRun, secretShapes, type SecretShape } from './secret-shapes';
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
  for (const { kind, pattern } of possibleShapes(text)) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.['value'] ?? [match.index, match.index + match[0].length];
      spans.push({ kind, start, end });
    }
  }
  return spans;
}

/**
 * The shapes that a text may have: a hundred searches take their time, and most texts have no run of characters that
 * one of them could find a secret in.
 */
function possibleShapes(text: string): readonly SecretShape[] {
  const lower = text.toLowerCase();
  const runs = (text.match(longRun) ?? []).join('\n');
  const isInRun = runs !== '' && shapesInRuns.some((pattern) => pattern.test(runs));
  return secretShapes.filter(({ needs }) =>
    needs === null ? isInRun : needs.some((word) => lower.includes(word)),
  );
}

/** All shapes that lie in one run as one expression, those in which case does not matter as another. */
const shapesInRuns: readonly RegExp[] = [false, true].map((ignoresCase) => {
  const sources = secretShapes
    .filter(({ needs, pattern }) => needs === null && pattern.ignoreCase === ignoresCase)
    .map(({ pattern }) => pattern.source.replaceAll('(?<value>', '(?:'));
  return new RegExp(sources.join('|'), ignoresCase ? 'i' : '');
});

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
