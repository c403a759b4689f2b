/**
 * Text of anyone as Markdown that shows just that text: no markup, images, HTML or entities of its own. Line breaks
 * become breaks of paragraphs; an address may still be shown as a link to itself.
 */
export function markdownOfText(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]()#+\-!~<>|&$=:@]/gu, (mark) => (mark === '&' ? '&amp;' : `\\${mark}`))
      // A list of its own: `1.` at the start of a line.
      .replace(/^([ \t]*\d+)\./gmu, '$1\\.')
      .replace(/(?:(?<![^\S\n])[^\S\n]+)?\r?\n\s*/gu, '\n\n')
      .replace(/^[^\S\n]+/gmu, '')
  );
}
