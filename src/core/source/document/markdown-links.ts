/** More links than this are not looked at. */
const mostLinks = 200;
const link = /\]\(\s*<?(?:mdc:)?([^)\s>]+)>?(?:\s+["'][^"']*["'])?\s*\)/g;

/** Targets of the Markdown links of a text as written, without addresses of the web, in order. */
export function markdownLinks(text: string): readonly string[] {
  const targets: string[] = [];
  for (const [, written = ''] of text.matchAll(link)) {
    if (targets.length >= mostLinks) break;
    if (!/^(?:[a-z][a-z\d+.-]*:|#)/i.test(written)) targets.push(written);
  }
  return targets;
}
