/** More brackets in one stretch of text than anybody writes: the parser takes time by their square. */
const mostBrackets = 1000;
/** Deeper than anybody nests quotes and lists. */
const mostContainers = 100;

/** Columns before an item that is nested deeper than anybody does; the parser takes time by the cube of the depth. */
const deepIndent = 64;
/** So many such items are no list that somebody wrote, nor code. */
const mostDeepItems = 40;

/** More backticks in a row open no code that somebody wrote. */
const longestRun = 64;

const deepItem = new RegExp(
  `^(?:[ ]{${deepIndent}}|\\t{${deepIndent / 4}})[ \\t]*(?:[-+*]|\\d{1,9}[.)])(?=[ \\t])`,
);
const containers = new RegExp(`^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${mostContainers}}`);
/** A line that is a stretch of its own: a row, an item, a heading. */
const ownStretch = /^[ \t]*(?:\||[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])/;

/**
 * A text that the Markdown parser reads in time proportional to its length: where a paragraph, row or item has more than a
 * thousand opening brackets, or a line more than a hundred marks of quotes and lists, those beyond are replaced by look-alikes of the
 * same length; so are the marks of items indented by 64 columns and more, where there are many, and runs of more than 64
 * backticks. Any other text is given back as it is, and offsets are the same in any case.
 */
export function tameMarkdown(text: string): string {
  const shallow = withoutLongRuns(withoutDeepItems(text));
  if (!isSuspect(shallow)) return shallow;
  let brackets = 0;
  return shallow
    .split(/(\r\n|\n|\r)/)
    .map((line, index) => {
      // Line ends stand between the lines.
      if (index % 2 === 1) return line;
      if (/^[ \t]*$/.test(line) || ownStretch.test(line)) brackets = 0;
      const flat = withoutDepth(line);
      if (!/[[\]]/.test(flat)) return flat;
      return flat.replace(/[[\]]/g, (mark) => {
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

function withoutDeepItems(text: string): string {
  const deep = new RegExp(deepItem, 'gm');
  if ((text.match(deep)?.length ?? 0) <= mostDeepItems) return text;
  // What is left stands in the item at that depth, as its text.
  return text.replace(
    deep,
    (lead) => lead.slice(0, deepIndent) + withoutMarks(lead.slice(deepIndent)).replace(/[ \t]/g, '·'),
  );
}

/** Each run of backticks that nothing closes is looked for to the end of its paragraph, once for each length. */
function withoutLongRuns(text: string): string {
  if (!text.includes('`'.repeat(longestRun + 1))) return text;
  return text.replace(new RegExp(`\`{${longestRun + 1},}`, 'g'), (run) => 'ˋ'.repeat(run.length));
}

function withoutMarks(lead: string): string {
  return lead.replace(/>/g, '›').replace(/[-+*]/g, '‐').replace(/[.)]/g, '․');
}

function withoutDepth(line: string): string {
  const kept = containers.exec(line)?.[0];
  if (kept === undefined) return line;
  const rest = line.slice(kept.length);
  const lead = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(rest)?.[0] ?? '';
  return kept + withoutMarks(lead) + rest.slice(lead.length);
}
