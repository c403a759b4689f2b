import { isMadeUp } from './made-up-value';
import type { SecretSpan } from './secret-span';

/**
 * The end of a name that says that its value is secret, a sign of assignment, and a value: `db_password: "..."`,
 * `API_KEY=...`, `| Admin password | ... |`, `"clientSecret": "..."`, `--token ...`.
 */
const assignment =
  /(?<name>(?:passw(?:or)?d|passphrase|pwd|secret|token|(?:api|access|private|auth|encryption|signing|master|license)[_ -]?key|credential|(?<![a-z])(?:pat|dsn|salt)(?![a-z]))\w{0,16})["'`*_]{0,3}[ \t]{0,4}(?:::?=|=>|:|=|\||[ \t]is[ \t]|[ \t])[ \t*_]{0,4}(?<quote>["'`]?)(?<value>[^\s"'`|,;<>()[\]{}]{8,200})/dgi;
/** How far back the rest of the name may reach. */
const longestName = 40;

/** Values that are long and random enough to be nothing else. */
const leastRandomLength = 16;
const leastEntropy = 3.2;

/** Secrets that only the name before them betrays: `password: ...`, `api_key = ...`. */
export function assignedSecrets(text: string): readonly SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const match of text.matchAll(assignment)) {
    const { name: ending = '', value: raw = '', quote = '' } = match.groups ?? {};
    const before = text.slice(Math.max(0, match.index - longestName), match.index);
    const name = `${/(?<![\w.-])[\w.-]*$/.exec(before)?.[0] ?? ''}${ending}`;
    const start = match.indices?.groups?.['value']?.[0];
    const value = quote === '' ? raw.replace(/(?<![.,:*_!?])[.,:*_!?]+$/, '') : raw;
    if (start === undefined || isMadeUp(value) || isPublicName(name)) continue;
    const followsSpace = /[\w"'`*_][ \t]+["'`]?$/.test(text.slice(Math.max(0, start - 6), start));
    if (!isRandom(value) && (followsSpace || !isPassword(name, value))) continue;
    spans.push({ kind: kindOf(name), start, end: start + value.length });
  }
  return spans;
}

/** Names of things that go with secrets and are none: ids, hashes, counts, public halves. */
function isPublicName(name: string): boolean {
  return /public|_id$|Id$|tokens$|tokenizer|token_?(?:type|count|limit|ttl|url|uri|endpoint|name|budget)|max_?token|secret_?(?:name|arn|ref|manager|version)|sha\d*|hash|checksum|digest|path|file/i.test(
    name,
  );
}

function kindOf(name: string): string {
  if (/pass|pwd/i.test(name)) return 'password';
  return /token|pat$/i.test(name) ? 'token' : 'secret value';
}

/** Letters and digits mixed as no word, path, date or version mixes them. */
function isRandom(value: string): boolean {
  if (value.length < leastRandomLength || !/^[\w+/=.~:@!#$%^&*-]+$/.test(value)) return false;
  // A path, an address, an option, a dotted name, a date.
  if (/:\/\/|^(?:[~@-]|\.{1,2}\/)|\.\w{1,5}$|^\d{4}-\d\d-\d\d/.test(value)) return false;
  if (hasMixedCase(value)) return true;
  const words = value.split(/[-_./:]+|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== '');
  if (words.length > 1 && words.every((word) => /^(?:[A-Za-z]{2,}\d{0,4}|v?\d{1,4})$/.test(word)))
    return false;
  if (!/[A-Za-z]/.test(value) || !/\d/.test(value)) return false;
  return entropy(value) >= leastEntropy;
}

/** Long, and about as many capitals as small letters: no name in camel case has that. */
function hasMixedCase(value: string): boolean {
  const letters = value.replace(/[^A-Za-z]/g, '');
  const share = letters.replace(/[^A-Z]/g, '').length / letters.length;
  return letters.length >= 24 && share > 0.25 && share < 0.75;
}

/** A password that a person made: short, of several sorts of characters. */
function isPassword(name: string, value: string): boolean {
  if (!/pass|pwd|secret/i.test(name) || !/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (/:\/\/|\/|^\d+(?:\.\d+)*[a-z]*$|^[A-Z]+-?\d+(?:[.-]\d+)*$|\.\w{2,4}$/i.test(value)) return false;
  const sorts = [/[a-z]/, /[A-Z]/, /[!@#$%^&*?+~]/].filter((sort) => sort.test(value)).length;
  return sorts >= 2;
}

/** Shannon entropy in bits per character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
