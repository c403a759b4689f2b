import { describe, expect, it } from 'vitest';
import { parseTemplate, type ParsedTemplate } from '../../../src/core/template/parse-template';

const head = `id: small
name: Small
summary: For tests
for: [prd]
output: specs/{slug}.md
covers: [{ by: tasks, mapping: mapping, items: tasks, column: 2 }]
statuses: [{ name: Draft, gapsAllowed: true }]`;
const body = `# {{title}}

## 1. Mapping {#mapping}
<!-- One row each. -->
| A | B |
|---|---|

### 1.1 Details {#details .optional aliases="More | Even more"}

## Tasks
{{> item }}
`;

function parse(
  front: string,
  text = body,
  partials: Record<string, string> = { item: '- x' },
): ParsedTemplate {
  return parseTemplate({
    path: 'small.md',
    text: `---\n${front}\n---\n${text}`,
    origin: { kind: 'built-in' },
    partials,
  });
}

function findings(parsed: ParsedTemplate): readonly string[] {
  return parsed.findings.map(
    ({ line, severity, message, args }) =>
      `${line} ${severity} ${message.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? '?')}`,
  );
}

describe('a template file', () => {
  it('becomes sections with keys, numbers, levels, guidance and aliases', () => {
    const { template, findings: found } = parse(head);
    expect(found).toEqual([]);
    expect(template?.sections).toEqual([
      {
        key: 'mapping',
        heading: 'Mapping',
        number: '1',
        level: 2,
        optional: false,
        guidance: 'One row each.',
        aliases: [],
      },
      {
        key: 'details',
        heading: 'Details',
        number: '1.1',
        level: 3,
        optional: true,
        guidance: '',
        aliases: ['More', 'Even more'],
      },
      { key: 'tasks', heading: 'Tasks', number: null, level: 2, optional: false, guidance: '', aliases: [] },
    ]);
  });

  it('fills in what the front matter leaves out', () => {
    const { template } = parse(head);
    expect(template).toMatchObject({
      requirements: null,
      budgets: {},
      checks: {},
      outOfScope: null,
      checklist: [],
      questions: [],
      model: null,
      role: null,
    });
  });

  it('may say which stack it is made for, one value or several of a facet', () => {
    const made = parse(`${head}\nstack: { languages: Go, migrationTool: [goose, Flyway] }`);
    expect(made.template?.stack).toEqual({ languages: ['Go'], migrationTool: ['goose', 'Flyway'] });
    expect(parse(head).template?.stack).toBeUndefined();
    const lines = head.split('\n').length;
    const wrong = parse(`${head}\nstack: { planets: Mars }`);
    expect(wrong.template).toBeNull();
    expect(wrong.findings).toMatchObject([{ line: lines + 2, severity: 'error' }]);
  });

  it('has its partials in place, so that its hash covers them', () => {
    const one = parse(head).template;
    const other = parse(head, body, { item: '- y' }).template;
    expect(one?.body).toContain('- x');
    expect(one?.sha256).not.toBe(other?.sha256);
  });

  it('may be written with CRLF and a byte order mark', () => {
    const text = `\ufeff---\n${head}\n---\n${body}`.replace(/\n/g, '\r\n');
    const parsed = parseTemplate({
      path: 'x.md',
      text,
      origin: { kind: 'built-in' },
      partials: { item: '' },
    });
    expect(parsed.findings).toEqual([]);
    expect(parsed.template?.sections.map(({ key }) => key)).toEqual(['mapping', 'details', 'tasks']);
  });

  it('takes headings in code and comments for text', () => {
    const text = `${body}\n\`\`\`\n## No\n\`\`\`\n<!--\n## Neither\n-->\n`;
    expect(parse(head, text).template?.sections.map(({ key }) => key)).toEqual([
      'mapping',
      'details',
      'tasks',
    ]);
  });

  it('reads two headings with one key as alternatives of one section', () => {
    const text = `${body}\n{{#isPrd}}\n## Stories {#last}\n{{/isPrd}}\n{{^isPrd}}\n## Points {#last}\n{{/isPrd}}\n`;
    const last = parse(head, text).template?.sections.filter(({ key }) => key === 'last');
    expect(last).toEqual([expect.objectContaining({ heading: 'Stories', aliases: ['Points'] })]);
  });

  it.each([
    [
      'a missing field',
      head.replace('name: Small\n', ''),
      [/^\d+ error The front matter field name is missing\. Write it as in name: /],
    ],
    [
      'a wrong value, at its line',
      head.replace('[prd]', '[poem]'),
      [/^5 error The front matter field for\.0 cannot be "poem"\./],
    ],
    [
      'a path that leaves the workspace',
      head.replace('specs/', '../'),
      [/^6 error The front matter field output cannot be/],
    ],
    [
      'an absolute path',
      head.replace('specs/', '/etc/'),
      [/^6 error The front matter field output cannot be/],
    ],
    [
      'a rule for a section that is not there',
      head.replace('items: tasks', 'items: todo'),
      [/^7 error No heading has the key todo\. Add \{#todo\}/],
    ],
    ['YAML that is none', 'id: [', [/^\d+ error The front matter is not valid YAML/]],
    [
      'a field nobody reads',
      `${head}\ncolour: red`,
      [/^9 warning The front matter field colour is not known/],
    ],
  ])('reports %s', (_, front, expected) => {
    const parsed = parse(front);
    expect(findings(parsed)).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(findings(parsed)[index]).toMatch(pattern);
    expect(parsed.template === null).toBe(findings(parsed).some((line) => line.includes(' error ')));
  });

  it('reports a tag that is not closed and a partial that is not there at the line of the body', () => {
    expect(findings(parse(head, '# {{#x}}\n'))).toEqual([
      expect.stringMatching(/^10 error A tag of the body/),
    ]);
    expect(findings(parse(head, `${body}{{> gone }}\n`, { item: '' }))).toEqual([
      expect.stringMatching(/^21 error There is no partial gone/),
    ]);
  });

  it('without front matter is told to have some', () => {
    const parsed = parseTemplate({ path: 'x.md', text: '# X', origin: { kind: 'built-in' }, partials: {} });
    expect(parsed.template).toBeNull();
    expect(findings(parsed)[0]).toMatch(/^1 error The template has no front matter/);
  });
});
