import { beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/core/brief/brief';
import type { Answer } from '../../../src/core/clarify/question';
import { renderOutline } from '../../../src/core/draft/outline';
import { staleSections } from '../../../src/core/provenance/stale-sections';
import { parseReceipt } from '../../../src/core/receipt/parse-receipt';
import type { Receipt } from '../../../src/core/receipt/receipt';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { exampleBrief } from '../regenerate/example-brief';

const criteria = 'acceptance:US-010';
const quickly = 'ambiguity:US-008';
const errors = 'area:error-handling';
const admin = 'Should an admin see invitations';
const accounts = 'Does the accounts service confirm';

let agentReady: Brief;
let feature: Brief;
beforeAll(async () => {
  [agentReady, feature] = await Promise.all([exampleBrief('agent-ready'), exampleBrief('feature')]);
}, 60_000);

/** Id of the question that begins with these words, or the id itself. */
function idOf(brief: Brief, named: string): string {
  const found = brief.questions.find(({ id, text }) => id === named || text.startsWith(named));
  if (found === undefined) throw new Error(`Nobody asks ${named}.`);
  return found.id;
}

type Given = readonly [kind: 'text' | 'assume', text: string] | readonly [kind: 'defer', owner?: string];

function answer(brief: Brief, named: string, given: Given): Answer {
  const questionId = idOf(brief, named);
  const [kind, words] = given;
  if (kind === 'defer') return { kind, questionId, ...(words === undefined ? {} : { owner: words }) };
  return { kind, questionId, text: words };
}

interface Drafted {
  readonly brief: Brief;
  readonly answers: readonly Answer[];
  readonly receipt: Receipt;
}

const drafted = new Map<string, Drafted>();

/** The receipt of an outline in which questions were answered so, read as from a file. */
function draftedWith(name: keyof typeof drafts): Drafted {
  const known = drafted.get(name);
  if (known !== undefined) return known;
  const { template, given } = drafts[name];
  const brief = template === 'feature' ? feature : agentReady;
  const before = new Map(
    Object.entries(given).map(([named, one]) => [idOf(brief, named), answer(brief, named, one)]),
  );
  const answers = brief.answers.map((one) => before.get(one.questionId) ?? one);
  const made = { ...brief, answers };
  const parsed = parseReceipt(serialiseReceipt(receiptFor(made, renderOutline(made), { id: 'outline' })));
  if (!('receipt' in parsed)) throw new Error(parsed.error);
  const result = { brief, answers, receipt: parsed.receipt };
  drafted.set(name, result);
  return result;
}

const nothingElse = { requirements: null, documents: null };

/** What was answered before; all else was deferred. */
const drafts = {
  answered: {
    template: 'agent-ready',
    given: {
      [criteria]: ['text', 'Only the domain.'],
      [quickly]: ['text', 'Within 5 seconds.'],
      [errors]: ['text', 'A toast.'],
      [admin]: ['text', 'Yes.'],
    },
  },
  assumed: {
    template: 'agent-ready',
    given: { [quickly]: ['assume', 'Within 5 seconds.'], [accounts]: ['assume', 'It does.'] },
  },
  deferred: { template: 'agent-ready', given: { [quickly]: ['defer', 'Bo'] } },
  conversation: {
    template: 'feature',
    given: {
      [criteria]: ['text', 'Only the domain.'],
      'area:data': ['text', 'Addresses.'],
      'area:integration': ['text', 'Mail.'],
      [admin]: ['text', 'Yes.'],
    },
  },
} as const satisfies Record<
  string,
  { readonly template: 'agent-ready' | 'feature'; readonly given: Readonly<Record<string, Given>> }
>;

type Change = readonly [draft: keyof typeof drafts, question: string, after: Given, stale: readonly string[]];
const tested = ['phase-backend', 'phase-tests', 'tests-integration'];

/** What a person who knows the templates would write anew. */
const changes: readonly Change[] = [
  ['answered', criteria, ['text', 'Given two, then both.'], tested],
  ['answered', criteria, ['assume', 'Only the domain.'], [...tested, 'assumptions']],
  ['answered', criteria, ['defer'], [...tested, 'open-questions']],
  ['answered', quickly, ['text', 'Within 2 seconds.'], tested],
  ['answered', errors, ['text', 'A page.'], ['errors']],
  ['answered', errors, ['text', 'A toast. '], []],
  ['answered', admin, ['text', 'No.'], ['decisions']],
  ['assumed', quickly, ['assume', 'Within 2 seconds.'], [...tested, 'assumptions']],
  ['assumed', quickly, ['text', 'Within 5 seconds.'], [...tested, 'assumptions']],
  ['assumed', accounts, ['defer'], ['decisions', 'assumptions', 'open-questions']],
  ['deferred', criteria, ['text', 'Only the domain.'], [...tested, 'open-questions']],
  ['deferred', criteria, ['defer', 'Ana'], ['open-questions']],
  ['deferred', quickly, ['defer', 'Ana'], ['open-questions']],
  ['deferred', errors, ['assume', 'A toast.'], ['errors', 'open-questions', 'assumptions']],
  ['conversation', criteria, ['text', 'Both domains.'], ['integration-tests']],
  [
    'conversation',
    quickly,
    ['text', 'Within 2 seconds.'],
    ['functional-requirements', 'integration-tests', 'open-questions'],
  ],
  ['conversation', 'area:data', ['text', 'Addresses and names.'], ['data-model']],
  ['conversation', 'area:compatibility', ['text', 'Old links.'], ['migration', 'open-questions']],
  ['conversation', 'area:integration', ['assume', 'Mail.'], ['dependencies']],
  ['conversation', admin, ['text', 'No.'], ['architecture']],
];

describe('a changed answer', () => {
  it('is labelled twenty times', () => {
    expect(changes).toHaveLength(20);
  });

  it.each(changes)(
    'makes exactly the sections stale that depend on it: %s, %s, now %j',
    (name, named, after, stale) => {
      const { brief, receipt, answers } = draftedWith(name);
      expect(staleSections(receipt.sections, { answers, ...nothingElse })).toEqual([]);
      const changed = answer(brief, named, after);
      const now = answers.map((one) => (one.questionId === changed.questionId ? changed : one));
      const found = staleSections(receipt.sections, { answers: now, ...nothingElse });
      expect(found.map(({ key }) => key).sort()).toEqual([...stale].sort());
      for (const { causes } of found)
        expect(causes).toEqual([{ kind: 'answer', questionId: changed.questionId }]);
    },
    60_000,
  );
});

describe('sections of a spec', () => {
  it('that a model wrote depend on answers about the requirements that they cite', () => {
    const { brief, answers, receipt } = draftedWith('answered');
    const heading = receipt.sections.find(({ key }) => key === 'deviations')?.heading ?? '';
    expect(receipt.sections.find(({ key }) => key === 'deviations')?.uses?.answers).toEqual({});
    const made = { ...brief, answers };
    const text = renderOutline(made).replace(heading, `${heading}\n\nUS-010 is checked in one place.`);
    const written = receiptFor(made, text, { id: 'openai:any' }).sections;
    const uses = written.find(({ key }) => key === 'deviations')?.uses;
    expect(uses?.answers[criteria]?.of).toEqual(['assume', 'defer', 'text']);
    expect(Object.keys(uses?.requirements ?? {})).toEqual(['US-010']);
  }, 60_000);

  it('are stale with a requirement or document that changed or is gone, and with nothing that is not known', () => {
    const { receipt } = draftedWith('answered');
    const requirements = agentReady.source.requirements.map(({ id, fingerprint }) => ({ id, fingerprint }));
    const { documents } = agentReady.context;
    const known = { answers: null, requirements, documents };
    expect(staleSections(receipt.sections, known)).toEqual([]);
    const reworded = requirements.map((one) =>
      one.id === 'NFR-002' ? { ...one, fingerprint: 'f'.repeat(16) } : one,
    );
    const byRequirement = staleSections(receipt.sections, { ...known, requirements: reworded });
    expect(byRequirement.map(({ key }) => key)).toContain('benchmarks');
    expect(byRequirement[0]?.causes).toEqual([{ kind: 'requirement', id: 'NFR-002', removed: false }]);
    const rules = staleSections(receipt.sections, {
      ...known,
      documents: documents.filter(({ path }) => path !== 'AGENTS.md'),
    });
    expect(rules).toEqual([
      { key: 'rules', causes: [{ kind: 'document', path: 'AGENTS.md', removed: true }] },
    ]);
    expect(staleSections([{ key: 'rules' }], { ...known, documents: [] })).toEqual([]);
  }, 60_000);
});
