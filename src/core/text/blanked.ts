/**
 * A text in which nothing stands any more, with every place where it was: line breaks stay, each other code unit becomes
 * `by`, so that an emoji, which takes two, leaves what follows it where it is.
 *
 * @param by one code unit
 */
export function blanked(text: string, by = ' '): string {
  return text.replace(/[^\r\n]+/gu, (run) => by.repeat(run.length));
}
