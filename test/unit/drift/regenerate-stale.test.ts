import { beforeAll, describe, expect, it } from 'vitest';
import { outlineOf, renderOutline } from '../../../src/core/draft/outline';
import { advanceReceipt } from '../../../src/core/drift/advance-receipt';
import { usesInTurns, usesOfSections } from '../../../src/core/provenance/uses-of-sections';
import { receiptPath } from '../../../src/core/spec/receipt-path';
import { readReceipt } from '../../../src/core/regenerate/replace-section';
import { replaceSections } from '../../../src/core/regenerate/replace-sections';
import { sectioned } from '../../../src/core/regenerate/section-target';
import { staleParts } from '../../../src/core/regenerate/stale-parts';
import { readSource } from '../../../src/core/source/read-source';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { Brief } from '../../../src/core/brief/brief';
import { draftExample, driftOf, prd, specPath, type DraftedExample, type Files } from './drafted-example';

let drafted: DraftedExample;
beforeAll(async () => {
  drafted = await draftExample(
    'agent-ready',
    () => [],
    (outline) => outline.replace('- **T-005:**', '- [x] **T-005:**'),
  );
}, 60_000);

/** The brief with the PRD as it is in these files. */
function briefWith(files: Files): Brief {
  const source = readSource({ path: prd, bytes: new TextEncoder().encode(files[prd] ?? '') });
  return { ...drafted.brief, source };
}

/** Finding out what the new sections use takes its time, so it is left out where nobody looks. */
async function regenerate(files: Files, consent: readonly string[] = [], withUses = false) {
  const drifts = await driftOf(drafted, files);
  const source = files[specPath] ?? '';
  const receipt = files[receiptPath(specPath)] ?? '';
  const scope = sectioned(parseSpec(source), drafted.template, readReceipt(receipt));
  const { parts, edited } = staleParts(scope, readReceipt(receipt), drifts);
  const brief = briefWith(files);
  const keys = parts.map(({ key }) => key);
  const result = replaceSections({
    ...{ source, receipt, asked: parts, template: drafted.template, model: { id: 'outline' } },
    answer: outlineOf(brief, keys, source).join(''),
    consent: new Set(consent),
    uses: (sections) => (withUses ? usesOfSections(brief, sections) : new Map()),
    advance: (recorded, written) => advanceReceipt(recorded, drifts, brief, written),
  });
  return { result, keys, edited: edited.map(({ key }) => key), parts };
}

const edit = (from: string, to: string): Files => {
  const before = drafted.files[prd] ?? '';
  expect(before).toContain(from);
  return { ...drafted.files, [prd]: before.replace(from, to) };
};

describe('stale sections', () => {
  it('are written anew and nothing else is, ids and ticks stay, and then nothing has drifted', async () => {
    const files = edit('to see which invitations are pending', 'to see every invitation');
    const { result, keys, edited, parts } = await regenerate(files, [], true);
    expect(keys).toContain('phase-backend');
    // The tick in it is a person's.
    expect(edited).toEqual([]);
    if (result.kind !== 'replaced') throw new Error(result.kind);
    expect(result.text).toContain('every invitation');
    expect(result.text).toContain('- [x] **T-005:** See pending invitations');
    const ids = (text: string): readonly string[] => parseSpec(text).tasks.map(({ id }) => id);
    expect(ids(result.text)).toEqual(ids(drafted.text));
    // What lies between the stale sections is byte for byte what it was.
    let rest = drafted.text;
    for (const { text } of parts) rest = rest.replace(text, '\u0000');
    for (const piece of rest.split('\u0000')) expect(result.text).toContain(piece);
    const after = { ...files, [specPath]: result.text, [receiptPath(specPath)]: result.receipt ?? '' };
    expect(await driftOf(drafted, after)).toEqual([]);
  }, 60_000);

  it('that a person edited are replaced with consent only', async () => {
    const files = edit('to see which invitations are pending', 'to see every invitation');
    const text = drafted.text.replace('| US-004 | See pending invitations |', '| US-004 | See them |');
    const changed = { ...files, [specPath]: text };
    const { result, edited } = await regenerate(changed);
    expect(edited).toEqual(['requirement-mapping']);
    expect(result).toMatchObject({ kind: 'edited' });
    expect((await regenerate(changed, ['requirement-mapping'])).result.kind).toBe('replaced');
  }, 60_000);

  it('take numbers for what is new that the spec never used', () => {
    const files = edit(
      '### US-005: Revoke',
      '### US-099: Export\n\nAs an owner, I want to export the list, so that I can file it.\n\n### US-005: Revoke',
    );
    const fresh = outlineOf(briefWith(files), ['tasks', 'open-questions'], drafted.text).join('');
    const spec = parseSpec(drafted.text);
    const tasks = parseSpec(`# Spec\n\n${fresh}`).tasks.filter(
      ({ id }) => !spec.tasks.some((one) => one.id === id),
    );
    expect(tasks.map(({ title }) => title)).toEqual(['Export', 'Test: Export']);
    expect(tasks.map(({ id }) => id)).toEqual(['T-029', 'T-030']);
    expect(fresh).toContain('**T-006:** Revoke an invitation');
    expect(fresh).toMatch(/OQ-38: Export: which acceptance criteria must US-099 meet/u);
    expect(renderOutline(drafted.brief)).not.toContain('OQ-38');
  }, 60_000);
});

describe('what sections use', () => {
  it('is the same where others have their turns in between', async () => {
    const sections = [{ key: 'open-questions', text: 'US-008' }];
    const brief = { ...drafted.brief, questions: drafted.brief.questions.slice(0, 2) };
    let turns = 0;
    const inTurns = await usesInTurns(brief, sections, () => {
      turns += 1;
      return Promise.resolve();
    });
    expect(inTurns).toEqual(usesOfSections(brief, sections));
    expect(turns).toBeGreaterThan(4);
  }, 60_000);
});
