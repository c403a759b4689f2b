/** What documentation puts where a secret would stand. Short words count at the beginning of a part only. */
const placeholders = new RegExp(
  [
    ...inUsualCase(
      'example placeholder changeme change-me change_me dummy redacted removed replace insert sample secrethere goeshere',
    ),
    ...inUsualCase('your todo fake xxxx none').map((word) => `(?<![A-Za-z0-9+/])${word}`),
    'x{6,}|X{6,}|0{8,}',
    String.raw`\*{3,}|\.{3,}|…|•{3,}`,
  ].join('|'),
);

/** A random value may spell a word by chance, but not in the case that people write. */
function inUsualCase(words: string): readonly string[] {
  return words
    .split(' ')
    .flatMap((word) => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)]);
}

/** A reference to a secret that is kept elsewhere: `${NAME}`, `{{name}}`, `<name>`, `%NAME%`, `$NAME`, `process.env.X`. */
const reference =
  /\$\{|\$\(|\{\{|<[^<>]*>|%[A-Z_]{2,}%|^\$[A-Z_]|^\{.*\}$|^\[.*\]$|^\[secret|\benv\b|getenv|secretKeyRef|valueFrom|vault:|op:\/\//i;

/** What everybody takes as password of a database on the own machine: it guards nothing. */
const commonPasswords =
  /^(?:test(?:ing|\d+)?|pass(?:word|wd)?\d{0,3}|secret|admin|root|user|guest|postgres|mysql|mongo|redis|rabbit|minio|dev|local|docker|pw|pwd|foo|bar|x+|p)$/i;

/** Keys that the documentation of their makers shows. */
const published: ReadonlySet<string> = new Set([
  // The signature of the token that jwt.io shows.
  'SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
  'TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ',
]);

/** From this length on, a value of few different characters is no secret. */
const longEnoughToVary = 20;
const fewestDistinctCharacters = 8;

/**
 * Whether a value that has the shape of a secret was made up for a document: a placeholder, a reference to where the
 * secret is kept, one character repeated, or a value that its maker's own documentation shows.
 */
export function isMadeUp(value: string): boolean {
  if (commonPasswords.test(value) || placeholders.test(value) || reference.test(value)) return true;
  if ([...published].some((known) => value.includes(known))) return true;
  const distinct = new Set(value).size;
  return value.length >= longEnoughToVary ? distinct < fewestDistinctCharacters : distinct < 3;
}
