import { titleOf } from '../../document/inline-text';
import { linePlace } from '../../document/places';
import type { SourceRule } from '../source-rule';

/** Statements are quoted up to this length, in characters. */
const quoted = 160;

/**
 * What was decided later takes the place of what was decided earlier because somebody said so.
 *
 * Good: "Exports are kept for 30 days." and later "Actually, 14 days."
 * Bad: "Exports are kept for 30 days." and later "Exports are kept for 14 days.", and nobody noticed.
 */
export const talkContradiction: SourceRule = {
  id: 'conversation-contradiction',
  title: 'No decision of a conversation contradicts an earlier one unnoticed.',
  severity: 'warning',
  *run({ lines, talk }) {
    for (const { earlier, later, requirement } of talk?.contradictions ?? [])
      yield {
        message: '"{0}" contradicts "{1}" (line {2}). The later one is taken as {3}: confirm it.',
        args: [titleOf(later.text, quoted), titleOf(earlier.text, quoted), String(earlier.line), requirement],
        ...linePlace(lines, later.line),
        alternatives: [earlier, later].map(({ text, line }) => ({ text, ...linePlace(lines, line) })),
      };
  },
};
