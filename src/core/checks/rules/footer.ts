import type { Check } from '../check';
import { footerPlace } from '../fixes/footer';

/**
 * The line below the document, which says how far it was verified, is the engine's own and true. Where it stands, it is held
 * against the findings, the checklist and the coverage of this check; the safe fix writes it anew. A spec without it lacks nothing.
 *
 * Options: none; the template's `footer` has the words.
 *
 * Good: the line as the last check of the document has it.
 * Bad: "Traceability verified" below a document in which a requirement lacks its task; counts of an earlier version.
 */
export const footer: Check = {
  id: 'footer',
  title: 'The line below the document says what is true now.',
  severity: 'warning',
  needsTemplate: true,
  needsRequirements: true,
  needsSurroundings: true,
  needsSyntax: true,
  *run() {
    // It speaks of what all others found: see `conclude`.
  },
  *conclude({ spec }, line) {
    const place = footerPlace(spec);
    if (line === null || place === null || place.written === line) return;
    yield {
      message: 'The line below the document is no longer true: it has to be "{0}".',
      args: [line],
      fixable: true,
      ...place.range,
    };
  },
  fixes({ args }, { spec }) {
    const place = footerPlace(spec);
    const [line] = args;
    if (line === undefined || place === null) return [];
    return [
      {
        message: 'Write the line as it is true now',
        args: [],
        edits: [{ range: place.range, newText: line }],
        safe: true,
      },
    ];
  },
};
