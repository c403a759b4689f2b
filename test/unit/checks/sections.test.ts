import { describe, expect, it } from 'vitest';
import { check, edit, goodSpec, listing } from './builders';

describe('required-sections', () => {
  it('reports a missing section where it should follow', () => {
    const start = goodSpec.indexOf('## 3.');
    const text = goodSpec.slice(0, start) + goodSpec.slice(goodSpec.indexOf('## 4.'));
    expect(listing(check({ text }), 'required-sections')).toEqual([
      'required-sections error 21:1 Section "3. Testing Strategy" of the template Small is missing: add it, with a reason in it where nothing applies.',
    ]);
  });

  it('lets optional sections be left out and knows aliases', () => {
    const text = edit(goodSpec, '## 3. Testing Strategy', '## Test plan').replace(
      '### Out of Scope',
      '### Elsewhere',
    );
    expect(listing(check({ text }), 'required-sections')).toEqual([]);
  });
});

describe('hollow-section', () => {
  const hollow = (body: string): readonly string[] =>
    listing(check({ text: edit(goodSpec, 'Admins invite colleagues by mail.', body) }), 'hollow-section');

  // The section has a subsection of its own, so only what a gap says about it matters: use one without.
  const testing = (body: string): readonly string[] => {
    const start = goodSpec.indexOf('| Criterion');
    const text = `${goodSpec.slice(0, start)}${body}\n\n${goodSpec.slice(goodSpec.indexOf('## 4.'))}`;
    return listing(check({ text, settings: { 'acceptance-tests': 'off' } }), 'hollow-section').map((line) =>
      line.replace(/^hollow-section /u, ''),
    );
  };

  it.each([
    ['nothing', ''],
    ['a heading', '### Unit tests'],
    ['labels', '- **Unit tests:**\n- **Scope**:\n'],
    ['placeholders', '[What is tested] {{how}} <name>'],
    ['marker words', 'TODO TBD ??? N/A'],
    ['a marker of another language', '待定'],
    ['a marker of two words', '- noch offen.'],
    ['a labelled marker', '**Unit tests:** TBD'],
    ['an empty table', '| Test | Command |\n|---|---|\n| | |'],
    ['a row of dashes', '| Test | Command |\n|---|---|\n| - | - |'],
    ['a table with first cells only', '| Test | Command |\n|---|---|\n| Unit | TBD |'],
    ['a comment', '<!-- Say what is tested. -->'],
    ['empty items', '-\n- [ ]\n1.'],
    ['an empty code block', '```go\n// TODO\n```'],
    ['a bold line', '**Unit tests**'],
    ['a rule', '---'],
  ])('takes %s for nothing', (_, body) => {
    expect(testing(body)).toEqual([
      'error 43:1 Section "Testing Strategy" says nothing yet: fill it in, or put an open question (OQ-n) there.',
    ]);
  });

  it.each([
    ['a sentence', 'Handlers are tested.'],
    ['a reason', 'Not applicable: nothing can be tested.'],
    ['a filled label', '- **Unit tests:** handlers'],
    ['a code block', '```sh\nmake test\n```'],
    ['a diagram', '![](diagram.svg)'],
    ['a row', '| Test | Command |\n|---|---|\n| Unit | `make` |'],
    ['a row that says there is none', '| Test | Command | Owner |\n|---|---|---|\n| None | - | - |'],
    ['another script', '登录测试'],
    ['an assumption', '[ASSUMPTION] One suite is enough.'],
  ])('takes %s for something', (_, body) => {
    expect(testing(body)).toEqual([]);
  });

  it('takes an open question alone for a gap', () => {
    for (const body of [
      'OQ-1',
      '- **Unit tests:** OQ-1',
      '- See OQ-1.',
      '| A | B |\n|---|---|\n| Unit | OQ-1 |',
    ])
      expect(testing(body)).toEqual(['error 43:1 Section "Testing Strategy" waits for OQ-1.']);
  });

  it('does not ask a heading whose subsections are judged on their own', () => {
    expect(hollow('')).toEqual([]);
    expect(hollow('OQ-1')).toEqual(['hollow-section error 6:1 Section "Overview" waits for OQ-1.']);
  });
});

describe('hollow-section where no template is known', () => {
  const hollow = (text: string): readonly string[] =>
    listing(check({ text, template: null, requirements: null }), 'hollow-section');

  it.each(['Wird später ergänzt.', 'Folgt noch.', 'To be written', 'À compléter.', '- Por completar'])(
    'warns of a section that only says "%s"',
    (said) => {
      expect(hollow(`# Parking\n\n## Load\n\n${said}\n\n## Rest\n\nTwo nodes.\n`)).toEqual([
        expect.stringContaining('hollow-section warning 3:'),
      ]);
    },
  );

  it.each(['N/A', 'None.', '', 'TBD', 'Two nodes, a third to be added.', '| a |\n|---|\n| 1 |'])(
    'says nothing of "%s"',
    (said) => {
      expect(hollow(`# Parking\n\n## Load\n\n${said}\n\n## Rest\n\nTwo nodes.\n`)).toEqual([]);
    },
  );
});
