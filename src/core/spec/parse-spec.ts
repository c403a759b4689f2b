import { feedLines } from '../text/feed-lines';
import { joinDocument, SpecParser } from './spec-parser';
import type { SpecDocument } from './spec-document';

/**
 * Reads a technical specification. Total: any text gives a document, if only an empty one. A byte order mark is removed,
 * so that offsets and columns are those an editor shows; for the same reason a return that ends a line by itself becomes
 * a line feed.
 *
 * A draft is read by its receipt, its checks and its summary, and a completed spec by whoever looks for something in it: what was
 * read a short while ago is not read again.
 *
 * @param parser remembers the parts of a document that is edited, so that only what changed is read again
 */
export function parseSpec(source: string, parser?: SpecParser): SpecDocument {
  const text = feedLines(source.startsWith('\uFEFF') ? source.slice(1) : source);
  const spec = parser !== undefined || text.length > longest ? parsed(text, parser) : remembered(text);
  return text === source ? spec : { ...spec, written: source };
}

function remembered(text: string): SpecDocument {
  const document = documents.get(text) ?? parsed(text);
  documents.delete(text);
  documents.set(text, document);
  // The first is the one that was not asked for since the longest time.
  for (const [first] of documents) {
    if (documents.size <= mostDocuments) break;
    documents.delete(first);
  }
  return document;
}

const documents = new Map<string, SpecDocument>();
const mostDocuments = 12;
/** In characters; few specs are longer, and what is read of them takes much more memory than they do. */
const longest = 60_000;

function parsed(text: string, parser = new SpecParser()): SpecDocument {
  try {
    return parser.parse(text);
  } catch {
    // The Markdown parser gives up on some texts (nesting deeper than the stack): nothing in them can be relied upon.
    return joinDocument(text, [{ part: { text, nodes: [] }, start: 0, line: 0 }]);
  }
}
