import type { Check } from '../check';
import { blockPlace } from '../reading/block-place';
import { firstLine } from '../../spec/place';

/**
 * Code blocks in SQL, JSON, YAML, OpenAPI, Mermaid, Protocol Buffers and GraphQL parse. SQL is held against PostgreSQL's
 * own parser, and only where the workspace or the spec says that this is the database. A sample that leaves parts out
 * (`...`, `<id>`, comments in JSON) and so can not parse is only named, as information. Code in programming languages is not
 * looked at.
 *
 * Options: none.
 *
 * Good: a `json` block with `{"error": {"code": "expired"}}`; `CREATE TABLE invites (id UUID PRIMARY KEY);`.
 * Bad: `{"code": "expired" "message": "..."}`; `CREATE TABLE invites (id UUID,);`.
 */
export const codeSyntax: Check = {
  id: 'code-syntax',
  title: 'Code blocks parse.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSyntax: true,
  *run({ spec, syntax }) {
    for (const [block, { notation, problem, unread }] of syntax ?? []) {
      if (unread !== undefined)
        yield {
          message: 'This block was not checked: the parser of {0} could not be loaded ({1}).',
          args: [notation, unread],
          severity: 'warning',
          ...firstLine(spec, block),
        };
      if (problem === null) continue;
      const reason = problem.reason.replace(/\.$/u, '');
      const place = blockPlace(spec, block, problem.start, problem.end);
      yield problem.elided
        ? {
            message: 'This sample leaves parts out, so it is no {0} that could be checked: {1}.',
            args: [notation, reason],
            severity: 'info',
            ...place,
          }
        : { message: 'This is no {0} that parses: {1}.', args: [notation, reason], ...place };
    }
  },
};
