import { describe, expect, it } from 'vitest';
import { anchorAt, placeAnchor } from '../../../src/core/life/comments/anchor';
import {
  commentPath,
  firstComment,
  parseComment,
  reply,
  serialiseComment,
} from '../../../src/core/life/comments/comment-file';
import { threadsOf } from '../../../src/core/life/comments/threads';
import { parseSpec } from '../../../src/core/spec/parse-spec';

const text = `# Spec

## Limits

Invitations are kept for fourteen days and then removed by the nightly job.

- The queue holds a thousand mails.

## Errors

Nothing is sent twice.

- The queue holds a thousand mails.
`;
const spec = parseSpec(text);
/** The text at the place of an anchor after an edit, and whether it is lost. */
const after = (changed: string, line: number, from = 1, to = from): readonly [string, boolean] => {
  const anchor = anchorAt(spec, { line, column: from, endLine: line, endColumn: to });
  const now = parseSpec(changed);
  const { range, isOrphan } = placeAnchor(now, anchor);
  const row = changed.split('\n')[range.line - 1] ?? '';
  return [row.slice(range.column - 1, range.endColumn - 1), isOrphan];
};
const kept = 'Invitations are kept for fourteen days and then removed by the nightly job.';

describe('the anchor of a review comment', () => {
  it('is the marked text, or its line where nothing is marked', () => {
    expect(anchorAt(spec, { line: 5, column: 17, endLine: 5, endColumn: 39 }).quote).toBe(
      'kept for fourteen days',
    );
    expect(anchorAt(spec, { line: 7, column: 1, endLine: 7, endColumn: 1 })).toMatchObject({
      quote: '- The queue holds a thousand mails.',
      section: 'Limits',
    });
  });

  it.each([
    ['lines are put in above it', text.replace('## Limits', '## New\n\nMore.\n\n## Limits'), kept],
    [
      'its section is moved and renamed',
      text.replace(/(## Limits[\s\S]*?)(## Errors[\s\S]*)/, '$2\n$1').replace('## Limits', '## Bounds'),
      kept,
    ],
    ['a word of it changes', text.replace('fourteen', 'thirty'), kept.replace('fourteen', 'thirty')],
    [
      'words are added in the midst of it',
      text.replace('and then', 'at most and then'),
      kept.replace('and then', 'at most and then'),
    ],
    ['it becomes an item', text.replace('Invitations', '* Invitations'), kept],
  ])('is found where %s', (_, changed, expected) => {
    expect(after(changed, 5)).toEqual([expected, false]);
  });

  it('keeps to its own of two equal texts', () => {
    const changed = text.replace('# Spec\n', '# Spec\n\nAn introduction.\n');
    const anchor = anchorAt(spec, { line: 13, column: 1, endLine: 13, endColumn: 1 });
    expect(placeAnchor(parseSpec(changed), anchor)).toMatchObject({ isOrphan: false, range: { line: 15 } });
  });

  it('goes to the heading of its section where its text is gone, and to the top where that is gone, too', () => {
    expect(after(text.replace(kept, 'Something else.'), 5)).toEqual(['## Limits', true]);
    expect(after('# Spec\n\nAll new.\n', 5)).toEqual(['# Spec', true]);
  });

  it('is not taken for found by small words', () => {
    const changed = text.replace(kept, 'The and for are by then a.');
    expect(after(changed, 5)[1]).toBe(true);
  });
});

describe('review comments', () => {
  const said = { text: 'Why fourteen?', name: 'Ada', date: '2026-03-02' };
  const first = firstComment(anchorAt(spec, { line: 5, column: 1, endLine: 5, endColumn: 1 }), said);

  it('are a file each, whose bytes tell the same again', () => {
    expect(parseComment(serialiseComment(first))).toEqual(first);
    expect(commentPath('tech-specs/a.md', first)).toBe(
      `tech-specs/a.comments/${first.thread}.001-${first.id}.json`,
    );
  });

  it('make threads in the order they were said, settled by whoever said so', () => {
    const answers = ['By law.', 'I see.'].reduce(
      (all, answer) => [...all, reply({ id: first.thread, comments: all }, { ...said, text: answer })],
      [first],
    );
    const resolved = {
      version: 1,
      thread: first.thread,
      resolved: true,
      name: 'Ben',
      date: '2026-03-03',
    } as const;
    const [thread, ...others] = threadsOf([resolved, ...answers.reverse()], spec);
    expect(others).toEqual([]);
    expect(thread?.comments.map((one) => one.text)).toEqual(['Why fourteen?', 'By law.', 'I see.']);
    expect(thread?.resolved?.name).toBe('Ben');
    expect(thread?.range.line).toBe(5);
  });

  it('stay where the first of them was deleted, and are none where all were', () => {
    const answer = reply({ id: first.thread, comments: [first] }, { ...said, text: 'By law.' });
    expect(threadsOf([answer], spec)).toMatchObject([{ isOrphan: true, comments: [{ text: 'By law.' }] }]);
    expect(
      threadsOf([{ version: 1, thread: first.thread, resolved: true, name: null, date: '2026-03-03' }], spec),
    ).toEqual([]);
  });

  it.each([
    '{',
    '[]',
    '{"version":1}',
    '{"version":1,"thread":"../../x","resolved":true,"name":null,"date":"2026-01-01"}',
  ])('are not read from %s', (damaged) => {
    expect(parseComment(damaged)).toBeNull();
  });
});
