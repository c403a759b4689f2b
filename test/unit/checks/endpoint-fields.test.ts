import { describe, expect, it } from 'vitest';
import { check, edit, listing, section, taskTemplate } from './builders';

const template = taskTemplate({
  covers: [],
  checklist: [],
  sections: [section('endpoints', 'Endpoints'), section('open-questions', 'Open Questions')],
  checks: {
    'endpoint-fields': {
      severity: 'error',
      options: {
        fields: [
          'description',
          'handler',
          'auth',
          'request',
          'response',
          'rate limit',
          'idempotency',
          'errors',
        ],
      },
    },
  },
});
const text = `**Status:** Draft

## Endpoints

### POST /api/invites

**Description:** Invites a colleague.

**Handler:** \`http.Server.createInvite\`

**Auth:** owner or admin

**Rate limit:** 20 a minute

- Idempotency: a second invite of the same address returns the first

**Request struct:**

\`\`\`go
type CreateInviteRequest struct {}
\`\`\`

#### Response

| Field | Type |
|---|---|
| id | string |

**Error Responses:**

| Status | Body |
|---|---|
| 409 | \`{"code": "exists"}\` |

## Open Questions

- [ ] **OQ-1:** Which limit holds?
`;
const found = (changed: string): readonly string[] =>
  listing(check({ text: changed, template, requirements: null }), 'endpoint-fields');

describe('endpoint-fields', () => {
  it('accepts labels, items, headings and tables in the words of each author', () => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['**Auth:** owner or admin\n\n', '', 'POST /api/invites does not say its "auth"'],
    ['**Auth:** owner or admin', '**Auth:**', '"auth" of POST /api/invites is empty'],
    ['**Auth:** owner or admin', '**Auth:** TBD', '"auth" of POST /api/invites is empty'],
    ['| 409 | `{"code": "exists"}` |\n', '', '"errors" of POST /api/invites is empty'],
    ['```go\ntype CreateInviteRequest struct {}\n```\n', '', '"request" of POST /api/invites is empty'],
    ['#### Response\n\n| Field | Type |\n|---|---|\n| id | string |\n\n', '', 'does not say its "response"'],
    ['**Description:** Invites a colleague.\n\n', '', 'does not say its "description"'],
  ])('misses %j made %j', (from, to, message) => {
    expect(found(edit(text, from, to))).toEqual([expect.stringContaining(message)]);
  });

  it('takes the text below the heading for the description', () => {
    expect(found(edit(text, '**Description:** Invites', 'Invites'))).toEqual([]);
  });

  it('takes a table with a status for each error for the errors', () => {
    expect(found(edit(text, '**Error Responses:**\n\n', ''))).toEqual([]);
    const other = edit(edit(text, '**Error Responses:**\n\n', ''), '| 409 | `{"code"', '| 200 | `{"code"');
    expect(found(other)).toEqual([expect.stringContaining('does not say its "errors"')]);
  });

  it('takes types in code, and a sentence behind another label, for the response', () => {
    const without = edit(text, '#### Response\n\n| Field | Type |\n|---|---|\n| id | string |\n\n', '');
    const inCode = edit(without, 'struct {}\n', 'struct {}\ntype InviteResponse struct {}\n');
    expect(found(inCode)).toEqual([]);
    const inSentence = edit(without, 'first\n', 'first. Response: no body, 204\n');
    expect(found(inSentence)).toEqual([]);
  });

  it('reads a request and a response in the prose below the heading, and in no other place', () => {
    const prose = taskTemplate({
      covers: [],
      checklist: [],
      sections: [section('endpoints', 'Endpoints')],
      checks: {
        'endpoint-fields': { severity: 'error', options: { fields: ['request', 'response', 'errors'] } },
      },
    });
    const missing = (below: string): readonly string[] =>
      listing(
        check({ text: `**Status:** Draft\n\n## Endpoints\n\n### POST /a\n\n${below}\n`, template: prose }),
        'endpoint-fields',
      ).flatMap((line) => /does not say: (.*)\.$/u.exec(line)?.[1]?.split(', ') ?? [line]);
    expect(missing('Request `email`, `role`; 201 with `Invite`. 403 `forbidden`.')).toEqual([]);
    expect(missing('No body; 204. 404 `unknown`, 409 `accepted`.')).toEqual([]);
    expect(missing('Query `before`; response `{"invites": [Invite]}`. 400 `bad_request`.')).toEqual([]);
    expect(missing('Makes an invite for 200 people at the request of an owner.')).toEqual([
      ...['request', 'response', 'errors'],
    ]);
    expect(missing('**Idempotency:** a second request `a` answers 200 with `b`')).toEqual([
      ...['request', 'response', 'errors'],
    ]);
  });

  it('takes an open question for a declared gap', () => {
    expect(found(edit(text, '20 a minute', 'OQ-1'))).toEqual([
      expect.stringMatching(/warning .*"rate limit" of POST \/api\/invites waits for OQ-1/u),
    ]);
  });

  it('asks for a subsection where endpoints are only listed', () => {
    const from = text.indexOf('### POST');
    const rest = (list: string): string => text.slice(0, from) + list + text.slice(text.indexOf('\n## Open'));
    expect(found(rest('- `POST /api/invites`: invites a colleague\n'))).toEqual([
      expect.stringContaining('has no subsection of its own'),
    ]);
    expect(found(rest('None: nothing is served.\n'))).toEqual([]);
    expect(found(rest('- OQ-1\n'))).toEqual([expect.stringMatching(/warning .*Endpoints waits for OQ-1/u)]);
  });

  it('tells all that an endpoint lacks as one finding, beside what stands there and says nothing', () => {
    const from = text.indexOf('**Description:**');
    const bare = (below: string): string =>
      text.slice(0, from) + below + text.slice(text.indexOf('\n## Open'));
    expect(found(bare(''))).toEqual([
      'endpoint-fields error 5:1 POST /api/invites does not say: description, handler, auth, request, response, rate limit, idempotency, errors.',
    ]);
    expect(found(bare('Invites a colleague.\n\n**Auth:**\n'))).toEqual([
      expect.stringContaining('does not say: handler, request, response, rate limit, idempotency, errors.'),
      expect.stringContaining('"auth" of POST /api/invites is empty.'),
    ]);
  });

  it('warns of the one endpoint that lacks what the others say unasked', () => {
    const loose = taskTemplate({
      covers: [],
      checklist: [],
      sections: [section('endpoints', 'Endpoints'), section('open-questions', 'Open Questions')],
      checks: { 'endpoint-fields': { severity: 'error', options: { fields: ['request'] } } },
    });
    const endpoint = (path: string, access: string): string =>
      `### GET ${path}\n\n- Request: none\n${access}\n`;
    const spec = (last: string): string =>
      `**Status:** Draft\n\n## Endpoints\n\n${endpoint('/a', '- Access: owners\n')}${endpoint('/b', '- Access: owners\n')}${endpoint('/c', last)}`;
    const found = (last: string): readonly string[] =>
      listing(check({ text: spec(last), template: loose }), 'endpoint-fields');
    expect(found('- Access: members\n')).toEqual([]);
    expect(found('')).toEqual(['endpoint-fields warning 15:1 GET /c does not say its "auth".']);
    expect(found('- Access:\n')).toHaveLength(1);
    const handled = spec('').replaceAll('- Access: owners\n', '- Access: owners\n- Handler: `a`\n');
    expect(listing(check({ text: handled, template: loose }), 'endpoint-fields')).toEqual([
      'endpoint-fields warning 17:1 GET /c does not say: handler, auth.',
    ]);
    const two = spec('').replace(/### GET \/b[\s\S]*?(?=### GET \/c)/u, '');
    expect(listing(check({ text: two, template: loose }), 'endpoint-fields')).toHaveLength(1);
  });
});
