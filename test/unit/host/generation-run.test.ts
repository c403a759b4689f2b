import { describe, expect, it } from 'vitest';
import type { ModelUsage } from '../../../src/core/ports/language-model';
import type { RepairEvent } from '../../../src/core/repair/repair-spec';
import type { DraftRepair } from '../../../src/host/generation/repair-draft';
import type { DraftEvent } from '../../../src/core/draft/draft';
import type { DraftOutcome } from '../../../src/core/draft/draft-outcome';
import type { GenerationPorts, SinkResult } from '../../../src/host/generation/generation-run';
import type { GenerationSnapshot } from '../../../src/host/generation/generation-snapshot';
import { GenerationRun } from '../../../src/host/generation/generation-run';
import { generationNotice } from '../../../src/host/generation/generation-notice';
import { brief, journal, model } from './drafting';

const sections = [{ key: 'a', heading: 'A', level: 2, state: 'writing' as const }];
const checked = {
  ...{ errors: 0, warnings: 1, listed: { errors: 0, warnings: 1 } },
  ...{ failing: 0, requirements: 2, covered: 2, outOfScope: 0, findings: [] },
};

interface Kept {
  readonly opened: string[];
  readonly written: string[];
  readonly receipts: string[];
}

function setUp(
  events: readonly DraftEvent[] | ((signal: AbortSignal) => AsyncIterable<DraftEvent>),
  ports: Partial<GenerationPorts> & { readonly finish?: () => Promise<SinkResult> } = {},
): { run: GenerationRun; kept: Kept } {
  const kept: Kept = { opened: [], written: [], receipts: [] };
  let time = 0;
  const run = new GenerationRun(model(), brief(), {
    draft: async function* ({ signal }) {
      yield* typeof events === 'function' ? events(signal) : events;
    },
    openSink: (path) => {
      kept.opened.push(path);
      return Promise.resolve({
        write: (text) => void kept.written.push(text),
        finish: ports.finish ?? (() => Promise.resolve({ kind: 'saved', text: kept.written.join('') })),
      });
    },
    writeReceipt: ({ text }) => Promise.resolve(void kept.receipts.push(text)),
    check: () => Promise.resolve(checked),
    repair: null,
    journal: journal(),
    now: () => (time += 10),
    ...ports,
  });
  return { run, kept };
}

function repairOf(
  events: readonly RepairEvent[],
  usage: ModelUsage,
  replace: (from: string, to: string) => boolean,
): DraftRepair {
  return {
    events: async function* ({ text: draft }) {
      yield* events;
      const last = events.findLast(({ type }) => type === 'mended');
      const mended = last?.type === 'mended' ? last.text : draft;
      const result = { text: mended, rounds: 1, mended: 1, left: 0, usage };
      yield { type: 'end', result: { ...result, outcome: { kind: 'complete' } } };
    },
    replace: (from, to) => Promise.resolve(replace(from, to)),
  };
}

const end = (outcome: DraftOutcome): DraftEvent => ({ type: 'end', outcome });
const text = (value: string): DraftEvent => ({ type: 'text', text: value });

describe('a draft', () => {
  it('gets what goes below it before it is saved, so that one undo takes both back', async () => {
    const { run, kept } = setUp([text('# A\n'), end({ kind: 'complete' })], {
      conclude: (draft) => Promise.resolve(`\n_${draft.text.length}_\n`),
    });
    await run.run();
    expect(kept.written).toEqual(['# A\n', '\n_4_\n']);
    expect(kept.receipts).toEqual(['# A\n\n_4_\n']);
  });

  it.each([
    ['could not be told', { kind: 'complete' }, 0],
    ['belongs below a whole one only', { kind: 'cancelled' }, 1],
  ] as const)('is saved without it where it %s', async (_why, outcome, most) => {
    let asked = 0;
    const { run, kept } = setUp([text('# A\n'), end(outcome)], {
      conclude: () => {
        asked += 1;
        return outcome.kind === 'complete' ? Promise.reject(new Error('No.')) : Promise.resolve('never');
      },
    });
    expect(await run.run()).toMatchObject({ trouble: null, result: checked });
    expect(kept.written).toEqual(['# A\n']);
    expect(asked).toBe(1 - most);
  });

  it('runs once, however many wait for its end', async () => {
    const { run, kept } = setUp([text('# A\n'), end({ kind: 'complete' })]);
    const [one, other] = await Promise.all([run.run(), run.run()]);
    expect(one).toBe(other);
    expect(await run.run()).toBe(one);
    expect(kept.opened).toEqual(['specs/invites.md']);
    expect(kept.receipts).toEqual(['# A\n']);
  });

  it('is streamed, saved, recorded and checked', async () => {
    const { run, kept } = setUp([
      { type: 'sections', sections, startedOver: false },
      text('# A\n'),
      text('body\n'),
      end({ kind: 'complete' }),
    ]);
    const phases: string[] = [];
    run.onDidChange(({ phase }) => phases.push(phase));
    const snapshot = await run.run();
    expect(kept).toEqual({
      opened: ['specs/invites.md'],
      written: ['# A\n', 'body\n'],
      receipts: ['# A\nbody\n'],
    });
    expect(snapshot).toMatchObject({
      phase: 'done',
      result: { path: 'specs/invites.md', ...checked },
      trouble: null,
      sections,
    });
    expect([...new Set(phases)]).toEqual(['starting', 'streaming', 'checking', 'done']);
    expect(generationNotice(snapshot)).toBeNull();
  });

  it('is repaired where it has errors, and the receipt counts what that took', async () => {
    const replaced: string[] = [];
    const usage = { inputTokens: 5, outputTokens: 7 };
    const { run, kept } = setUp([text('# A\nbad\n'), { ...end({ kind: 'complete' }), usage } as DraftEvent], {
      repair: repairOf(
        [
          { type: 'round', round: 1, sections: [], errors: 1 },
          { type: 'mended', text: '# A\ngood\n', errors: 0 },
        ],
        usage,
        (from, to) => replaced.push(`${from}>${to}`) > 0,
      ),
      writeReceipt: ({ text: of, usage: used }) =>
        Promise.resolve(void kept.receipts.push(`${of}${used?.inputTokens ?? 0} ${used?.outputTokens ?? 0}`)),
    });
    const phases: string[] = [];
    run.onDidChange(({ phase }) => phases.push(phase));
    const snapshot = await run.run();
    expect(replaced).toEqual(['# A\nbad\n># A\ngood\n']);
    expect(kept.receipts).toEqual(['# A\nbad\n5 7', '# A\ngood\n10 14']);
    expect([...new Set(phases)]).toEqual(['starting', 'streaming', 'checking', 'repairing', 'done']);
    expect(snapshot).toMatchObject({ phase: 'done', trouble: null });
  });

  it('keeps what a person changed while it was repaired, and asks no more', async () => {
    let aborted = false;
    const { run, kept } = setUp([text('# A\nbad\n'), end({ kind: 'complete' })], {
      repair: {
        events: async function* ({ text: draft, signal }) {
          yield { type: 'round', round: 1, sections: [], errors: 2 };
          yield { type: 'mended', text: 'better', errors: 1 };
          aborted = signal.aborted;
          const result = { text: draft, rounds: 1, mended: 0, left: 2, usage: null };
          yield { type: 'end', result: { ...result, outcome: { kind: 'cancelled' } } };
        },
        replace: () => Promise.resolve(false),
      },
    });
    const snapshot = await run.run();
    expect(aborted).toBe(true);
    expect(kept.receipts).toEqual(['# A\nbad\n']);
    expect(snapshot.phase).toBe('done');
  });

  it('stays whole when it is stopped while it is repaired', async () => {
    const { run } = setUp([text('# A\n'), end({ kind: 'complete' })], {
      repair: {
        events: async function* ({ text: draft, signal }) {
          yield { type: 'round', round: 1, sections: [], errors: 2 };
          if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
          const result = { text: draft, rounds: 1, mended: 0, left: 2, usage: null };
          yield { type: 'end', result: { ...result, outcome: { kind: 'cancelled' } } };
        },
        replace: () => Promise.resolve(true),
      },
    });
    run.onDidChange(({ phase }) => {
      if (phase === 'repairing') run.stop();
    });
    expect(await run.run()).toMatchObject({ phase: 'done', result: checked, trouble: null });
  });

  it('opens no tab for a model that fails before its first word', async () => {
    const { run, kept } = setUp([
      end({ kind: 'failed', failure: { code: 'unauthorized', message: 'No.', remedy: 'Set the key.' } }),
    ]);
    const snapshot = await run.run();
    expect(kept.opened).toEqual([]);
    expect(snapshot).toMatchObject({ phase: 'failed', path: null, result: null });
    expect(generationNotice(snapshot)).toMatchObject({ severity: 'error', text: 'No. Set the key.' });
    expect(actions(snapshot)).toEqual(['enterKey', 'useOutline']);
  });

  it('keeps, saves and checks what came when it is stopped', async () => {
    const { run, kept } = setUp(async function* (signal) {
      yield text('half');
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      yield end({ kind: 'cancelled' });
    });
    const stopped = run.run();
    await new Promise((resolve) => setTimeout(resolve));
    run.stop();
    const snapshot = await stopped;
    expect(kept.written).toEqual(['half']);
    expect(kept.receipts).toEqual(['half']);
    expect(snapshot).toMatchObject({ phase: 'stopped', path: 'specs/invites.md' });
    expect(actions(snapshot)).toEqual(['resume', 'retry']);
  });

  it('shows the pause before the next attempt, until it is over', async () => {
    const wait = (seconds: number): DraftEvent => ({
      type: 'waiting',
      wait: { reason: 'rate-limited', seconds, attempt: 2 },
    });
    const { run } = setUp([wait(2), wait(1), text('all'), end({ kind: 'complete' })]);
    const shown: (number | null)[] = [];
    run.onDidChange(({ wait }) => shown.push(wait?.seconds ?? null));
    await run.run();
    expect(shown.slice(0, 3)).toEqual([2, 1, 1]);
    expect(new Set(shown.slice(3))).toEqual(new Set([null]));
  });

  it('keeps what came when the model breaks off', async () => {
    const { run, kept } = setUp([
      text('half'),
      end({ kind: 'failed', failure: { code: 'interrupted', message: 'Broke off.', remedy: 'Try again.' } }),
    ]);
    const snapshot = await run.run();
    expect(kept.receipts).toEqual(['half']);
    expect(snapshot.phase).toBe('failed');
    expect(actions(snapshot)).toEqual(['resume', 'retry', 'useOutline']);
  });

  it('asks for another key before it offers to go on, where the key was refused in the middle', async () => {
    const { run } = setUp([
      text('half'),
      end({ kind: 'failed', failure: { code: 'unauthorized', message: 'No.', remedy: 'Set the key.' } }),
    ]);
    expect(actions(await run.run())).toEqual(['enterKey', 'resume', 'useOutline']);
  });

  it('still has the text when it could not be saved', async () => {
    const finish = (): Promise<SinkResult> =>
      Promise.resolve({ kind: 'not-saved', reason: 'The disk is full.' });
    const { run, kept } = setUp([text('all'), end({ kind: 'complete' })], { finish });
    const snapshot = await run.run();
    expect(run.received).toBe('all');
    expect(kept.receipts).toEqual([]);
    expect(snapshot.phase).toBe('failed');
    expect(snapshot.trouble).toEqual({ kind: 'save', detail: 'The disk is full.' });
    expect(generationNotice(snapshot)?.text).toContain('The disk is full.');
    expect(actions(snapshot)).toEqual(['openText']);
  });

  it('stops the model when no editor could be opened', async () => {
    let aborted = false;
    const { run } = setUp(
      async function* (signal) {
        yield text('a');
        aborted = signal.aborted;
        yield text('b');
        yield end({ kind: 'cancelled' });
      },
      { openSink: () => Promise.reject(new Error('An unsaved document is open.\n    at stack')) },
    );
    const snapshot = await run.run();
    expect(snapshot.trouble).toEqual({ kind: 'open', detail: 'An unsaved document is open.' });
    expect(snapshot.phase).toBe('failed');
    expect(aborted).toBe(false);
    expect(generationNotice(snapshot)?.text).not.toContain('stack');
  });

  it('is done although its receipt or its check failed, and says so', async () => {
    const fails = () => Promise.reject(new Error('read-only'));
    const receipt = await setUp([text('a'), end({ kind: 'complete' })], { writeReceipt: fails }).run.run();
    expect(receipt).toMatchObject({ phase: 'done', result: checked, trouble: { kind: 'receipt' } });
    expect(generationNotice(receipt)?.severity).toBe('warning');
    const check = await setUp([text('a'), end({ kind: 'complete' })], { check: fails }).run.run();
    expect(check).toMatchObject({ phase: 'done', result: null, trouble: { kind: 'check' } });
  });

  it('has a message of its own and a next step for each way in which an answer is none', async () => {
    const outcomes: readonly DraftOutcome[] = [
      ...[{ kind: 'length' } as const, { kind: 'empty' } as const, { kind: 'filtered' } as const],
      ...[true, false].map((startedOver) => ({ kind: 'stalled', startedOver }) as const),
      { kind: 'refused', message: 'I can not help with that.' },
    ];
    const texts = new Set<string>();
    for (const outcome of outcomes) {
      const snapshot = await setUp([end(outcome)]).run.run();
      expect(snapshot.phase).toBe('failed');
      expect(actions(snapshot)).toContain('retry');
      const text = generationNotice(snapshot)?.text ?? '';
      expect(text).toMatch(/choose (another|a) model/i);
      texts.add(text);
    }
    expect(texts.size).toBe(outcomes.length);
  });

  it('says which sections a whole document lacks, has twice or out of order', async () => {
    const at = (heading: string, issue: 'missing' | 'repeated' | 'misplaced') =>
      ({ key: heading, heading, level: 2, state: 'done', issue }) as const;
    const { run } = setUp([
      text('# A\n'),
      {
        type: 'sections',
        startedOver: false,
        sections: [at('Design', 'missing'), at('Tasks', 'repeated'), at('Risks', 'misplaced')],
      },
      end({ kind: 'complete' }),
    ]);
    const snapshot = await run.run();
    expect(snapshot.phase).toBe('done');
    expect(generationNotice(snapshot)).toEqual({
      severity: 'warning',
      text: 'Sections that are missing: Design. Sections that stand there twice: Tasks. Sections out of their order: Risks.',
      actions: [],
    });
  });

  it('says already while it streams that the model began again', async () => {
    const seen: (string | undefined)[] = [];
    const { run } = setUp([
      text('# A\n# A\n'),
      { type: 'sections', startedOver: true, sections: [] },
      end({ kind: 'complete' }),
    ]);
    run.onDidChange((snapshot) => {
      if (snapshot.phase === 'streaming') seen.push(generationNotice(snapshot)?.text);
    });
    await run.run();
    expect(seen.at(-1)).toContain('stands there twice');
  });
});

describe('the journal of a draft', () => {
  const received = (value: string): DraftEvent[] => [
    { type: 'received', text: value, kept: value },
    text(value),
  ];

  it('has each piece on disk before the editor gets it', async () => {
    const onDisk: string[] = [];
    const taken: string[] = [];
    const seen: string[] = [];
    const slow = journal({
      append: (value) => void taken.push(value),
      written: async () => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        onDisk.splice(0, Infinity, ...taken);
      },
    });
    const { run } = setUp(
      [...received('# A\n'), ...received('b'), ...received('c'), end({ kind: 'complete' })],
      {
        journal: slow,
        openSink: () =>
          Promise.resolve({
            write: (value) => {
              seen.push(value);
              expect(onDisk.join('').startsWith(seen.join(''))).toBe(true);
            },
            finish: () => Promise.resolve({ kind: 'saved', text: seen.join('') }),
          }),
      },
    );
    await run.run();
    expect(seen.join('')).toBe('# A\nbc');
  });

  it('is removed when spec and receipt are written, and left otherwise', async () => {
    const ended = async (
      events: readonly DraftEvent[],
      ports: Parameters<typeof setUp>[1] = {},
    ): Promise<string[]> => {
      const calls: string[] = [];
      const kept = journal({
        end: ({ phase, saved }) =>
          Promise.resolve(void calls.push(`${phase} ${saved ? 'saved' : 'unsaved'}`)),
        remove: () => Promise.resolve(void calls.push('removed')),
      });
      await setUp(events, { journal: kept, ...ports }).run.run();
      return calls;
    };
    const whole = [text('# A'), end({ kind: 'complete' })];
    expect(await ended(whole)).toEqual(['removed']);
    expect(await ended([text('# A'), end({ kind: 'cancelled' })])).toEqual(['stopped saved']);
    expect(await ended([text('# A'), end({ kind: 'length' })])).toEqual(['failed saved']);
    expect(await ended(whole, { writeReceipt: () => Promise.reject(new Error('no')) })).toEqual([
      'done saved',
    ]);
    const notSaved = () => Promise.resolve({ kind: 'not-saved', reason: '' } as const);
    expect(await ended(whole, { finish: notSaved })).toEqual(['failed unsaved']);
  });

  it('that can not be written does not hold the draft up, and is told of', async () => {
    const { run, kept } = setUp([text('# A'), end({ kind: 'complete' })], {
      journal: journal({ problem: 'The disk is full.' }),
    });
    const snapshot = await run.run();
    expect(kept.written.join('')).toBe('# A');
    expect(snapshot).toMatchObject({ phase: 'done', trouble: { kind: 'journal' } });
    expect(generationNotice(snapshot)?.text).toContain('The disk is full.');
  });

  it('goes on in the document that holds the draft so far', async () => {
    const opened: (string | undefined)[] = [];
    const { run } = setUp([{ type: 'resumed', text: '# A\n' }, text('b'), end({ kind: 'complete' })], {
      openSink: (_, draft) => {
        opened.push(draft);
        return Promise.resolve({
          write: () => undefined,
          finish: () => Promise.resolve({ kind: 'saved', text: '# A\nb' }),
        });
      },
    });
    await run.run();
    expect(opened).toEqual(['# A\n']);
    expect(run.received).toBe('# A\nb');
  });
});

function actions(snapshot: GenerationSnapshot): string[] {
  return (generationNotice(snapshot)?.actions ?? []).map(({ id }) => id);
}
