import { describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import type { LanguageModel, ModelOutcome, ModelRequest } from '../../../src/core/ports/language-model';
import type { CheckedSpec } from '../../../src/core/repair/settle';
import { repairSpec, type RepairEvent, type RepairResult } from '../../../src/core/repair/repair-spec';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { edit, goodSpec, requirements, taskTemplate } from '../checks/builders';
import { briefFor } from '../draft/brief-for';

const template = taskTemplate();

/** Answers in turn, and remembers what was asked for. */
function scripted(
  answers: readonly string[],
  outcome: ModelOutcome = { kind: 'complete' },
): LanguageModel & { readonly asked: ModelRequest[] } {
  const asked: ModelRequest[] = [];
  return {
    id: 'scripted',
    label: 'Scripted',
    asked,
    async *stream(request) {
      asked.push(request);
      await Promise.resolve();
      const text = answers[Math.min(asked.length, answers.length) - 1] ?? '';
      yield { type: 'text', text };
      yield { type: 'end', outcome, usage: { inputTokens: 100, outputTokens: 10 } };
    },
    countTokens: (text) => Promise.resolve(text.length),
  };
}

function checked(text: string): Promise<CheckedSpec> {
  const spec = parseSpec(text);
  return Promise.resolve({ ...checkSpec({ spec, template, requirements }), spec });
}

async function repair(
  text: string,
  model: LanguageModel,
  rounds = 2,
  signal = new AbortController().signal,
): Promise<RepairResult & { readonly events: readonly RepairEvent[] }> {
  const events: RepairEvent[] = [];
  for await (const event of repairSpec({
    model,
    brief: briefFor(template),
    text,
    rounds,
    check: checked,
    signal,
  })) {
    events.push(event);
    if (event.type === 'end') return { ...event.result, events };
  }
  throw new Error('The repair did not end.');
}

const doneCondition = '  - _Done condition:_ A second invite returns 409\n';
const testing = goodSpec.slice(goodSpec.indexOf('## 3. Testing'), goodSpec.indexOf('## 4. Open'));
const tasks = goodSpec.slice(goodSpec.indexOf('## 2. Implementation'), goodSpec.indexOf('## 3. Testing'));
/** Two sections with errors: a task without done condition, a criterion without test. */
const broken = edit(
  edit(goodSpec, doneCondition, ''),
  '| US-001/AC-2 | A member is refused | `go test ./...` |\n',
  '',
);
const keysOf = (events: readonly RepairEvent[]): readonly (readonly (string | null)[])[] =>
  events.flatMap((event) => (event.type === 'round' ? [event.sections.map(({ key }) => key)] : []));

describe('the repair of a draft', () => {
  it('asks nothing of a draft without errors', async () => {
    const model = scripted([]);
    expect(await repair(goodSpec, model)).toMatchObject({
      text: goodSpec,
      rounds: 0,
      mended: 0,
      left: 0,
      usage: null,
    });
    expect(model.asked).toEqual([]);
  });

  it('mends two broken sections in one round and touches nothing else', async () => {
    const model = scripted([`${tasks}\n${testing}`]);
    const { events, ...result } = await repair(broken, model);
    expect(keysOf(events)).toEqual([['tasks', 'testing']]);
    expect(result).toMatchObject({
      text: goodSpec,
      rounds: 1,
      left: 0,
      usage: { inputTokens: 100, outputTokens: 10 },
    });
    expect(result.mended).toBeGreaterThanOrEqual(2);
    expect(model.asked.map(({ task }) => task)).toEqual([{ kind: 'sections', keys: ['tasks', 'testing'] }]);
    const order = model.asked[0]?.messages.at(-1)?.content.split('# Order').at(-1) ?? '';
    expect(order).toContain('US-001/AC-2');
    expect(order).toContain('## 2. Implementation Tasks');
  });

  it('stops where a round does not improve the spec, and leaves it as it was', async () => {
    const model = scripted([
      `## 3. Testing Strategy\n\nAll is tested.\n\n## 2. Implementation Tasks\n\nAll is done.`,
    ]);
    const { text, rounds, mended, left } = await repair(broken, model, 5);
    expect({ text, rounds, mended }).toEqual({ text: broken, rounds: 1, mended: 0 });
    expect(left).toBeGreaterThanOrEqual(2);
  });

  it('keeps of a round what is better and sends the rest back', async () => {
    const worse = '## 2. Implementation Tasks\n\nAll is done.\n';
    const model = scripted([`${worse}\n${testing}`, tasks]);
    const { text, rounds, left, events, usage } = await repair(broken, model);
    expect({ text, rounds, left }).toEqual({ text: goodSpec, rounds: 2, left: 0 });
    expect(keysOf(events)).toEqual([['tasks', 'testing'], ['tasks']]);
    expect(usage).toEqual({ inputTokens: 200, outputTokens: 20 });
    const mended = events.find((event) => event.type === 'mended');
    expect(mended?.text).toContain('A member is refused');
    expect(mended?.text).not.toContain('All is done.');
  });

  it('makes no more rounds than it may, and none where there are to be none', async () => {
    const model = scripted([testing, 'nothing']);
    expect(await repair(broken, model, 1)).toMatchObject({ rounds: 1 });
    const none = scripted([testing]);
    expect(await repair(broken, none, 0)).toMatchObject({ text: broken, rounds: 0, mended: 0 });
    expect(none.asked).toEqual([]);
  });

  it('asks for a section that is missing and puts it where it belongs', async () => {
    const without = edit(goodSpec, testing, '');
    const model = scripted([testing]);
    const { text, left, events } = await repair(without, model);
    expect(keysOf(events)).toEqual([['testing']]);
    expect(text).toBe(goodSpec);
    expect(left).toBe(0);
    const first = edit(goodSpec, goodSpec.slice(goodSpec.indexOf('## 1.'), goodSpec.indexOf('### Req')), '');
    expect(
      (await repair(first, scripted(['## 1. Overview\n\nAdmins invite colleagues by mail.']))).left,
    ).toBe(0);
  });

  it('settles without the model what only one answer is possible to', async () => {
    const model = scripted([]);
    const disagreeing = edit(goodSpec, '_Implements:_ US-001, US-002', '_Implements:_ US-001');
    expect(await repair(disagreeing, model)).toMatchObject({ text: goodSpec, rounds: 0, left: 0 });
    expect(model.asked).toEqual([]);
  });

  it.each<ModelOutcome>([{ kind: 'length' }, { kind: 'cancelled' }, { kind: 'refused', message: 'No.' }])(
    'keeps the draft where the answer ends as $kind',
    async (outcome) => {
      const model = scripted([`${tasks}\n${testing}`], outcome);
      expect(await repair(broken, model)).toMatchObject({ text: broken, rounds: 1, mended: 0, outcome });
    },
  );

  it('does not begin a round after it was stopped', async () => {
    const model = scripted([testing, tasks]);
    const stop = new AbortController();
    stop.abort();
    expect(await repair(broken, model, 2, stop.signal)).toMatchObject({ text: broken, rounds: 0 });
  });

  it('does not repair an outline', async () => {
    const model = { ...scripted([testing]), id: 'outline' };
    expect(await repair(broken, model)).toMatchObject({ text: broken, rounds: 0 });
  });
});
