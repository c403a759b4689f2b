import { describe, expect, it } from 'vitest';
import { settlesArea } from '../../../src/core/clarify/settled-areas';

describe('a demand in a conversation', () => {
  it.each([
    ['security', 'Only owners and admins should see the button or be able to call the endpoint.'],
    ['performance', 'We should answer within one second at the 95th percentile.'],
    ['data', 'The file must have name, e-mail address, role and the day somebody joined.'],
    ['error-handling', 'When it fails, the page must show the message of the error above the table.'],
    ['integration', 'It has to be `POST /api/members/export`, answering text/csv.'],
  ])('settles %s: %s', (area, demand) => {
    expect(settlesArea(demand, area)).toBe(true);
  });

  it.each([
    ['security', 'We only need the export for the yearly review.'],
    ['performance', 'It should be fast.'],
    ['data', 'We need an export of the data.'],
    ['error-handling', 'We must not fail the audit.'],
    ['toString', 'It must have a text.'],
  ])('does not settle %s: %s', (area, demand) => {
    expect(settlesArea(demand, area)).toBe(false);
  });
});
