import { feedLines } from '../text/feed-lines';
import { joinDocument, SpecParser } from './spec-parser';
import type { SpecDocument } from './spec-document';

/**
 * Reads a technical specification. Total: any text gives a document, if only an empty one. A byte order mark is removed,
 * so that offsets and columns are those an editor shows; for the same reason a return that ends a line by itself becomes
 * a line feed.
 *
 * @param parser remembers the parts of a document that is edited, so that only what changed is read again
 */
export function parseSpec(source: string, parser = new SpecParser()): SpecDocument {
  const text = feedLines(source.startsWith('\uFEFF') ? source.slice(1) : source);
  const spec = parseText(text, parser);
  return text === source ? spec : { ...spec, written: source };
}

function parseText(text: string, parser: SpecParser): SpecDocument {
  try {
    return parser.parse(text);
  } catch {
    // The Markdown parser gives up on some texts (nesting deeper than the stack): nothing in them can be relied upon.
    return joinDocument(text, [{ part: { text, nodes: [] }, start: 0, line: 0 }]);
  }
}
