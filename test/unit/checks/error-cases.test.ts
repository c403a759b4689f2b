import { describe, expect, it } from 'vitest';
import { check, edit, listing, section, taskTemplate } from './builders';

const template = taskTemplate({
  covers: [],
  checklist: [],
  sections: [
    section('endpoints', 'Endpoints'),
    section('errors', 'Error Taxonomy'),
    section('open-questions', 'Open Questions'),
  ],
});
const text = `**Status:** Draft

## Endpoints

### POST /api/invites

| Status | Condition | Body |
|---|---|---|
| 409 | The address is invited already | \`{"code": "exists"}\` |
| 502/503 | Mail is down | \`{"code": "mail"}\` |

## Error Taxonomy

| Error | HTTP Status | Client Error | User-Facing Message | Log Level |
|---|---|---|---|---|
| \`ErrExists\` | 409 Conflict | \`exists\` | This person is invited already. | |
| any other | 500 | \`internal\` | Something went wrong. | error |
| \`errRetry\` | none | - | - | info |

## Open Questions

- [ ] **OQ-1:** Which message?
`;
const found = (changed: string): readonly string[] =>
  listing(check({ text: changed, template, requirements: null }), 'error-cases');

describe('error-cases', () => {
  it('accepts errors that are written out', () => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['| 409 Conflict |', '| 4009 |', '4009 is no status of HTTP'],
    ['| 409 Conflict |', '| 499x9 |', '499x9 is no status of HTTP'],
    ['| 409 Conflict |', '| conflict |', 'conflict is no status of HTTP'],
    ['| 409 Conflict |', '| |', 'Error ErrExists has no "HTTP Status"'],
    ['| This person is invited already. |', '| |', 'Error ErrExists has no "User-Facing Message"'],
    ['| This person is invited already. |', '| TBD |', 'Error ErrExists has no "User-Facing Message"'],
    ['| 409 | The address', '| 490 | The address', '490 is no status of HTTP'],
    ['| `{"code": "exists"}` |', '| |', 'Error 409 has no "Body"'],
  ])('misses %j made %j', (from, to, message) => {
    expect(found(edit(text, from, to))).toEqual([expect.stringContaining(`error-cases error`)]);
    expect(found(edit(text, from, to))[0]).toContain(message);
  });

  it('takes an open question for a declared gap', () => {
    expect(found(edit(text, 'This person is invited already.', 'OQ-1'))).toEqual([
      expect.stringMatching(/warning .*"User-Facing Message" of error ErrExists waits for OQ-1/u),
    ]);
  });

  it('leaves tables with codes of other protocols alone', () => {
    const table = '| Code | Meaning |\n|---|---|\n| 5 | NOT_FOUND |\n';
    const from = text.indexOf('| Status |');
    expect(found(text.slice(0, from) + table + text.slice(text.indexOf('\n## Error')))).toEqual([]);
  });
});

describe('an error that stands in two places', () => {
  const both = (
    endpoint: string,
    taxonomy = '| `ErrLapsed` | 410 | `offer_lapsed` | This offer has lapsed. | info |',
  ): string =>
    text
      .replace('| 502/503 | Mail is down | `{"code": "mail"}` |', `${endpoint}`)
      .replace('| any other', `${taxonomy}\n| any other`);

  it.each([
    '| 410 | The offer has lapsed | `offer_lapsed` |',
    '| 410 | The offer has lapsed | `offer_lapsed` |\n\n- Errors: 410 `offer_lapsed`, 404 `offer_not_found`',
    '| 404 | No such offer | `offer_not_found` |',
  ])('may have one status: %s', (endpoint) => {
    expect(found(both(endpoint))).toEqual([]);
  });

  it.each([
    '| 409 | The offer has lapsed | `offer_lapsed` |',
    '| 409 | The offer has lapsed | `ErrLapsed` |',
    '\n- **Errors:** 404 `offer_not_found`, 409 `offer_lapsed`',
    '\nAnswers `offer_lapsed` (409) when it is too late.',
  ])('may not have two: %s', (endpoint) => {
    expect(found(both(endpoint))).toEqual([
      expect.stringMatching(/(?:offer_lapsed|ErrLapsed) is 409 here, but 410 in "Error Taxonomy"/u),
    ]);
  });
});

describe('a failure without a status of HTTP', () => {
  const scenarios = (row: string): readonly string[] =>
    found(
      edit(
        text,
        '## Open Questions',
        `| Scenario | Detection | Handling | Notes |\n|---|---|---|---|\n| Mail is down | timeout | tried again | |\n| Disk is full | exit code | job fails | |\n${row}\n\n## Open Questions`,
      ),
    );

  it('says what the others say, remarks aside', () => {
    expect(scenarios('| Clock is wrong | - | None: the next run mends it | |')).toEqual([]);
    expect(scenarios('| Clock is wrong | log | | |')).toEqual([
      expect.stringContaining('Error Clock is wrong has no "Handling"'),
    ]);
  });

  describe('where no template is known', () => {
    const foreign = (changed: string): readonly string[] =>
      listing(check({ text: changed, template: null, requirements: null }), 'error-cases');
    const doc = `# Parking

## Interface

### POST /api/spaces

Refused with 409 \`space_taken\`.

## Fehlerbehandlung

| Case | Status | Message |
|---|---|---|
| space_taken | 409 | The space is taken. |
| port in use | at the start | The port is in use. |
| unknown garage | 404 | There is no such garage. |
`;

    it('finds the section by what its heading says', () => {
      expect(foreign(doc)).toEqual([]);
      expect(foreign(doc.replace('| 404 |', '| 4040 |'))).toEqual([
        expect.stringContaining('warning 15:20 4040 is no status of HTTP.'),
      ]);
      expect(foreign(doc.replace('| There is no such garage. |', '| |'))).toEqual([
        expect.stringContaining('warning 15:'),
      ]);
    });

    it('compares with what the endpoints answer', () => {
      expect(foreign(doc.replace('| 409 |', '| 410 |'))).toEqual([
        expect.stringContaining('space_taken is 409 here, but 410 in "Fehlerbehandlung".'),
      ]);
    });

    it('reads no table of another section', () => {
      expect(foreign(doc.replace('Fehlerbehandlung', 'Progress').replace('| 404 |', '| 4040 |'))).toEqual([]);
    });
  });
});
