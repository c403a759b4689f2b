import { beforeAll, describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
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
  drafted = await draftExample('agent-ready', () => []);
  // Edited by hand since: a tick, a title, and a file of a task.
  const text = drafted.text
    .replace('- **T-005:**', '- [x] **T-005:**')
    .replace('- **T-008:**', '- [x] **T-008:**')
    .replace('### Phase 4: Frontend\n', '### Phase 4: Frontend\n\nWritten by hand.\n')
    .replace(/(T-002:[\s\S]*?_Files:_ )OQ-\d+/u, '$1Modify: `internal/http/members.go`');
  drafted = { ...drafted, text, files: { ...drafted.files, [specPath]: text } };
}, 60_000);

type Edit = readonly [from: string | RegExp, to: string];

async function update(...edits: readonly Edit[]) {
  let after = drafted.files[prd] ?? '';
  for (const [from, to] of edits) {
    const before = after;
    after = before.replace(from, to);
    expect(after).not.toBe(before);
  }
  const files: Files = { ...drafted.files, [prd]: after };
  const drifts = await driftOf(drafted, files);
  const record = files[receiptPath(specPath)] ?? '';
  const receipt = readReceipt(record);
  if (receipt === null) throw new Error('No receipt.');
  const source = readSource({ path: prd, bytes: new TextEncoder().encode(after) });
  const scope = sectioned(parseSpec(drafted.text), drafted.template, receipt);
  const brief = { ...drafted.brief, source };
  const order = updateOrder(scope, receipt, drifts, brief);
  const keys = order.parts.map(({ key }) => key);
  const result = replaceSections({
    ...{ source: drafted.text, receipt: record, template: drafted.template, model: { id: 'outline' } },
    asked: order.parts,
    answer: outlineOf(brief, keys, drafted.text).join(''),
    consent: new Set(keys),
    ...updateWriting(order, receipt),
  });
  if (result.kind !== 'replaced') throw new Error(result.kind);
  return { text: result.text, changes: order.changes };
}

const ids = (text: string): readonly string[] => parseSpec(text).tasks.map(({ id }) => id);
const lines = (text: string): readonly string[] => text.split('\n');

/** Lines that went and lines that came. */
function difference(text: string): readonly [readonly string[], readonly string[]] {
  const [before, after] = [lines(drafted.text), lines(text)];
  const [had, has] = [new Set(before), new Set(after)];
  return [before.filter((line) => !has.has(line)), after.filter((line) => !had.has(line))];
}

const reworded: readonly (readonly [id: string, from: string, to: string])[] = [
  ['US-001', 'to invite a colleague by e-mail address', 'to invite colleagues by e-mail address'],
  ['US-002', 'to choose the role a new', 'to pick the role a new'],
  ['US-003', 'to open the link in my e-mail', 'to follow the link in my e-mail'],
  ['US-004', 'to see which invitations', 'to know which invitations'],
  ['US-005', 'to revoke a pending', 'to cancel a pending'],
  ['US-006', 'to send an invitation again', 'to repeat an invitation'],
  ['US-007', 'I want unused invitations to expire', 'I want unused invitations to end'],
  ['US-008', 'to invite many people', 'to invite hundreds of people'],
  ['US-009', 'I want invitations in the audit log', 'I want every invitation in the audit log'],
  ['US-010', 'to restrict invitations to e-mail', 'to limit invitations to e-mail'],
  ['NFR-001', 'within 300 ms', 'within 200 ms'],
  ['NFR-002', 'within 60 seconds', 'within 30 seconds'],
  ['NFR-003', '128 bits', '256 bits'],
  ['NFR-004', '200 a day', '100 a day'],
  ['US-001', 'together would exceed 500', 'together would exceed 400'],
  ['US-002', 'The role "member" is preselected', 'No role is preselected'],
  ['US-003', 'joins with one click', 'joins with two clicks'],
  ['US-004', 'The newest invitation comes first.', 'The oldest invitation comes first.'],
  ['US-005', 'asks for confirmation and names the address', 'asks for confirmation and names the role'],
  ['US-006', 'at most 5 times in all', 'at most 3 times in all'],
  ['US-007', 'expires 7 days after', 'expires 5 days after'],
  ['US-008', 'can be entered at once in a', 'can be pasted at once in a'],
  ['US-009', 'The event holds the id of the invitation', 'The event has the id of the invitation'],
];
const added: readonly (readonly [id: string, before: string, text: string])[] = [
  [
    'US-011',
    '## Non-functional',
    '### US-011: Export\n\nAs an owner, I want to export, so that I can file.\n\n',
  ],
  [
    'US-012',
    '### US-003: Accept',
    '### US-012: Search\n\nAs an owner, I want to search, so that I find.\n\n',
  ],
  [
    'US-013',
    '### US-001: Invite',
    '### US-013: Sort\n\nAs an owner, I want to sort, so that I find.\n\n**Acceptance criteria:**\n\n- It sorts by date.\n\n',
  ],
  ['NFR-005', '\n## Out of scope', '- **NFR-005 Size:** A mail has at most 100 kB.\n'],
];
const removed = ['US-002', 'US-005', 'US-007', 'US-010'] as const;

/** Several changes in one update, each of another requirement: a test has the same to say in less time. */
const together = [reworded.slice(0, 7), reworded.slice(7, 14), reworded.slice(14)].map((changes) => ({
  ids: changes.map(([id]) => id),
  edits: changes.map(([, from, to]): Edit => [from, to]),
}));

/** Open questions that the text names and does not declare, and those that it declares and names nowhere else. */
function questionFaults(text: string): {
  readonly undeclared: readonly string[];
  readonly orphans: readonly string[];
} {
  const declared = parseSpec(text).openQuestions.map(({ id }) => id);
  const named = [...text.replace(/~~[^~]*~~/gu, '').matchAll(/\bOQ-\d+/gu)].map(([id]) => id);
  return {
    undeclared: [...new Set(named)].filter((id) => !declared.includes(id)),
    orphans: declared.filter((id) => named.filter((other) => other === id).length < 2),
  };
}

describe('an update by a changed PRD', () => {
  it('is scripted thirty times and more', () => {
    expect(reworded.length + added.length + removed.length).toBeGreaterThanOrEqual(30);
  });

  it.each(together)(
    'rewrites nothing but what names $ids',
    async ({ ids: named, edits }) => {
      const { text } = await update(...edits);
      expect(ids(text)).toEqual(ids(drafted.text));
      // A task stays with its own lines; those of others, of rows and of edits by hand are the same.
      const [went, came] = difference(text);
      const names = (line: string): boolean => named.some((id) => line.includes(id));
      const own = new Set(
        parseSpec(drafted.text).tasks.flatMap((task) => {
          const whole = lines(drafted.text).slice(task.line - 1, task.endLine);
          return whole.some(names) ? whole : [];
        }),
      );
      for (const line of went) expect(names(line) || own.has(line), line).toBe(true);
      for (const [, to] of edits) expect(came.join('\n')).toContain(to.split(' ').at(-1));
      const marks = ['- [x] **T-005:**', '- [x] **T-008:**', 'Written by hand.'];
      for (const mark of [...marks, ...(named.includes('US-001') ? [] : ['internal/http/members.go'])])
        expect(text).toContain(mark);
    },
    60_000,
  );

  it.each(added)(
    'puts in %s and keeps every line',
    async (id, place, words) => {
      const { text } = await update([place, `${words}${place}`]);
      const [went, came] = difference(text);
      // The one list of all requirements in a sentence is the only line that becomes another.
      expect(went.filter((line) => !line.includes('[ASSUMPTION]'))).toEqual([]);
      const fresh = ids(text).filter((task) => !ids(drafted.text).includes(task));
      expect(fresh).toEqual(['T-029', 'T-030']);
      expect(ids(text).filter((task) => !fresh.includes(task))).toEqual(ids(drafted.text));
      expect(
        checkSpec({ spec: parseSpec(text), template: drafted.template, requirements: null }).findings,
      ).not.toContainEqual(expect.objectContaining({ check: 'task-order' }));
      expect(came.find((line) => line.startsWith(`| ${id} |`))).toContain('T-029, T-030');
      const spec = parseSpec(text);
      const declared = new Set(spec.openQuestions.map((question) => question.id));
      for (const [question] of text.matchAll(/\bOQ-\d+/gu)) expect(declared).toContain(question);
    },
    90_000,
  );

  it.each(removed)(
    'takes %s out, marks its row with the reason, and keeps what is done',
    async (id) => {
      const { text } = await update([new RegExp(`### ${id}[\\s\\S]*?(?=\\n##)`, 'u'), '']);
      const [went, came] = difference(text);
      expect(came.find((line) => line.startsWith(`| ~~${id}~~ |`))).toContain(
        '(no longer in prds/team-invites.md)',
      );
      expect(went.length).toBeGreaterThan(3);
      const left = ids(text);
      expect(ids(drafted.text).filter((task) => !left.includes(task))).toHaveLength(id === 'US-007' ? 1 : 2);
      expect(text.includes('- [x] **T-008:**')).toBe(true);
      expect(
        parseSpec(text).tasks.some(({ fields }) => fields.get('implements')?.value.startsWith(id) === true),
      ).toBe(false);
      expect(text).toContain('Written by hand.');
      expect(questionFaults(text)).toEqual(questionFaults(drafted.text));
    },
    90_000,
  );

  it('leaves no question about words that are no more', async () => {
    const { text } = await update(['### US-010: Restrict invitations', '### US-010: Limit invitations']);
    expect(text).toContain(
      ': Limit invitations to our own domains: which acceptance criteria must US-010 meet?',
    );
    expect(text).not.toContain(': Restrict invitations to our own domains: which acceptance criteria');
    expect(questionFaults(text)).toEqual(questionFaults(drafted.text));
  }, 90_000);
});
