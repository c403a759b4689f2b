import { describe, expect, it } from 'vitest';
import {
  isStale,
  parseReview,
  reviewedHash,
  reviewPath,
  serialiseReview,
  type ModelReview,
} from '../../../src/core/opinions/opinion';
import { readOpinions } from '../../../src/core/opinions/read-opinions';
import { sha256Hex } from '../../../src/core/text/hash';

const reviewed = { items: ['trace.edge-cases', 'data-model'], lineCount: 40 };
const opinion = {
  item: 'data-model',
  verdict: 'fails',
  reason: 'The column `token_hash` has no index.',
  lines: [12, 14],
};

describe('the opinions in a model’s answer', () => {
  it.each([
    ['JSON alone', (json: string) => json],
    ['JSON in a fence', (json: string) => `Here it is.\n\n\`\`\`json\n${json}\n\`\`\`\n\nAnything else?`],
    ['JSON amid text', (json: string) => `My review: ${json} That is all.`],
  ])('are read from %s', (_, wrap) => {
    const remark = { text: 'Nobody deletes old rows.', lines: [30] };
    const read = readOpinions(wrap(JSON.stringify({ opinions: [opinion], remarks: [remark] })), reviewed);
    expect(read).toEqual({ opinions: [opinion], remarks: [remark], dropped: 0 });
  });

  it('are read from a plain list, and of an answer that broke off its whole entries count', () => {
    const list =
      '1. **data-model**: fails - the token has no index (line 12)\n2. other: holds - yes it does\n';
    expect(readOpinions(list, reviewed).opinions).toEqual([
      { item: 'data-model', verdict: 'fails', reason: 'the token has no index (line 12)', lines: [12] },
    ]);
    const cut = `{"opinions":[${JSON.stringify(opinion)},{"item":"trace.edge-cases","verd`;
    expect(readOpinions(cut, reviewed).opinions).toEqual([opinion]);
  });

  it('drop items, verdicts, reasons and lines that are not there', () => {
    const answer = JSON.stringify({
      opinions: [
        { ...opinion, item: 'invented' },
        { ...opinion, verdict: 'perfect' },
        { ...opinion, reason: 'TBD' },
        { ...opinion, lines: [0, 12, 41, '13', 12] },
        { ...opinion, reason: 'A second word on it.' },
      ],
      remarks: [7, { text: '-' }],
    });
    const read = readOpinions(answer, reviewed);
    expect(read.opinions).toEqual([{ ...opinion, lines: [12] }]);
    expect(read).toMatchObject({ remarks: [], dropped: 6 });
  });

  it('are one line each, without secrets, whatever comes', () => {
    const secret = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
    const reason = `It\nleaks ${secret}\u0007 ${'x'.repeat(5000)}`;
    const [read] = readOpinions(JSON.stringify({ opinions: [{ ...opinion, reason }] }), reviewed).opinions;
    for (const control of ['\n', '\u0007']) expect(read?.reason).not.toContain(control);
    expect(read?.reason).not.toContain(secret);
    expect(read?.reason.length).toBeLessThanOrEqual(600);
    for (const answer of ['', '[]', '{"opinions":{}}', 'null', '[['.repeat(50_000)])
      expect(readOpinions(answer, reviewed)).toMatchObject({ opinions: [], remarks: [] });
  });
});

describe('a review beside a spec', () => {
  const text = '# Spec\n\n- [ ] Read by two\n';
  const review: ModelReview = {
    ...{ version: 1, model: 'openai:m', date: '2026-03-02', sha256: reviewedHash(text) },
    ...{ opinions: [{ ...opinion, verdict: 'fails' }], remarks: [] },
  };

  it('is written and read again, and is no review where it is damaged', () => {
    expect(reviewPath('tech-specs/x.md')).toBe('tech-specs/x.review.json');
    expect(parseReview(serialiseReview(review))).toEqual(review);
    for (const damaged of ['', '{}', serialiseReview(review).replace('fails', 'pass')])
      expect(parseReview(damaged)).toBeNull();
  });

  it('is stale once the text says something else, and not for a tick or other line ends', () => {
    expect(isStale(review, text.replaceAll('\n', '\r\n'))).toBe(false);
    expect(isStale(review, text.replace('[ ]', '[x]'))).toBe(false);
    expect(isStale(review, text.replace('two', 'three'))).toBe(true);
  });

  it('is not stale where a task without a box is marked as done, also one from before such marks', () => {
    const tasks = '# A\n\n## Tasks\n\n- **T-001:** One\n';
    const sha256 = reviewedHash(tasks);
    expect(isStale({ sha256 }, tasks.replace('**T', '[x] **T').replaceAll('\n', '\r\n'))).toBe(false);
    expect(isStale({ sha256 }, tasks.replace('One', 'Two'))).toBe(true);
    const boxed = tasks.replace('**T', '[ ] **T');
    expect(isStale({ sha256: sha256Hex(boxed) }, boxed.replace('[ ]', '[x]'))).toBe(false);
  });
});
