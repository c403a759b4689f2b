/** What pip and its kin call lists of packages: `requirements.txt`, `requirements-dev.txt`, `requirements/base.txt`. */
const named = /(?:^|[/_.-])(?:requirements?|constraints?)[^/]*\.txt$|(?:^|\/)requirements?\/[^/]+\.txt$/iu;

const version = String.raw`(?:===|[~=!<>]=|[<>])[\w.*+!-]+`;
/** `Django==5.1.4`, `psycopg[binary]>=3,<4`, `lib@https://...`: without the spaces and what stands behind a semicolon. */
const pinned = new RegExp(
  String.raw`^[A-Za-z0-9][\w.-]*(?:\[[\w,.-]*\])?(?:\(?${version}(?:,${version})*\)?|@\S+)?$`,
  'u',
);
/** `-r base.txt`, `--hash=sha256:...`, `git+https://...`, `./packages/core`. */
const option = /^-{1,2}[A-Za-z]|^(?:git|hg|svn|bzr)\+|^(?:https?|file):\/\/\S+$|^\.{0,2}\/\S*$/u;
/** A bare package: no word of a sentence, and no title. */
const bare = /^[a-z0-9][a-z0-9._-]*(?:\[[\w,.-]*\])?$/u;
const tells = /[=<>~!@[\];]/u;

/** Most lines that are looked at. */
const enough = 200;

/**
 * Whether a text file is a list of packages for pip and no document: by its name, and by lines each of which is a package with
 * its version, an option or an address.
 */
export function isDependencyList(path: string, text: string): boolean {
  if (!named.test(path)) return false;
  const lines = text
    .slice(0, 100_000)
    .split('\n')
    .map((line) =>
      line
        .replace(/(?:^|\s)#.*$/u, '')
        .replace(/\\\s*$/u, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .slice(0, enough);
  return lines.length > 0 && lines.every(isPackage);
}

function isPackage(line: string): boolean {
  if (option.test(line) || bare.test(line)) return true;
  const [said = ''] = line.split(';');
  const dense = said.replace(/ ?([<>=~!,@[\]()]) ?/gu, '$1').trim();
  return pinned.test(dense) && tells.test(line);
}
