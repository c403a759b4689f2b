/** More brackets in one stretch of text than anybody writes: the parser takes time by their square. */
const mostBrackets = 1000;
/** Deeper than anybody nests quotes and lists. */
const mostContainers = 100;

const containers = new RegExp(`^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${mostContainers}}`);
/** A line that is a stretch of its own: a row, an item, a heading. */
const ownStretch = /^[ \t]*(?:\||[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])/;

/**
 * A text that the Markdown parser reads in time proportional to its length: where a paragraph, row or item has more than a
 * thousand opening brackets, or a line more than a hundred marks of quotes and lists, those beyond are replaced by look-alikes of the
 * same length. Any other text is given back as it is, and offsets are the same in any case.
 */
export function tameMarkdown(text: string): string {
  if (!isSuspect(text)) return text;
  let brackets = 0;
  return text
    .split(/(\r\n|\n|\r)/)
    .map((line, index) => {
      // Line ends stand between the lines.
      if (index % 2 === 1) return line;
      if (/^[ \t]*$/.test(line) || ownStretch.test(line)) brackets = 0;
      const shallow = withoutDepth(line);
      if (!/[[\]]/.test(shallow)) return shallow;
      return shallow.replace(/[[\]]/g, (mark) => {
        brackets += 1;
        return brackets <= mostBrackets ? mark : mark === '[' ? '⟦' : '⟧';
      });
    })
    .join('');
}

/** Cheap: most texts have neither so many brackets nor so many marks that begin a line. */
function isSuspect(text: string): boolean {
  let brackets = 0;
  for (let at = text.indexOf(']'); at !== -1 && brackets <= mostBrackets; at = text.indexOf(']', at + 1))
    brackets += 1;
  for (let at = text.indexOf('['); at !== -1 && brackets <= mostBrackets; at = text.indexOf('[', at + 1))
    brackets += 1;
  return brackets > mostBrackets || /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100}/m.test(text);
}

function withoutDepth(line: string): string {
  const kept = containers.exec(line)?.[0];
  if (kept === undefined) return line;
  const rest = line.slice(kept.length);
  const lead = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(rest)?.[0] ?? '';
  return (
    kept + lead.replace(/>/g, '›').replace(/[-+*]/g, '‐').replace(/[.)]/g, '․') + rest.slice(lead.length)
  );
}
