/** Folders in which teams keep PRDs and initiatives. */
const folders = /(?:^|\/)(?:prds?|product-requirements|requirements|initiatives?)\//i;
/** File names that say so themselves. */
const names =
  /(?:^|\/)(?:_?prd|prd[-_.][^/]*|[^/]*[-_.]prd(?:[-_.][^/]*)?|[^/]*(?:product[-_]requirements|requirements)[^/]*|[^/]*initiative[^/]*)\.(?:md|markdown)$/i;
/** Places of tools that keep requirements under a name of their own. */
const ofTools = /(?:^|\/)(?:\.kiro\/specs\/.+\/requirements|specs\/.+\/spec)\.(?:md|markdown)$/i;
/** What lies in such places and is no source. */
const others =
  /template|(?:^|\/)(?:readme|index|changelog|license|_?tech-?spec|design|tasks)\.[^/]*$|\.receipt\.json$|(?:^|\/)requirements[^/]*\.txt$/i;

/**
 * Whether a path alone says that a file is a PRD or an initiative. The places are those of `likelySources`, as far as they
 * leave no doubt; conversations are left alone.
 *
 * @param path relative to the workspace folder, with forward slashes
 */
export function isSourcePath(path: string): boolean {
  if (others.test(path) || !/\.(?:md|markdown|txt)$/i.test(path)) return false;
  return folders.test(path) || names.test(path) || ofTools.test(path);
}

/** Whether front matter says that a document is one: `type: prd`, `kind: initiative`. */
export function frontMatterNamesSource(text: string): boolean {
  const head = /^---\r?\n([\s\S]{0,4000}?)\r?\n---/.exec(text)?.[1] ?? '';
  return /^(?:type|kind|doc(?:ument)?[_-]?type|category)\s*:\s*["']?(?:prd|product[ -]requirements|initiative)\b/im.test(
    head,
  );
}
