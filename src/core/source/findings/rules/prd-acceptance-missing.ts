import { linePlace } from '../../document/places';
import type { SourceRule } from '../source-rule';

/**
 * Stories and EARS requirements say how a person could tell that they are done.
 *
 * Good: a story with a list "Acceptance criteria" below it.
 * Bad: `### US-004: Export` with its "As a ..." and nothing more.
 */
export const acceptanceMissing: SourceRule = {
  id: 'prd-acceptance-missing',
  title: 'Every user story has acceptance criteria.',
  severity: 'warning',
  *run({ requirements, lines, root }) {
    for (const { id, kind, line, acceptance } of requirements) {
      if (acceptance.length > 0 || (kind !== 'story' && kind !== 'ears')) continue;
      yield {
        message: '{0} has no acceptance criteria. Say how a person could tell that it is done.',
        args: [id],
        fixable: root !== null,
        ...linePlace(lines, line),
      };
    }
  },
};
