import { beforeAll, describe, expect, it } from 'vitest';
import { checkSpecFile } from '../../../src/core/checks/check-spec-file';
import { serialiseAnswers } from '../../../src/core/clarify/answers-file';
import type { Answer } from '../../../src/core/clarify/question';
import { renderOutline } from '../../../src/core/draft/outline';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import type { Brief } from '../../../src/core/brief/brief';
import { InMemoryFiles } from '../in-memory-files';
import { exampleBrief, exampleFiles } from '../regenerate/example-brief';

const path = 'tech-specs/team-invites.md';
const questionId = 'area:error-handling';
let brief: Brief;
let text = '';
let receipt = '';
let prd = '';
beforeAll(async () => {
  const asked = await exampleBrief('agent-ready');
  const given: Answer = { kind: 'text', questionId, text: 'A toast.' };
  brief = { ...asked, answers: asked.answers.map((one) => (one.questionId === questionId ? given : one)) };
  text = renderOutline(brief);
  receipt = serialiseReceipt(receiptFor(brief, text, { id: 'outline' }));
  prd = new TextDecoder().decode(await exampleFiles.readFile(brief.source.path));
}, 60_000);

async function staleWith(files: Readonly<Record<string, string>>) {
  const { findings } = await checkSpecFile({
    path,
    text,
    files: new InMemoryFiles({
      [path]: text,
      'tech-specs/team-invites.receipt.json': receipt,
      [brief.source.path]: prd,
      ...files,
    }),
    templates: [brief.template],
  });
  return findings.filter(({ check }) => check === 'stale-section' || check === 'answers');
}

const answers = (words: string) =>
  serialiseAnswers(
    {
      ...({ version: 1, source: brief.source.path, asked: [] } as const),
      answers: brief.answers.map((one) =>
        one.questionId === questionId ? { kind: 'text', questionId, text: words } : one,
      ),
    },
    brief.questions,
  );
const beside = 'tech-specs/team-invites.answers.json';

describe('a spec that is older than what it was written from', () => {
  it('says nothing while nothing has changed, with answers beside it and without', async () => {
    expect(await staleWith({})).toEqual([]);
    expect(await staleWith({ [beside]: answers('A toast.') })).toEqual([]);
  });

  it('says at the heading of the section which answer has changed', async () => {
    const [finding, ...others] = await staleWith({ [beside]: answers('A page.') });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      ...{ check: 'stale-section', severity: 'info' },
      args: ['"What does a person see when something fails?"'],
    });
    expect(text.split('\n')[(finding?.line ?? 0) - 1]).toMatch(/^#+ .*Error/u);
  });

  it('says what is wrong with answers that can not be read, and calls nothing stale by them', async () => {
    const found = await staleWith({ [beside]: '{ "version": 1,' });
    expect(found.map(({ check }) => check)).toEqual(['answers']);
  });
});
