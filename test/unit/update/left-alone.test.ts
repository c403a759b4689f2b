import { beforeAll, describe, expect, it } from 'vitest';
import { answersPath, serialiseAnswers } from '../../../src/core/clarify/answers-file';
import type { Answer } from '../../../src/core/clarify/question';
import { outlineOf } from '../../../src/core/draft/outline';
import { receiptPath } from '../../../src/core/spec/receipt-path';
import { readReceipt } from '../../../src/core/regenerate/replace-section';
import { replaceSections } from '../../../src/core/regenerate/replace-sections';
import { sectioned } from '../../../src/core/regenerate/section-target';
import { readSource } from '../../../src/core/source/read-source';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { updateOrder, updateWriting } from '../../../src/core/update/update-order';
import {
  draftExample,
  driftOf,
  prd,
  specPath,
  type DraftedExample,
  type Files,
} from '../drift/drafted-example';

let drafted: DraftedExample;
beforeAll(async () => {
  drafted = await draftExample('agent-ready', (questions) =>
    questions.map(({ id }): Answer => ({ kind: 'defer', questionId: id })),
  );
}, 60_000);

const changed = (files: Files, path: string, from: string, to: string): Files => {
  const before = files[path] ?? '';
  expect(before).toContain(from);
  return { ...files, [path]: before.replace(from, to) };
};

/** Reworded, so that the sections with its task and its criteria are written anew. */
const reworded = (files: Files): Files => changed(files, prd, 'to revoke a pending', 'to cancel a pending');

function answered(
  about: RegExp,
  text: string,
): { readonly files: Files; readonly answers: readonly Answer[] } {
  const { brief, files } = drafted;
  const asked = brief.questions.find((question) => about.test(question.text));
  if (asked === undefined) throw new Error(`Nothing asks ${about.source}.`);
  const answers = brief.answers.map((answer): Answer =>
    answer.questionId === asked.id ? { kind: 'text', questionId: asked.id, text } : answer,
  );
  const kept = { version: 1, source: prd, answers, asked: [] } as const;
  return { files: { ...files, [answersPath(specPath)]: serialiseAnswers(kept, brief.questions) }, answers };
}

async function update(files: Files, answers = drafted.brief.answers): Promise<Files> {
  const record = files[receiptPath(specPath)] ?? '';
  const receipt = readReceipt(record);
  if (receipt === null) throw new Error('No receipt.');
  const source = readSource({ path: prd, bytes: new TextEncoder().encode(files[prd] ?? '') });
  const scope = sectioned(parseSpec(drafted.text), drafted.template, receipt);
  const drifts = await driftOf(drafted, files);
  const order = updateOrder(scope, receipt, drifts, { ...drafted.brief, source, answers });
  const keys = order.parts.map(({ key }) => key);
  const result = replaceSections({
    ...{ source: drafted.text, receipt: record, template: drafted.template, model: { id: 'outline' } },
    asked: order.parts,
    answer: outlineOf(order.brief, keys, drafted.text).join(''),
    consent: new Set(keys),
    ...updateWriting(order, receipt),
  });
  if (result.kind !== 'replaced') throw new Error(result.kind);
  return { ...files, [specPath]: result.text, [receiptPath(specPath)]: result.receipt ?? '' };
}

async function driftedIn(files: Files): Promise<readonly (readonly [string, readonly string[]])[]> {
  const drifts = await driftOf(drafted, files);
  return drifts.map(({ id, affects }) => [id, affects.sections.map(({ key }) => key)] as const);
}

describe('what an update does not work in', () => {
  it('is an answer that was given since, which goes on to drift in the same sections', async () => {
    const { files, answers } = answered(/accounts service confirm/u, 'Yes, it confirms every address first.');
    const before = await driftedIn(files);
    expect(before.map(([id]) => id)).toEqual([expect.stringMatching(/^answer:/u)]);
    const after = await update(reworded(files), answers);
    expect(after[specPath]).toContain('to cancel a pending');
    expect(await driftedIn(after)).toEqual(before);
  }, 90_000);

  it('is an answer about a requirement that changed, too: no part of the spec goes by it alone', async () => {
    const { files, answers } = answered(/US-010/u, 'At most 20 domains can be entered.');
    const edited = changed(files, prd, 'to restrict invitations to e-mail', 'to limit invitations to e-mail');
    const after = await update(edited, answers);
    expect(after[specPath]).toContain('to limit invitations to e-mail');
    expect(after[specPath]).not.toContain('20 domains');
    expect(await driftedIn(after)).toEqual(await driftedIn(files));
  }, 90_000);

  it('is a rule document that changed, and what the source says beside its requirements', async () => {
    const files = changed(
      changed(drafted.files, 'AGENTS.md', '\n', '\nWrite short functions.\n'),
      prd,
      'Does the accounts service confirm',
      'Will the accounts service confirm',
    );
    const before = await driftedIn(files);
    expect(before.map(([id]) => id.split(':')[0])).toEqual(['source', 'document']);
    expect(await driftedIn(await update(reworded(files)))).toEqual(before);
  }, 90_000);

  it('does not drift where nothing beside the requirements has', async () => {
    expect(await driftedIn(await update(reworded(drafted.files)))).toEqual([]);
  }, 90_000);
});
