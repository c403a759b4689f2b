import { describe, expect, it } from 'vitest';
import { writeInitiative } from '../../../../src/core/initiative/write-initiative';
import { GenerationRun } from '../../../../src/host/generation/generation-run';
import { brief, journal, model } from '../drafting';
import { chosen, project, question, settled, started } from './wizard-session-world';

describe('making a draft ready', () => {
  it('waits for the context without what was just left out', async () => {
    let release = (): void => undefined;
    const { session, world } = await started();
    const held = new Promise<void>((resolve) => (release = resolve));
    world.gathered = () => held;
    const toggled = session.handle({ type: 'toggleDocuments', paths: ['AGENTS.md'], included: false });
    const gone = session.handle({ type: 'goTo', step: 'generate' });
    const generated = session.handle({ type: 'generate' });
    await settled();
    expect(world.briefs).toEqual([]);
    release();
    await Promise.all([toggled, gone, generated]);
    await settled();
    expect(world.briefs.map(({ context }) => context.documents.map(({ path }) => path))).toEqual([[]]);
  });

  it('that is stopped asks no model', async () => {
    let read = (): void => undefined;
    const { session, world } = await started();
    world.readingProject = () => new Promise((resolve) => (read = () => resolve(project)));
    void session.handle({ type: 'refreshContext' });
    await settled();
    await session.handle({ type: 'goTo', step: 'generate' });
    const generated = session.handle({ type: 'generate' });
    await settled();
    expect(session.progress.phase).toBe('starting');
    await session.handle({ type: 'stop' });
    read();
    await generated;
    await settled();
    expect(world.drafted).toEqual([]);
    expect(session.progress.phase).toBe('idle');
  });
});

describe('an error of a model', () => {
  const failing = async () => {
    const failure = { code: 'unreachable', message: 'Nobody answers.', remedy: 'Start it.' } as const;
    const made = await started({ connect: failure }, { ...chosen, model: 'openai' });
    await made.session.handle({ type: 'goTo', step: 'generate' });
    await made.session.handle({ type: 'generate' });
    await settled();
    expect(made.session.state.generate.notice?.text).toContain('Nobody answers.');
    return made.session;
  };

  it('goes when another model is chosen, as "Use the Outline" does', async () => {
    const session = await failing();
    await session.handle({ type: 'noticeAction', id: 'useOutline' });
    expect(session.state.generate).toMatchObject({ phase: 'idle', notice: null, selectedModel: 'outline' });
  });

  it('stays while the model is the same', async () => {
    const session = await failing();
    await session.handle({ type: 'selectModel', id: 'openai' });
    expect(session.state.generate.notice?.text).toContain('Nobody answers.');
  });
});

describe('an artefact of a workflow', () => {
  it('is known to the draft, so that one that is cut off goes on as the same artefact', async () => {
    const artefact = { feature: 'invites', id: 'design' };
    const { session, world } = await started({}, { ...chosen, artefact });
    await session.handle({ type: 'goTo', step: 'generate' });
    await session.handle({ type: 'generate' });
    await settled();
    expect(world.origins.map((origin) => origin.artefact)).toEqual([artefact]);
  });
});

describe('a draft that goes on from its journal', () => {
  /** A draft that waits for the model until it is let go on, or stopped. */
  function going(): { readonly run: GenerationRun; readonly goOn: () => void } {
    let goOn = (): void => undefined;
    const run = new GenerationRun(model(), brief(), {
      draft: async function* ({ signal }) {
        yield { type: 'resumed', text: '# Spec\n' };
        yield { type: 'text', text: 'More.\n' };
        await new Promise<void>((resolve) => {
          goOn = resolve;
          signal.addEventListener('abort', () => resolve());
        });
        yield { type: 'end', outcome: { kind: signal.aborted ? 'cancelled' : 'complete' } };
      },
      openSink: () =>
        Promise.resolve({
          write: () => undefined,
          finish: () => Promise.resolve({ kind: 'saved', text: '# Spec\nMore.\n' }),
        }),
      journal: journal(),
      repair: null,
      writeReceipt: () => Promise.resolve(),
      check: () =>
        Promise.resolve({
          ...{ errors: 1, warnings: 0, listed: { errors: 1, warnings: 0 } },
          ...{ failing: 0, requirements: 2, covered: 2, outOfScope: 0 },
          findings: [],
        }),
      now: () => 0,
    });
    return { run, goOn: () => goOn() };
  }

  it('is followed to its result like one that begins', async () => {
    const { session } = await started({ questions: [question('q1', true)] });
    const { run, goOn } = going();
    const answers = [{ kind: 'text', questionId: 'q1', text: 'Yes' } as const];
    const resumed = { run, template: 'feature', output: 'specs/begun.md', answers, asked: [] };
    expect(session.goOn({ ...resumed, source: 'prds/other.md' })).toBe(false);
    const artefact = { feature: 'invites', id: 'design' };
    expect(session.goOn({ ...resumed, source: chosen.source, artefact })).toBe(false);
    const editing = await started({}, { ...chosen, answersOf: 'specs/begun.md' });
    expect(editing.session.goOn({ ...resumed, source: chosen.source })).toBe(false);
    expect(session.goOn({ ...resumed, source: chosen.source })).toBe(true);
    await settled();
    expect(session.state).toMatchObject({
      step: 'generate',
      template: { selected: 'feature' },
      generate: { phase: 'streaming', output: 'specs/begun.md' },
    });
    expect(session.busy).toBe(true);
    expect(session.goOn({ ...resumed, source: chosen.source })).toBe(false);
    goOn();
    await settled();
    expect(session.state.generate).toMatchObject({
      phase: 'done',
      result: { path: 'specs/invites.md', errors: 1 },
    });
    expect(session.input.answers).toEqual(answers);
    // A further draft needs another path.
    expect(session.state.generate.output).toBe('specs/feature.md');
  });

  it('is stopped from there, and can be resumed again', async () => {
    const { session, world } = await started();
    const { run } = going();
    const output = 'specs/begun.md';
    session.goOn({ run, source: chosen.source, template: 'feature', output, answers: [], asked: [] });
    await settled();
    await session.handle({ type: 'stop' });
    await settled();
    expect(session.state.generate.phase).toBe('stopped');
    await session.handle({ type: 'noticeAction', id: 'resume' });
    expect(world.calls).toContain('resume draft');
  });
});

describe('an initiative that holds a secret', () => {
  it('is not opened in the form, which would write the gap over it', async () => {
    const token = `ghp_${'a8Fq3LmZx7Rt2Kd9WvB4NcYp6HsJg1Ue5TiO'}`;
    const form = {
      title: 'Rotate the key',
      problem: `Deploys use ${token} and fail 12 times a week.`,
      whyNow: 'It expires on 2026-03-01.',
      requirements: [
        {
          statement: 'The job reads the key from the vault.',
          success: 'None in git.',
          priority: 'must' as const,
        },
      ],
      constraints: '',
      outOfScope: '',
    };
    const path = 'initiatives/key.md';
    const { session, world } = await started();
    world.files[path] = writeInitiative(form);
    world.files['initiatives/plain.md'] = writeInitiative({
      ...form,
      problem: 'Deploys fail 12 times a week.',
    });
    await session.handle({ type: 'selectSource', path: 'initiatives/plain.md' });
    expect(session.state.source.writing.editable).toBe(true);
    await session.handle({ type: 'selectSource', path });
    expect(session.state.source.writing.editable).toBe(false);
    await session.handle({ type: 'openInForm' });
    expect(session.state.source.writing.mode).toBe('documents');
  });
});
