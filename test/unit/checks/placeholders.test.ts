import { describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { placeholders } from '../../../src/core/checks/rules/placeholders';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { Template } from '../../../src/core/template/template';
import { taskTemplate, underlined } from './builders';

function leftovers(text: string): readonly string[] {
  const { findings } = checkSpec({
    spec: parseSpec(text),
    template: null,
    requirements: null,
    checks: [placeholders],
  });
  return findings.map((finding) => underlined(text, finding));
}

describe('placeholders', () => {
  it.each([
    ['[Feature Name]', ['[Feature Name]']],
    ['# Spec: [Name]', ['[Name]']],
    ['| a |\n|--|\n| [Date] |', ['[Date]']],
    ['- **Author:** [name or `none`]', ['[name or `none`]']],
    ['[One sentence\nover two lines]', ['[One sentence\nover two lines]']],
    ['Say [what] and [how](x.md)', ['[what]']],
    ['Say `😀` and [what]', ['[what]']],
    ['{{owner}} and {{#if}}', ['{{owner}}', '{{#if}}']],
    ['Ask <your team> or <name>.', ['<your team>', '<name>']],
    ['<placeholder>', ['<placeholder>']],
    ['Put it in <path/to/file>', ['<path/to/file>']],
    ['Implements US-XXX in T-00X', ['US-XXX', 'T-00X']],
    ['| a | b |\n|--|--|\n| Owner | TBD |', ['TBD']],
    ['- TODO', ['TODO']],
    ['- Modify: `src/main/java/com/example/members/MemberController.java`: TBD', ['TBD']],
    ['- **Owner:** ???', ['???']],
    ['TBD.', ['TBD']],
    ['Owner: tbd\nDate: 2026', ['tbd']],
    ['TODO: decide', ['TODO']],
    ['One node first. TODO: ask who decides.', ['TODO']],
    ['- ...', ['...']],
    ['**Database**: NEEDS CLARIFICATION', ['NEEDS CLARIFICATION']],
    ['**Database**: NEEDS CLARIFICATION (how many rows?)', ['NEEDS CLARIFICATION']],
    ['- NEEDS CLARIFICATION: who may sign in?', ['NEEDS CLARIFICATION']],
    ['[NEEDS CLARIFICATION: who may sign in?]', ['[NEEDS CLARIFICATION: who may sign in?]']],
    ['What needs clarification is asked first.', []],
    ['<!-- Say why. -->', ['<!-- Say why. -->']],
    ['text <!-- why --> more', ['<!-- why -->']],
    ['[NEEDS CLARIFICATION: which queue]', ['[NEEDS CLARIFICATION: which queue]']],
    ['> [Quote]', ['[Quote]']],
    ['- **OQ-1:** TBD', ['TBD']],
    ['| OQ-1: [Which queue] TODO: ask |\n|--|', ['[Which queue]']],
  ])('finds what is left in %j', (text, expected) => {
    expect(leftovers(text)).toEqual(expected);
  });

  it.each([
    '[link](x.md), [ref][r], [r] and ![image](i.png)\n\n[r]: x.md',
    '- [ ] open\n- [x] done\n- [ ]* optional\n- [-] dropped',
    'A note[^1] and [^2]\n\n[^1]: Here.',
    '[ASSUMPTION] One region. [ASSUMPTION: so] T001 [P] [US1] [P1]',
    '`[Name]`, `{{x}}`, `<T>`, `TODO`',
    '```\n[Name] {{x}} <!-- c -->\nTODO\n```',
    '\\[Name\\], \\{{x}}, \\<name>',
    'arr[index], List<String>, a < b and c > d',
    'x<br>y <sub>2</sub> <details><summary>More</summary></details>',
    'See https://example.org/[x] and <https://example.org/a>',
    'The word TODO in a sentence, TBD too.',
    '<!-- markdownlint-disable -->',
    '> [!NOTE]\n> text',
    'Versions [1, 2] and [3]',
    'GET /api/{id}',
    '## Open Points [optional]\n\n- [Optional] Way of counting: sum',
    'Waits for [storage#4711] to be decided.',
    'The [guide](https://example.org/a/very/long/\n  address.html) breaks off.',
    '| a |\n|--|\n| OQ-34: How many, maybe two? TBD: which criteria must FR-2 meet? |',
    '- [ ] **OQ-35:** Which currency is shown? TODO: ask Bob',
    '- [ ] **OQ-36:** Currency: NEEDS CLARIFICATION: which one is shown?',
    'OQ-37: TODO: ask Bob which currency is shown',
    '<!-- Link targets -->\n\n[a]: https://example.org',
  ])('leaves %j alone', (text) => {
    expect(leftovers(text)).toEqual([]);
  });

  it('takes a comment for guidance where the template is known, and warns of it where it is not', () => {
    const comments = (template: Template | null): readonly string[] =>
      checkSpec({
        spec: parseSpec('## Design\n\n<!-- Names -->\n\n<!-- Tell how it works, and why. -->\n'),
        template,
        requirements: null,
        checks: [placeholders],
      }).findings.map(({ severity, line }) => `${severity} ${line}`);
    expect(comments(taskTemplate())).toEqual(['error 3', 'error 5']);
    expect(comments(null)).toEqual(['warning 5']);
  });

  // Quadratic work would take longer than a test may.
  it('gets through a paragraph full of code', () => {
    const text = '`a` [x](y) '.repeat(20_000);
    const spec = parseSpec(text);
    expect(checkSpec({ spec, template: null, requirements: null, checks: [placeholders] }).findings).toEqual(
      [],
    );
  }, 60_000);
});
