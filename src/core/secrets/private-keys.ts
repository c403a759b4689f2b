import type { SecretSpan } from './secret-span';

/** `RSA`, `EC`, `OPENSSH`, `ENCRYPTED`, `PGP ... BLOCK` and none, as PEM (RFC 7468), OpenSSH and OpenPGP write them. */
const begin = /-----BEGIN ?((?:[A-Z0-9]+ )*)PRIVATE KEY( BLOCK)?-----/g;
const end = /-----END ?(?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/;
/** What a line of a key consists of; quotes, escapes and indentation as in source code and JSON included. */
const keyLine =
  /^[\s>|"'`+\\,;]*(?:[A-Za-z0-9+/=]{16,}|[A-Za-z0-9-]+: .*|=[A-Za-z0-9+/]{4}|)(?:\\[nr]|[\s"'`+\\,;|])*$/;
/** A key is not longer than this. */
const longest = 20_000;
const fewestCharacters = 60;

/**
 * Private keys of a text, from the first to the last dash. One whose end is missing reaches as far as its lines look
 * like a key: the end may have been cut, the key still is one.
 */
export function privateKeys(text: string): readonly SecretSpan[] {
  if (!text.includes('PRIVATE KEY')) return [];
  const spans: SecretSpan[] = [];
  for (const match of text.matchAll(begin)) {
    const bodyStart = match.index + match[0].length;
    // No further than a key can reach: a text of openings without an end would be read to its end for each.
    const closing = end.exec(text.slice(bodyStart, bodyStart + longest + 80));
    const bodyEnd = closing !== null ? bodyStart + closing.index : endOfKeyLines(text, bodyStart);
    const body = text.slice(bodyStart, bodyEnd);
    if ((body.match(/[A-Za-z0-9+/=]{16,}/g) ?? []).join('').length < fewestCharacters) continue;
    spans.push({
      kind: match[2] === undefined ? 'private key' : 'PGP private key',
      start: match.index,
      end: closing !== null ? bodyEnd + closing[0].length : bodyEnd,
    });
  }
  return spans;
}

function endOfKeyLines(text: string, start: number): number {
  let at = start;
  while (at < text.length && at - start < longest) {
    const newLine = text.indexOf('\n', at);
    const lineEnd = newLine < 0 ? text.length : newLine;
    if (!keyLine.test(text.slice(at, lineEnd))) {
      // On the line of the opening dashes itself (`"-----BEGIN ...-----\nMII..."` in JSON) the key may be one run.
      const run = /^(?:\\[nr]|[A-Za-z0-9+/=\s])+/.exec(text.slice(at, lineEnd));
      return at === start && run !== null ? at + run[0].length : at;
    }
    at = lineEnd + 1;
  }
  return Math.min(at, text.length);
}
