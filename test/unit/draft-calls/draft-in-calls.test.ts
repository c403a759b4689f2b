import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/core/brief/brief';
import { planCalls, type CallPlan } from '../../../src/core/draft/calls/call-plan';
import { chooseCalls } from '../../../src/core/draft/calls/choose-calls';
import { joinCalls, type KeptCall } from '../../../src/core/draft/calls/draft-in-calls';
import { renderOutline } from '../../../src/core/draft/outline';
import { draft, type DraftEvent } from '../../../src/core/draft/draft';
import type { LanguageModel, ModelEvent, ModelRequest } from '../../../src/core/ports/language-model';
import { draftPrompt } from '../../../src/core/prompt/draft-prompt';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import { filesBelow } from '../draft/brief-for';
import { template } from '../host/drafting';
import { exampleBrief, exampleFiles } from '../regenerate/example-brief';
import { partsOf, scripted, streamed } from './scripted';

/** A spec that a model wrote in one answer. */
const document = readFileSync('test/fixtures/model-answers/agent-ready-team-invites.md', 'utf8');
/** The same with one blank line between its chapters, as an assembled one has. */
const assembled = `${document.replace(/\n+(?=## )/gu, '\n\n').trimEnd()}\n`;

let brief: Brief;
let plan: CallPlan;
let part: ReturnType<typeof partsOf>;
beforeAll(async () => {
  brief = await exampleBrief('agent-ready');
  const planned = planCalls(brief.template);
  if (planned === null) throw new Error('agent-ready has no calls');
  plan = planned;
  part = partsOf(document, brief);
}, 60_000);

type Part = Extract<ModelRequest['task'], { kind: 'part' }>;
const taskOf = ({ task }: ModelRequest): Part => {
  if (task.kind !== 'part') throw new Error(`asked for ${task.kind}`);
  return task;
};

async function drafted(model: LanguageModel, keptCalls?: readonly KeptCall[], stopAt = Infinity) {
  const stop = new AbortController();
  const events: DraftEvent[] = [];
  let text = '';
  const kept = plan.calls.map((_, call) => keptCalls?.[call]?.text ?? '');
  const complete = plan.calls.map((_, call) => keptCalls?.[call]?.complete ?? false);
  const input = {
    model,
    brief,
    plan,
    signal: stop.signal,
    ...(keptCalls === undefined ? {} : { keptCalls }),
  };
  for await (const event of draft(input)) {
    events.push(event);
    if (event.type === 'text' || event.type === 'resumed') {
      // Never a gap: what stands is what the whole begins with.
      expect(assembled.slice(text.length, text.length + event.text.length)).toBe(event.text);
      text += event.text;
    }
    if (event.type === 'received') kept[event.call ?? -1] += event.kept;
    if (event.type === 'called') complete[event.call] = true;
    if (text.length > stopAt) stop.abort();
  }
  const end = events.at(-1) as Extract<DraftEvent, { type: 'end' }>;
  return {
    text,
    events,
    end,
    kept: kept.map((of, call) => ({ text: of, complete: complete[call] === true })),
  };
}

describe('each template with calls', { timeout: 60_000 }, () => {
  it('has each of its chapters written once, and the document of one call made of them', async () => {
    const { templates } = await discoverTemplates({
      builtIn: filesBelow(join(__dirname, '../../../templates')),
      workspace: exampleFiles,
    });
    const divided = templates.filter(({ calls }) => calls !== undefined);
    expect(divided.map(({ id }) => id).toSorted()).toEqual([
      ...['agent-ready', 'architecture', 'staged', 'staged-design'],
    ]);
    const any = await exampleBrief('agent-ready');
    for (const made of divided) {
      const own = { ...any, template: made };
      const outline = renderOutline(own);
      const calls = planCalls(made);
      if (calls === null) throw new Error(`${made.id} makes one call.`);
      // Each chapter is named: none goes along with the one before it by chance.
      const chapters = made.sections.filter(({ level }) => level === 2).map(({ key }) => key);
      expect((made.calls ?? []).flat(2).toSorted(), made.id).toEqual(chapters.toSorted());
      const of = partsOf(outline, own);
      const model = scripted((request) => streamed(of(taskOf(request)), 400));
      let text = '';
      for await (const event of draft({
        model,
        brief: own,
        plan: calls,
        signal: new AbortController().signal,
      }))
        if (event.type === 'text') text += event.text;
      expect(text, made.id).toBe(`${outline.replace(/\n+(?=## )/gu, '\n\n').trimEnd()}\n`);
    }
  });
});

describe('a draft in several calls', { timeout: 60_000 }, () => {
  it.each([7, 400, 100_000])('is the document of one call, in pieces of %i characters', async (size) => {
    const model = scripted((request) => streamed(part(taskOf(request)), size));
    const { text, end, events } = await drafted(model);
    expect(text).toBe(assembled);
    const usage = { inputTokens: 50, outputTokens: end.usage?.outputTokens };
    expect(end).toEqual({ type: 'end', outcome: { kind: 'complete' }, usage });
    expect(model.asked).toHaveLength(5);
    const last = events.filter((event) => event.type === 'sections').at(-1);
    expect(last?.sections.filter(({ issue }) => issue !== undefined)).toEqual([]);
    expect(last?.sections.filter(({ state }) => state === 'writing')).toEqual([]);
  });

  it('is the same where each answer is the whole document, greeted and fenced', async () => {
    const model = scripted(() => streamed(`Here it is:\n\n\`\`\`markdown\n${document}\`\`\`\n`, 50));
    const { text, end } = await drafted(model);
    expect(end.outcome.kind).toBe('complete');
    expect(text).toBe(assembled);
  });

  it('asks for contracts first, with the same beginning in each prompt, and what is written last', async () => {
    const model = scripted((request) => streamed(part(taskOf(request)), 500));
    await drafted(model);
    const prompts = model.asked.map(({ messages }) => messages.map(({ content }) => content).join('\n'));
    const whole = draftPrompt(brief)
      .map(({ content }) => content)
      .join('\n');
    const shared = whole.slice(0, whole.indexOf('# Order'));
    for (const prompt of prompts) expect(prompt.startsWith(shared)).toBe(true);
    const [first = '', second = '', third = '', , last = ''] = prompts;
    expect(first).not.toContain('# Written already');
    expect(first).toContain('- `## 4. API Design`');
    // Calls of one wave differ in the order alone.
    const upToOrder = (prompt: string): string => prompt.slice(0, prompt.lastIndexOf('# Order'));
    expect(upToOrder(second)).toBe(upToOrder(third));
    expect(upToOrder(second).length).toBeGreaterThan(shared.length + 10_000);
    expect(upToOrder(last)).toMatch(/^## 6. Implementation Tasks$/mu);
    expect(second).toContain('OQ-21 to OQ-40');
    expect(third).toContain('OQ-41 to OQ-60');
  });

  it('goes on with a part at the output limit by its own prompt and text', async () => {
    const model = scripted((request) => {
      const task = taskOf(request);
      const whole = part(task);
      if (!task.keys.includes('tasks')) return streamed(whole, 300);
      return task.written === ''
        ? streamed(whole.slice(0, 3000), 300, 'length')
        : streamed(whole.slice(3000), 300);
    });
    const { text, events } = await drafted(model);
    expect(text).toBe(assembled);
    expect(model.asked).toHaveLength(6);
    const again = model.asked.find(({ task }) => task.kind === 'part' && task.written !== '');
    expect(again?.messages.at(-2)).toMatchObject({ role: 'assistant' });
    expect(events.filter(({ type }) => type === 'continuing')).toEqual([
      { type: 'continuing', answer: 2, call: 2 },
    ]);
  });

  it('that fails in one call keeps what came of the others, begins no further wave, and goes on where it was', async () => {
    const failing: ModelEvent = {
      type: 'end',
      outcome: { kind: 'failed', failure: { code: 'interrupted', message: '', remedy: '' } },
    };
    const broken = scripted((request) => {
      const task = taskOf(request);
      const whole = part(task);
      return task.keys.includes('components')
        ? [...streamed(whole.slice(0, 2000), 100).slice(0, -1), failing]
        : streamed(whole, 100);
    });
    const first = await drafted(broken);
    expect(first.end.outcome.kind).toBe('failed');
    expect(broken.asked).toHaveLength(4);
    expect(first.kept.map(({ complete }) => complete)).toEqual([true, false, true, true, false]);
    // Tasks have come and stand behind the gap: in what is kept, not in the document.
    expect(first.text).not.toContain('## 6. Implementation Tasks');
    const joined = joinCalls(brief.template, plan, first.kept);
    expect(joined.inOrder).toBe(first.text);
    expect(joined.all).toContain('## 6. Implementation Tasks');

    const mended = scripted((request) => {
      const task = taskOf(request);
      return streamed(part(task).slice(task.written.length), 100);
    });
    const second = await drafted(mended, first.kept);
    expect(second.end.outcome.kind).toBe('complete');
    expect(second.text).toBe(assembled);
    expect(mended.asked.map(({ task }) => task.kind === 'part' && task.keys)).toEqual([
      ['components'],
      ['questions-and-risks', 'assumptions', 'checklist'],
    ]);
  });

  it('stops in all calls at once and goes on from any place', async () => {
    const model = () =>
      scripted((request) => {
        const task = taskOf(request);
        return streamed(part(task).slice(task.written.length), 700);
      });
    for (const stopAt of [10, 5000, 20_000]) {
      const first = await drafted(model(), undefined, stopAt);
      expect(first.end.outcome.kind).toBe('cancelled');
      const second = await drafted(model(), first.kept);
      expect(second.end.outcome.kind).toBe('complete');
      expect(second.text).toBe(assembled);
    }
  });

  it('closes a code block that a part left open, and marks sections that none wrote as missing', async () => {
    const model = scripted((request) => {
      const task = taskOf(request);
      return streamed(
        task.keys.includes('testing') ? '## 7. Testing Strategy\n\n```sh\nnpm test' : part(task),
        60,
      );
    });
    let text = '';
    let sections: Extract<DraftEvent, { type: 'sections' }>['sections'] = [];
    for await (const event of draft({ model, brief, plan, signal: new AbortController().signal })) {
      if (event.type === 'text') text += event.text;
      if (event.type === 'sections') ({ sections } = event);
    }
    expect(text).toContain('```sh\nnpm test\n```\n\n## 9. Open Questions & Risks');
    expect(sections.find(({ key }) => key === 'rollout')?.issue).toBe('missing');
    expect(sections.find(({ key }) => key === 'assumptions')?.state).toBe('done');
  });
});

describe('the calls of a draft', () => {
  const sections = ['a', 'b', 'c', 'd'].map((key) => ({
    ...{ key, heading: key, number: null, level: 2, optional: false, guidance: '', aliases: [] },
  }));

  it('take a section that no call names along with the one before it', () => {
    const planned = planCalls(template('t', { sections, calls: [[['b']], [['d'], ['a']]] }));
    expect(planned?.calls).toEqual([
      { wave: 0, keys: ['b', 'c'], opening: false },
      { wave: 1, keys: ['d'], opening: false },
      { wave: 1, keys: ['a'], opening: true },
    ]);
    expect(planCalls(template('t', { sections }))).toBeNull();
    expect(planCalls(template('t', { sections, calls: [[['a', 'b', 'c', 'd']]] }))).toBeNull();
  });

  it('are several of themselves only where the template asks for it and the spec will be long', () => {
    const model = { id: 'openai:any' };
    expect(chooseCalls(brief, model, 'auto')).toBeNull();
    expect(chooseCalls(brief, model, 'several')).toEqual(plan);
    expect(chooseCalls(brief, model, 'one')).toBeNull();
    const requirements = [1, 2, 3].flatMap((time) =>
      brief.source.requirements.map((one) => ({
        ...one,
        id: `${one.id}${time}`,
        title: `${time} ${one.title}`,
      })),
    );
    const large = { ...brief, source: { ...brief.source, requirements } };
    expect(chooseCalls(large, model, 'auto')).toEqual(plan);
    expect(chooseCalls({ ...large, template: { ...large.template, calls: [] } }, model, 'auto')).toBeNull();
    expect(chooseCalls(large, { id: 'outline' }, 'several')).toBeNull();
    // A recording has what it has.
    expect(chooseCalls(large, { ...model, calls: 'one' }, 'auto')).toBeNull();
    expect(chooseCalls(brief, { ...model, calls: 'several' }, 'auto')).toEqual(plan);
  });
});
