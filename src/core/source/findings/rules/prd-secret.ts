import { linePlace } from '../../document/places';
import type { SourceRule } from '../source-rule';
import { secretKindText } from '../../../secrets/secret-kind-text';

/**
 * The document holds no secrets. It is sent to a model and kept in a repository; a secret belongs in neither.
 *
 * Good: `The token is read from MAIL_TOKEN.`
 * Bad: the token itself.
 */
export const secret: SourceRule = {
  id: 'prd-secret',
  title: 'The document holds no secret.',
  severity: 'warning',
  *run({ secrets, lines }) {
    for (const { kind, line } of secrets) {
      yield {
        message:
          'This line holds a secret ({0}). It is left out of prompts and specs; take it out here too, and replace it where it is in use.',
        args: [secretKindText(kind)],
        ...linePlace(lines, line),
      };
    }
  },
};
