import { closestTo } from '../../text/closest';
import type { Check } from '../check';
import { statusOf } from '../gaps-allowed';
import { documentPlace } from '../../spec/place';
import { metadataNamed } from '../../spec/vocabulary/metadata-names';

/**
 * The metadata names one of the template's statuses, on which hangs whether gaps are still allowed.
 *
 * Options: none; the statuses are the template's `statuses`.
 *
 * Good: `**Status:** Draft`.
 * Bad: no status; `**Status:** Draft | In Review | Approved`.
 */
export const status: Check = {
  id: 'status',
  title: 'The document has one of the known statuses.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: false,
  *run({ spec, template }) {
    if (template === null || template.statuses.length === 0 || statusOf(spec, template) !== null) return;
    const known = template.statuses.map(({ name }) => name).join(', ');
    const entry = metadataNamed(spec.metadata, 'status');
    if (entry === undefined || entry.value === '') {
      yield { message: 'The document has no status: set one of {0}.', args: [known], ...documentPlace(spec) };
      return;
    }
    const { line, column, endLine, endColumn } = entry;
    const message = '"{0}" is no status of this template: set one of {1}.';
    yield { message, args: [entry.value, known], fixable: true, line, column, endLine, endColumn };
  },
  fixes({ args: [value = ''], line, column, endLine, endColumn }, { template }) {
    const names = (template?.statuses ?? []).map(({ name }) => name);
    const closest = closestTo(value, names);
    const offered = closest === null ? names : [closest];
    return offered.map((name) => ({
      message: 'Set the status to {0}',
      args: [name],
      edits: [{ range: { line, column, endLine, endColumn }, newText: name }],
      // A status is a decision, even a misspelt one.
      safe: false,
    }));
  },
};
