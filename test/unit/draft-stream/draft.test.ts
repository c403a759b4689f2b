import { describe, expect, it } from 'vitest';
import type { DraftEvent } from '../../../src/core/draft/draft';
import { draft } from '../../../src/core/draft/draft';
import { renderOutline } from '../../../src/core/draft/outline';
import type { LanguageModel, ModelEvent, ModelRequest } from '../../../src/core/ports/language-model';
import { draftPrompt } from '../../../src/core/prompt/draft-prompt';
import type { Template } from '../../../src/core/template/template';
import { createOutlineModel } from '../../../src/models/outline-model';
import { briefFor, builtInTemplates } from '../draft/brief-for';
import { brief, model, template } from '../host/drafting';

type End = Extract<DraftEvent, { type: 'end' }>;

const usage = { inputTokens: 100, outputTokens: 10 };
const ended = (kind: 'complete' | 'length' | 'empty' | 'filtered'): ModelEvent => ({
  type: 'end',
  outcome: { kind },
  usage,
});
const broken: ModelEvent = {
  type: 'end',
  outcome: { kind: 'failed', failure: { code: 'interrupted', message: '', remedy: '' } },
};
const said = (text: string): ModelEvent => ({ type: 'text', text });

/** A model that gives one answer after the other, and remembers what it was asked. */
function answering(...answers: readonly (readonly ModelEvent[])[]): LanguageModel & {
  readonly asked: ModelRequest[];
} {
  const asked: ModelRequest[] = [];
  return {
    ...model(),
    asked,
    async *stream(request) {
      asked.push(request);
      yield* answers[asked.length - 1] ?? [ended('empty')];
    },
  };
}

interface Drafted {
  readonly text: string;
  readonly kept: string;
  readonly received: string;
  readonly events: readonly DraftEvent[];
  readonly end: End;
}

async function drafted(
  from: LanguageModel,
  options: { readonly written?: string; readonly template?: Template } = {},
): Promise<Drafted> {
  const events: DraftEvent[] = [];
  const asked = brief(options.template === undefined ? {} : { template: options.template });
  const written = options.written === undefined ? {} : { written: options.written };
  for await (const event of draft({
    model: from,
    brief: asked,
    signal: new AbortController().signal,
    ...written,
  }))
    events.push(event);
  const texts = events.map((event) => (event.type === 'text' || event.type === 'resumed' ? event.text : ''));
  const received = events.flatMap((event) => (event.type === 'received' ? event : []));
  return {
    events,
    text: texts.join(''),
    kept: (options.written ?? '') + received.map(({ kept }) => kept).join(''),
    received: received.map(({ text }) => text).join(''),
    end: events.at(-1) as End,
  };
}

describe('an answer that hits the output limit', () => {
  it('is gone on with until the document is whole, with the usage of all requests', async () => {
    const from = answering(
      [said('# Spec\n\nThe table is specif'), ended('length')],
      [said('specification of'), said(' it all.\n'), ended('complete')],
    );
    const { text, kept, received, end } = await drafted(from);
    expect(text).toBe('# Spec\n\nThe table is specification of it all.\n');
    expect(kept).toBe(text);
    expect(received).toBe('# Spec\n\nThe table is specifspecification of it all.\n');
    expect(end).toEqual({
      type: 'end',
      outcome: { kind: 'complete' },
      usage: { inputTokens: 200, outputTokens: 20 },
    });
  });

  it('is gone on with by the same prompt, byte for byte, and what was written', async () => {
    const from = answering([said('# Spec\n\nOne'), ended('length')], [said(' two.\n'), ended('complete')]);
    await drafted(from);
    const [first, second] = from.asked;
    expect(second?.task).toEqual({ kind: 'continuation', written: '# Spec\n\nOne' });
    const messages = second?.messages ?? [];
    expect(messages.slice(0, -2)).toEqual(first?.messages);
    expect(messages.slice(0, -2)).toEqual(draftPrompt(brief()));
    expect(messages.at(-2)).toEqual({ role: 'assistant', content: '# Spec\n\nOne' });
    expect(messages.at(-1)?.role).toBe('user');
  });

  it.each([
    ['repeats all of it', '# Spec\n\nOwners invite members.', false],
    ['says nothing', '', false],
    ['begins the document again in other words', '# Spec\n\nMembers are invited by owners.\n', true],
  ])('stalls where the model %s', async (_, again, startedOver) => {
    const from = answering(
      [said('# Spec\n\nOwners invite members.'), ended('length')],
      [...(again === '' ? [] : [said(again)]), ended('length')],
    );
    const { text, end } = await drafted(from);
    expect(text).toBe('# Spec\n\nOwners invite members.');
    expect(end.outcome).toEqual({ kind: 'stalled', startedOver });
    expect(from.asked).toHaveLength(2);
  });

  it('is not gone on with for ever', async () => {
    let words = 0;
    const endless: LanguageModel = {
      ...model(),
      async *stream() {
        yield said(`${words === 0 ? '# Spec\n\n' : ''}Sentence number ${words++} is another one. `);
        yield ended('length');
      },
    };
    const { end, text } = await drafted(endless);
    expect(end.outcome).toEqual({ kind: 'length' });
    expect(words).toBe(13);
    expect(text).toContain('number 12 ');
  });

  it.each([
    ['the filter', ended('filtered'), 'filtered'],
    ['a broken connection', broken, 'failed'],
  ])('ends as %s ends it, with all that came', async (_, last, kind) => {
    const from = answering([said('# Spec\n\nOne'), ended('length')], [said(' two'), last]);
    const { text, end } = await drafted(from);
    expect(text).toBe('# Spec\n\nOne two');
    expect(end.outcome.kind).toBe(kind);
  });

  it('has its wrapping taken off although that ends in another answer', async () => {
    const from = answering(
      [said('Sure:\n\n```markdown\n# Spec\n\nOne'), ended('length')],
      [said(' two.\n```\n'), ended('complete')],
    );
    const { text, kept } = await drafted(from);
    expect(text).toBe('# Spec\n\nOne two.\n');
    expect(kept).toBe('Sure:\n\n```markdown\n# Spec\n\nOne two.\n```\n');
  });
});

describe('a draft that goes on', () => {
  const whole = '# Spec\n\n## 1. Overview\n\nOwners invite members.\n\n## 2. Tasks\n\n- T-001\n';

  it('ends in the same bytes wherever it broke off, when the model goes on where it ended', async () => {
    for (let at = 1; at <= whole.length; at++) {
      const from = answering([
        ...(at === whole.length ? [] : [said(whole.slice(at))]),
        ended(at === whole.length ? 'empty' : 'complete'),
      ]);
      const { text, end } = await drafted(from, { written: whole.slice(0, at) });
      expect(text, `broken off at ${at}`).toBe(whole);
      expect(end.outcome.kind, `broken off at ${at}`).toBe('complete');
    }
  });

  it('gives what there was first, and its sections as written', async () => {
    const overview = { ...section('overview', 'Overview'), number: '1' };
    const tasks = { ...section('tasks', 'Tasks'), number: '2' };
    const { events } = await drafted(answering([said('- T-001\n'), ended('complete')]), {
      written: whole.slice(0, whole.indexOf('- T-001')),
      template: template('two', { sections: [overview, tasks] }),
    });
    expect(events.slice(0, 3)).toEqual([
      { type: 'resumed', text: whole.slice(0, whole.indexOf('- T-001')) },
      {
        type: 'sections',
        startedOver: false,
        sections: [
          { key: 'overview', heading: 'Overview', level: 2, state: 'done' },
          { key: 'tasks', heading: 'Tasks', level: 2, state: 'writing' },
        ],
      },
      { type: 'continuing', answer: 1 },
    ]);
  });

  it('keeps all that had come when it breaks off again', async () => {
    const { kept, text } = await drafted(answering([said(' members.'), broken]), {
      written: '# Spec\n\nOwners invite',
    });
    expect(kept).toBe('# Spec\n\nOwners invite members.');
    expect(text).toBe(kept);
  });
});

describe('the outline', () => {
  it('goes on with a document of its own, and writes another one whole', async () => {
    for (const builtIn of await builtInTemplates()) {
      const asked = briefFor(builtIn);
      const whole = renderOutline(asked);
      const rest = async (written: string): Promise<string> => {
        let text = '';
        const request: ModelRequest = { brief: asked, messages: [], task: { kind: 'continuation', written } };
        for await (const event of createOutlineModel().stream(request, new AbortController().signal))
          if (event.type === 'text') text += event.text;
        return text;
      };
      for (const share of [0, 0.1, 0.5, 0.99, 1]) {
        const at = Math.floor(whole.length * share);
        expect(await rest(whole.slice(0, at)), builtIn.id).toBe(whole.slice(at));
      }
      expect(await rest('# Another document\n'), builtIn.id).toBe(whole);
    }
  });
});

function section(key: string, heading: string): Template['sections'][number] {
  return { key, heading, number: null, level: 2, optional: false, guidance: '', aliases: [] };
}
