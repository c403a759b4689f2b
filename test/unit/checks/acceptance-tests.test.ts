import { describe, expect, it } from 'vitest';
import { check, edit, goodSpec, listing, taskTemplate } from './builders';

const messages = (text: string): readonly string[] =>
  listing(check({ text }), 'acceptance-tests').map((line) => line.replace(/^\S+ /u, ''));
const row = '| US-001/AC-2 | A member is refused | `go test ./...` |\n';
const missing = ['error 43:1 No test covers acceptance criterion US-001/AC-2.'];

describe('acceptance-tests', () => {
  it('misses a criterion that nothing cites', () => {
    expect(messages(edit(goodSpec, row, ''))).toEqual(missing);
  });

  it('does not count a row that only names the criterion', () => {
    expect(messages(edit(goodSpec, row, '| US-001/AC-2 | | TBD |\n'))).toEqual(missing);
    expect(messages(edit(goodSpec, row, '| US-001/AC-2 |\n'))).toEqual(missing);
  });

  it('does not count the story for its criteria, nor a citation elsewhere', () => {
    expect(messages(edit(goodSpec, row, '| US-001 | All of it | `go test` |\n'))).toEqual(missing);
    expect(messages(edit(edit(goodSpec, row, ''), 'Admins invite', 'US-001/AC-2: Admins invite'))).toEqual(
      missing,
    );
  });

  it('does not count a sentence, in the section of tests or elsewhere, nor an item that only names it', () => {
    const without = edit(goodSpec, row, '');
    for (const claim of [
      'US-001/AC-2 is tested as well.',
      'All of US-001/AC-1..2 is verified.',
      '- US-001/AC-2',
    ])
      expect(messages(edit(without, '## 4.', `${claim}\n\n## 4.`))).toEqual(missing);
  });

  it('counts a criterion that is cited in the words of its source', () => {
    for (const label of ['US-001/CA-2', 'US-001/AK-2', 'US-001/AC-02'])
      expect(messages(edit(goodSpec, '| US-001/AC-2 |', `| ${label} |`))).toEqual([]);
  });

  it('asks a spec of unknown form for the criteria that it forgot, once it tests most, as a warning', () => {
    const found = (text: string) => listing(check({ text, template: null }), 'acceptance-tests');
    const tests = (labels: readonly string[]) =>
      `# Plan\n\n## Checks\n\n| Criterion | How |\n|---|---|\n${labels.map((label) => `| ${label} | a test |\n`).join('')}`;
    expect(found(tests(['US-001/AC-1', 'US-002/AC-1']))).toEqual([
      'acceptance-tests warning 1:1 No test covers acceptance criterion US-001/AC-2.',
    ]);
    expect(found(tests(['US-001/AC-1']))).toEqual([]);
  });

  it('counts a heading with a test below it', () => {
    const without = edit(goodSpec, row, '');
    const heading = '### US-001/AC-2: a member is refused\n\n';
    expect(messages(edit(without, '## 4.', `${heading}The answer is 409.\n\n## 4.`))).toEqual([]);
    expect(messages(edit(without, '## 4.', `${heading}TBD\n\n## 4.`))).toEqual(missing);
  });

  it('counts an item that says the test below it', () => {
    const item = '- **US-001/AC-2**\n  - Given a member, when invited, then 409\n\n## 4.';
    expect(messages(edit(edit(goodSpec, row, ''), '## 4.', item))).toEqual([]);
  });

  it('reads escaped characters of an item as what they show', () => {
    const item = String.raw`- US-001/AC-2: \[ASSUMPTION\]\[US1\]`;
    expect(messages(edit(edit(goodSpec, row, ''), '## 4.', `${item}\n\n## 4.`))).toEqual([]);
  });

  it('counts items and ranges', () => {
    expect(
      messages(`${edit(goodSpec, row, '')}`.replace('## 4.', '- US-001/AC-2: refused\n\n## 4.')),
    ).toEqual([]);
    expect(messages(edit(edit(goodSpec, row, ''), '| US-001/AC-1 |', '| US-001/AC-1..2 |'))).toEqual([]);
  });

  it('takes an open question beside the criterion for a gap', () => {
    const text = edit(
      edit(goodSpec, row, '| US-001/AC-2 | OQ-1 | OQ-1 |\n'),
      'None.\n',
      '- [ ] **OQ-1:** How is a member refused?\n',
    );
    expect(messages(text)).toEqual([
      'warning 43:1 The test of acceptance criterion US-001/AC-2 waits for OQ-1.',
    ]);
  });

  it('does not ask for tests of what is out of scope', () => {
    const text = goodSpec
      .replace('| US-002 | Revoke an invite | T-002 |\n', '| US-002 | Revoke | Out of scope: later |\n')
      .replace('_Implements:_ US-001, US-002', '_Implements:_ US-001')
      .replace('| US-002/AC-1 | The link is dead | `go test ./...` |\n', '');
    expect(listing(check({ text }))).toEqual([]);
  });

  it('looks in the section that the option names', () => {
    const template = taskTemplate({
      checks: { 'acceptance-tests': { severity: 'warning', options: { section: 'overview' } } },
    });
    expect(
      check({ template }).findings.filter((finding) => finding.check === 'acceptance-tests'),
    ).toHaveLength(3);
  });
});
