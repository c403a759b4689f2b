import { describe, expect, it } from 'vitest';
import { FileSystemError } from '../../../../src/core/ports/file-system';
import type { ModelFailure } from '../../../../src/core/ports/language-model';
import { noRecords } from '../../../../src/core/receipt/find-records';
import { readSource } from '../../../../src/core/source/read-source';
import type { Source } from '../../../../src/core/source/source';
import { readHostMessage } from '../../../../src/shared/wizard/protocol';
import { readWizardInput } from '../../../../src/shared/wizard/wizard-input';
import type { WizardInput } from '../../../../src/shared/wizard/wizard-input';
import { readSections } from '../../../../src/core/template/template-sections';
import { model, source, template } from '../drafting';
import { chosen, question, settled, setUp, started } from './wizard-session-world';
import type { World } from './wizard-session-world';

/** A template that can be said in German. */
const spoken = template('plan', {
  name: 'Plan',
  body: '# {{title}}\n\n## Overview {#overview}\n',
  sections: readSections('## Overview {#overview}\n'),
  languages: [
    { id: 'de', name: 'Deutsch', english: 'German', phrases: new Map([['Overview', 'Überblick']]) },
  ],
});

describe('a wizard session', () => {
  it('makes states that the protocol accepts, from the first to the last', async () => {
    const { session } = setUp({ questions: [question('q', true)] }, chosen);
    let states = 0;
    session.onDidChange(() => {
      states++;
      const message = { type: 'state', state: session.state, input: session.input };
      expect(readHostMessage(message)).toEqual(message);
    });
    await session.start();
    await session.handle({ type: 'deferRest' });
    await session.handle({ type: 'goTo', step: 'generate' });
    await session.handle({ type: 'generate' });
    await settled();
    expect(session.state.generate.phase).toBe('done');
    expect(states).toBeGreaterThan(8);
  });

  it('opens on the source step, and steps open as they are settled', async () => {
    const { session } = setUp();
    await session.start();
    const reachable = () => session.state.steps.filter((step) => step.reachable).map(({ id }) => id);
    expect(reachable()).toEqual(['source']);
    await session.handle({ type: 'selectSource', path: 'prds/invites.md' });
    expect(reachable()).toEqual(['source', 'context', 'template', 'questions', 'generate']);
  });

  it('keeps Generate closed until every blocking question is answered, assumed or deferred', async () => {
    const { session } = await started({
      questions: [question('a', true), question('b', true), question('c', false)],
    });
    const open = () => session.state.steps.find(({ id }) => id === 'generate')?.reachable;
    expect(open()).toBe(false);
    await session.handle({ type: 'goTo', step: 'generate' });
    expect(session.state.step).toBe('source');
    await session.handle({ type: 'answer', answer: { kind: 'text', questionId: 'a', text: 'Yes' } });
    expect(open()).toBe(false);
    await session.handle({ type: 'answer', answer: { kind: 'assume', questionId: 'b', text: 'No' } });
    expect(open()).toBe(true);
    await session.handle({ type: 'clearAnswer', questionId: 'a' });
    expect(open()).toBe(false);
  });

  it('defers only what has no answer yet', async () => {
    const { session } = await started({ questions: [question('a', true), question('b', false)] });
    await session.handle({ type: 'answer', answer: { kind: 'text', questionId: 'a', text: 'Yes' } });
    await session.handle({ type: 'deferRest' });
    expect(session.input.answers).toEqual([
      { kind: 'text', questionId: 'a', text: 'Yes' },
      { kind: 'defer', questionId: 'b' },
    ]);
  });

  it('offers templates made for the kind of source first, and again when the kind changes', async () => {
    const { session } = await started();
    expect(session.state.template).toMatchObject({ selected: 'agent-ready' });
    await session.handle({ type: 'setKind', kind: 'conversation' });
    expect(session.state.template.selected).toBe('feature');
    expect(session.state.template.items.map(({ id, suits }) => [id, suits])).toEqual([
      ['feature', true],
      ['agent-ready', false],
    ]);
    await session.handle({ type: 'selectTemplate', id: 'agent-ready' });
    expect(session.state.template.selected).toBe('agent-ready');
    expect(session.state.generate.output).toBe('specs/agent-ready.md');
  });

  it('asks and drafts in the language of the source, or in the one that is chosen', async () => {
    const prd =
      'Wer ein Buch lesen möchte, ruft an, und das ist nicht gut, weil der Zettel mit der Vormerkung fehlt.';
    const { session } = setUp({
      sources: { 'prds/invites.md': source({ text: prd }) },
      templates: [spoken],
    });
    await session.start();
    await session.handle({ type: 'selectSource', path: 'prds/invites.md' });
    expect(session.state.template).toMatchObject({
      language: 'auto',
      spoken: 'Deutsch',
      languages: [
        { id: 'en', name: 'English' },
        { id: 'de', name: 'Deutsch' },
      ],
    });
    expect(session.state.template.items.map(({ name, sections }) => [name, sections])).toEqual([
      ['Plan', ['Überblick']],
    ]);
    await session.handle({ type: 'selectLanguage', id: 'en' });
    expect(session.state.template).toMatchObject({ language: 'en', spoken: 'English' });
    expect(session.state.template.items[0]?.sections).toEqual(['Overview']);
  });

  it('drops what was read for a source that is no longer chosen', async () => {
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    const { session, world } = setUp({
      sources: { 'slow.md': source({ title: 'Slow' }), 'quick.md': source({ title: 'Quick' }) },
      reading: (path) => (path === 'slow.md' ? slow : Promise.resolve()),
    });
    await session.start();
    const choosing = session.handle({ type: 'selectSource', path: 'slow.md' });
    await session.handle({ type: 'selectSource', path: 'quick.md' });
    release();
    await choosing;
    expect(world.calls).toEqual(['read slow.md', 'read quick.md']);
    expect(session.state.source).toMatchObject({
      selected: 'quick.md',
      loading: false,
      summary: { title: 'Quick' },
    });
  });

  it('keeps a chosen template for another source of the same kind, and for no other', async () => {
    const initiative = source({ path: 'initiatives/pool.md', kind: 'initiative' });
    const { session } = await started({
      sources: {
        'prds/invites.md': source(),
        'prds/other.md': source({ path: 'prds/other.md' }),
        'initiatives/pool.md': initiative,
      },
      templates: [
        template('agent-ready', { for: ['prd'] }),
        template('feature', { for: ['prd'] }),
        template('rfc', { for: ['initiative'] }),
      ],
    });
    await session.handle({ type: 'selectTemplate', id: 'feature' });
    await session.handle({ type: 'selectSource', path: 'initiatives/pool.md' });
    expect(session.state.template.selected).toBe('rfc');
    expect(session.state.generate.output).toBe('specs/rfc.md');
    await session.handle({ type: 'selectSource', path: 'prds/other.md' });
    expect(session.state.template.selected).toBe('feature');
    expect(session.state.generate.output).toBe('specs/feature.md');
  });

  it('is gone on with by who wants a new spec where it was begun for one, and not where answers are edited', async () => {
    const { session } = await started();
    expect([session.goesOnFor(null), session.goesOnFor(chosen.source)]).toEqual([true, true]);
    expect(session.goesOnFor('prds/other.md')).toBe(false);
    const editing = await started(
      { sources: { 'prds/invites.md': source(), 'prds/other.md': source({ path: 'prds/other.md' }) } },
      { ...chosen, answersOf: 'specs/done.md', template: 'feature', language: 'de' },
    );
    expect([null, chosen.source].map((path) => editing.session.goesOnFor(path))).toEqual([false, false]);
    // What was chosen for that spec is not what a person chose for the next.
    await editing.session.handle({ type: 'selectSource', path: 'prds/other.md' });
    expect(editing.session.input).toMatchObject({ answersOf: null, template: null, language: null });
    expect(editing.session.goesOnFor(null)).toBe(true);
  });

  it('knows after a reload that its spec is written, as long as it is there', async () => {
    const first = await started({ files: { 'specs/agent-ready.md': '# Spec' } });
    await first.session.handle({ type: 'generate' });
    await settled();
    const stored = readWizardInput(JSON.parse(JSON.stringify(first.session.input)));
    expect(stored?.written).toBe('specs/agent-ready.md');

    const again = setUp({ files: { 'specs/agent-ready.md': '# Spec' } }, stored ?? {});
    expect(again.session.goesOnFor(chosen.source)).toBe(false);
    await again.session.start();
    expect(again.session.state.generate).toMatchObject({
      phase: 'done',
      result: { path: 'specs/agent-ready.md' },
    });
    expect(again.session.goesOnFor(chosen.source)).toBe(false);

    const gone = setUp({}, stored ?? {});
    await gone.session.start();
    expect(gone.session.state.generate).toMatchObject({ phase: 'idle', result: null });
    expect(gone.session.goesOnFor(chosen.source)).toBe(true);
  });

  it('begins anew with another source, whatever was written from the first', async () => {
    const { session } = await started({
      files: { 'specs/agent-ready.md': '# Spec' },
      sources: { 'prds/invites.md': source(), 'prds/other.md': source({ path: 'prds/other.md' }) },
    });
    await session.handle({ type: 'generate' });
    await settled();
    await session.handle({ type: 'selectSource', path: 'prds/other.md' });
    expect(session.input.written).toBeNull();
    expect(session.state.generate.phase).toBe('idle');
  });

  it('names no spec outside of the workspace that a page says was written', async () => {
    const asked: string[] = [];
    const { session } = setUp({}, { ...chosen, written: '../../secret.md' });
    session.onDidChange(() => asked.push(session.state.generate.result?.path ?? ''));
    await session.start();
    expect(new Set(asked)).toEqual(new Set(['']));
  });

  it('brings the question before the person that they came to answer, and again when they come again', async () => {
    const { session } = await started(
      { questions: [question('a', true), question('b', false)] },
      { ...chosen, answersOf: 'specs/done.md' },
    );
    await session.pointAt('b');
    expect(session.state.step).toBe('questions');
    expect(session.state.questions.pointedAt).toEqual({ question: 'b', turn: 1 });
    await session.handle({ type: 'goTo', step: 'context' });
    await session.pointAt('b');
    expect(session.state.step).toBe('questions');
    expect(session.state.questions.pointedAt).toEqual({ question: 'b', turn: 2 });
  });

  it('points at no question any more once the person has gone on by themselves or answered', async () => {
    const { session } = await started(
      { questions: [question('a', true), question('b', false)] },
      { ...chosen, answersOf: 'specs/done.md' },
    );
    const answer = { kind: 'text', questionId: 'a', text: 'Yes' } as const;
    for (const message of [
      { type: 'goTo', step: 'context' },
      { type: 'answer', answer },
      { type: 'clearAnswer', questionId: 'a' },
      { type: 'deferRest' },
    ] as const) {
      await session.pointAt('b');
      expect(session.state.questions.pointedAt?.question).toBe('b');
      await session.handle(message);
      expect(session.state.questions.pointedAt).toBeNull();
    }
  });

  it('gives the answers back when the person returns to a source', async () => {
    const { session } = await started({
      questions: [question('a', true)],
      sources: { 'prds/invites.md': source(), 'prds/other.md': source({ path: 'prds/other.md' }) },
    });
    const answer = { kind: 'text', questionId: 'a', text: 'Yes' } as const;
    await session.handle({ type: 'answer', answer });
    await session.handle({ type: 'selectSource', path: 'prds/other.md' });
    expect(session.input.answers).toEqual([]);
    await session.handle({ type: 'selectSource', path: 'prds/invites.md' });
    expect(session.input.answers).toEqual([answer]);
  });

  it('says why a source can not be read and what to do', async () => {
    const { session } = await started({
      sources: { 'prds/invites.md': new FileSystemError('no-access', 'prds/invites.md') },
    });
    const { notice, summary } = session.state.source;
    expect(notice?.text).toContain('permission');
    expect(notice?.actions.map(({ id }) => id)).toEqual(['browseSource', 'reload']);
    expect(summary).toBeNull();
    expect(session.state.steps.filter(({ reachable }) => reachable)).toHaveLength(1);
  });

  it('shows a document that was left out so that it can be put back', async () => {
    const { session } = await started();
    const documents = () => session.state.context.documents.map(({ path, included }) => [path, included]);
    expect(documents()).toEqual([['AGENTS.md', true]]);
    await session.handle({ type: 'toggleDocuments', paths: ['AGENTS.md'], included: false });
    expect(documents()).toEqual([['AGENTS.md', false]]);
    expect(session.state.context.documents[0]).toMatchObject({ reason: 'Left out by hand', byHand: true });
    expect(session.state.context.withheld).toEqual([]);
    await session.handle({ type: 'toggleDocuments', paths: ['AGENTS.md'], included: true });
    expect(documents()).toEqual([['AGENTS.md', true]]);
    expect(session.input).toMatchObject({ excludedDocuments: [], includedDocuments: [] });
  });

  it('remembers of many documents only those that are not as wanted already', async () => {
    const { session } = await started();
    await session.handle({
      type: 'toggleDocuments',
      paths: ['AGENTS.md', 'research/a.md', 'prds/invites.md'],
      included: true,
    });
    expect(session.input).toMatchObject({ excludedDocuments: [], includedDocuments: ['research/a.md'] });
    await session.handle({ type: 'toggleDocuments', paths: ['AGENTS.md', 'research/a.md'], included: false });
    expect(session.input).toMatchObject({ excludedDocuments: ['AGENTS.md'], includedDocuments: [] });
  });

  it('takes each of two quick choices about a document at its word', async () => {
    const { session } = await started();
    await Promise.all([
      session.handle({ type: 'toggleDocuments', paths: ['AGENTS.md'], included: false }),
      session.handle({ type: 'toggleDocuments', paths: ['AGENTS.md'], included: true }),
    ]);
    expect(session.input).toMatchObject({ excludedDocuments: [], includedDocuments: [] });
  });

  it('adds a document that the person picked', async () => {
    const { session } = await started();
    await session.handle({ type: 'browseDocument' });
    expect(session.input.includedDocuments).toEqual(['../handbook/style.md']);
  });

  it('fits the context anew when a model with another window is chosen', async () => {
    const windows: (number | null)[] = [];
    const { session } = await started({ gathered: (window) => windows.push(window) });
    await session.handle({ type: 'selectModel', id: 'large' });
    await session.handle({ type: 'selectModel', id: 'large' });
    await session.handle({ type: 'selectModel', id: 'outline' });
    expect(windows).toEqual([null, 32_000, null]);
  });

  it('takes the model that a person connects meanwhile, and counts its prompt, beside a finished draft too', async () => {
    const { session } = await started({ model: model() });
    await session.handle({ type: 'goTo', step: 'generate' });
    await session.handle({ type: 'selectModel', id: 'outline' });
    await session.handle({ type: 'generate' });
    await settled();
    expect(session.state.generate).toMatchObject({ phase: 'done', selectedModel: 'outline' });
    await session.modelsChanged('test');
    expect(session.state.generate).toMatchObject({
      phase: 'done',
      selectedModel: 'test',
      promptTokens: 1200,
    });
  });

  it('leaves a draft under way with the model that it was begun with', async () => {
    const { session } = await started({ model: model() });
    await session.handle({ type: 'goTo', step: 'generate' });
    await session.handle({ type: 'selectModel', id: 'outline' });
    const drafting = session.handle({ type: 'generate' });
    for (let turns = 0; turns < 100 && !session.busy; turns += 1) await Promise.resolve();
    expect(session.busy).toBe(true);
    await session.modelsChanged('test');
    expect(session.state.generate).toMatchObject({ selectedModel: 'outline' });
    await drafting;
    await settled();
    expect(session.state.generate).toMatchObject({ phase: 'done', selectedModel: 'outline' });
  });

  it('counts the prompt where another model became the usual one', async () => {
    const { session, world } = await started();
    await session.handle({ type: 'goTo', step: 'generate' });
    expect(session.state.generate).toMatchObject({ selectedModel: 'outline', promptTokens: 0 });
    world.model = model();
    world.defaultModel = 'test';
    await session.modelsChanged(null);
    expect(session.state.generate).toMatchObject({ selectedModel: 'test', promptTokens: 1200 });
  });

  it('asks for a folder where none is open, and reads nothing', async () => {
    const { session, world } = await started({ workspace: null });
    expect(session.state.notice?.actions.map(({ id }) => id)).toEqual(['openFolder']);
    expect(world.calls).toEqual([]);
    await session.handle({ type: 'noticeAction', id: 'openFolder' });
    expect(world.calls).toEqual(['open folder']);
  });

  it('restores what was entered, on the step where it was', async () => {
    const { session } = await started(
      { questions: [question('a', true)] },
      {
        ...chosen,
        step: 'generate',
        answers: [{ kind: 'defer', questionId: 'a' }],
        template: 'feature',
        output: 'own/path.md',
      },
    );
    expect(session.state).toMatchObject({
      step: 'generate',
      template: { selected: 'feature' },
      generate: { output: 'own/path.md' },
    });
  });

  describe('Generate', () => {
    it('writes to the path shown, with the answers given', async () => {
      const { session, world } = await started({ questions: [question('a', true), question('b', false)] });
      await session.handle({ type: 'answer', answer: { kind: 'text', questionId: 'a', text: 'Yes' } });
      await session.handle({ type: 'setOutput', path: ' own/path.md ' });
      await session.handle({ type: 'generate' });
      await settled();
      expect(world.drafted).toEqual([
        {
          output: 'own/path.md',
          answers: [
            { kind: 'text', questionId: 'a', text: 'Yes' },
            { kind: 'defer', questionId: 'b' },
          ],
        },
      ]);
      expect(session.state.generate.result?.path).toBe('own/path.md');
      expect(world.calls).toContain('remember outline');
    });

    it('writes nothing in a workspace that is not trusted, and offers to trust it', async () => {
      const { session, world } = await started({ trusted: false });
      await session.handle({ type: 'generate' });
      expect(world.drafted).toEqual([]);
      expect(session.state.generate.notice?.actions.map(({ id }) => id)).toEqual(['manageTrust']);
      await session.handle({ type: 'noticeAction', id: 'manageTrust' });
      expect(world.calls).toContain('manage trust');
      world.trusted = true;
      await session.trustGranted();
      expect(session.state.generate.notice).toBeNull();
    });

    it('writes nothing where the path is a problem', async () => {
      const { session, world } = await started({ outputProblem: (path) => `${path} exists.` });
      await session.handle({ type: 'generate' });
      expect(world.drafted).toEqual([]);
      expect(session.state.generate.notice?.text).toBe('specs/agent-ready.md exists.');
    });

    it('says what is wrong with the model and how to go on', async () => {
      const connect: ModelFailure = { code: 'unauthorized', message: 'No key.', remedy: 'Set it.' };
      const { session, world } = await started({ connect });
      await session.handle({ type: 'generate' });
      expect(session.state.generate).toMatchObject({ phase: 'idle', notice: { text: 'No key. Set it.' } });
      await session.handle({ type: 'noticeAction', id: 'useOutline' });
      expect(session.input.model).toBe('outline');
      world.connect = null;
      await session.handle({ type: 'generate' });
      await settled();
      expect(session.state.generate.phase).toBe('done');
    });

    it('starts one draft, however often it is pressed', async () => {
      const { session, world } = await started();
      await Promise.all([session.handle({ type: 'generate' }), session.handle({ type: 'generate' })]);
      await settled();
      expect(world.drafted).toHaveLength(1);
    });
  });

  describe('with corrections', () => {
    const bullets = (...items: readonly string[]): Source =>
      readSource({
        path: 'prds/invites.md',
        bytes: new TextEncoder().encode(
          ['# Invites', '', '## Features', '', ...items.map((item) => `- ${item}`), ''].join('\n'),
        ),
      });
    const three = (): Source =>
      bullets('Owners invite by mail', 'Guests accept within a week', 'Owners take invitations back');
    const shown = ({ session }: ReturnType<typeof setUp>): readonly string[] =>
      session.state.source.summary?.requirements.map(({ id }) => id) ?? [];
    const file = 'specs/feature.corrections.json';

    async function opened(change: Partial<World> = {}, input: Partial<WizardInput> = {}) {
      const run = setUp(
        { sources: { 'prds/invites.md': three() }, ...change },
        { source: 'prds/invites.md', template: 'feature', ...input },
      );
      await run.session.start();
      return run;
    }

    it('shows what is left, writes them beside the spec and takes them back one by one', async () => {
      const run = await opened();
      await run.session.handle({ type: 'correct', wish: { type: 'merge', ids: ['R-001', 'R-003'] } });
      await run.session.handle({
        type: 'correct',
        wish: { type: 'add', kind: 'functional', title: 'Mails are logged', text: '' },
      });
      expect(shown(run)).toEqual(['R-001', 'R-002', 'R-004']);
      expect(run.world.corrections.get(file)?.corrections.map(({ type }) => type)).toEqual(['merge', 'add']);
      expect(run.session.state.source.summary).toMatchObject({
        correctionsPath: file,
        corrections: [{ text: 'R-003 merged into R-001', problem: null }, { problem: null }],
      });
      await run.session.handle({ type: 'undoCorrection', index: 0 });
      expect(shown(run)).toEqual(['R-001', 'R-002', 'R-003', 'R-004']);
      await run.session.handle({ type: 'resetCorrections' });
      expect(shown(run)).toEqual(['R-001', 'R-002', 'R-003']);
      // Nothing lies about that says nothing.
      expect([...run.world.corrections]).toEqual([]);
    });

    it('says that a passage is gone which is to be a requirement, and says nothing of one that was made one before', async () => {
      const text = '# Invites\n\n## Risks\n\n- Mails must never go twice\n\n## Features\n\n- Owners invite\n';
      const bytes = new TextEncoder().encode(text);
      const run = await opened({
        sources: { 'prds/invites.md': readSource({ path: 'prds/invites.md', bytes }) },
      });
      const promote = (line: number) =>
        run.session.handle({
          type: 'correct',
          wish: { type: 'promote', line, text: 'Mails must never go twice' },
        });
      await promote(99);
      expect(run.session.state.source.notice).toMatchObject({
        severity: 'warning',
        text: expect.stringContaining('no longer in the source') as unknown,
      });
      expect(shown(run)).toEqual(['R-001']);
      await promote(5);
      expect(run.session.state.source.notice).toBeNull();
      await promote(5);
      expect(shown(run)).toEqual(['R-001', 'R-002']);
      expect(run.session.state.source.notice).toBeNull();
    });

    it('makes a requirement of a passage that was read as none, and lists it again once that is undone', async () => {
      const text =
        '# Invites\n\n## Risks\n\n- Mails must never go twice\n\n## Features\n\n- Owners invite\n- Guests accept\n';
      const prd = readSource({ path: 'prds/invites.md', bytes: new TextEncoder().encode(text) });
      const run = await opened({ sources: { 'prds/invites.md': prd } });
      const unread = () => run.session.state.source.summary?.unread;
      const passage = { line: 5, text: 'Mails must never go twice', role: 'risk', possible: true };
      const before = [{ title: 'Risks', line: 3, passages: [passage] }];
      expect(unread()).toEqual(before);
      await run.session.handle({ type: 'correct', wish: { type: 'promote', line: 5, text: 'Another' } });
      expect(shown(run)).toEqual(['R-001', 'R-002']);
      await run.session.handle({ type: 'correct', wish: { type: 'promote', line: 5, text: passage.text } });
      expect(shown(run)).toEqual(['R-001', 'R-002', 'R-003']);
      expect(unread()).toEqual([]);
      expect(run.session.state.source.summary?.requirements.at(-1)).toMatchObject({ line: 5, added: true });
      await run.session.handle({ type: 'undoCorrection', index: 0 });
      expect(unread()).toEqual(before);
    });

    it('ignores wishes about requirements that are not there', async () => {
      const run = await opened();
      await run.session.handle({
        type: 'correct',
        wish: { type: 'drop', id: 'R-009', as: 'out-of-scope', reason: '' },
      });
      await run.session.handle({ type: 'undoCorrection', index: 4 });
      expect(shown(run)).toEqual(['R-001', 'R-002', 'R-003']);
      expect(run.world.calls.filter((call) => call.startsWith('corrections'))).toEqual([]);
    });

    it('takes their file along when the path of the spec changes', async () => {
      const run = await opened();
      await run.session.handle({ type: 'correct', wish: { type: 'retype', id: 'R-001', kind: 'ears' } });
      await run.session.handle({ type: 'setOutput', path: 'specs/other.md' });
      expect([...run.world.corrections.keys()]).toEqual(['specs/other.corrections.json']);
    });

    it('drafts from what is left, with the corrections found beside an earlier spec carried along', async () => {
      const corrections = [
        { type: 'add', id: 'R-009', kind: 'other', title: 'Mails are logged', text: '' },
      ] as const;
      const found = {
        path: 'specs/old.corrections.json',
        file: { version: 1, source: 'prds/invites.md', revision: 3, corrections },
      } as const;
      const run = await opened({ records: { ...noRecords, corrections: found } });
      expect(shown(run)).toEqual(['R-001', 'R-002', 'R-003', 'R-009']);
      expect(run.session.state.source.summary?.correctionsPath).toBe('specs/old.corrections.json');
      await run.session.handle({ type: 'generate' });
      expect(run.world.corrections.get(file)).toMatchObject({ revision: 3, corrections });
    });

    it('writes a later revision than the one that was found, and says so when all are removed', async () => {
      const corrections = [
        { type: 'add', id: 'R-009', kind: 'other', title: 'Mails are logged', text: '' },
      ] as const;
      const found = {
        path: 'specs/old.corrections.json',
        file: { version: 1, source: 'prds/invites.md', revision: 3, corrections },
      } as const;
      const run = await opened({ records: { ...noRecords, corrections: found } });
      await run.session.handle({ type: 'resetCorrections' });
      expect(shown(run)).toEqual(['R-001', 'R-002', 'R-003']);
      expect(run.world.corrections.get(file)).toMatchObject({ revision: 4, corrections: [] });
    });

    it('keeps them in the stored input, which odd data can not break', async () => {
      const run = await opened();
      await run.session.handle({
        type: 'correct',
        wish: { type: 'drop', id: 'R-002', as: 'not-a-requirement', reason: 'a wish' },
      });
      const stored: unknown = JSON.parse(
        JSON.stringify({
          ...run.session.input,
          corrections: [...(run.session.input.corrections ?? []), { type: 'run' }, 7],
        }),
      );
      const again = await opened({}, readWizardInput(stored) ?? {});
      expect(shown(again)).toEqual(['R-001', 'R-003']);
    });

    it('does not write into a workspace that is not trusted', async () => {
      const run = await opened({ trusted: false });
      await run.session.handle({ type: 'correct', wish: { type: 'retype', id: 'R-001', kind: 'ears' } });
      expect([...run.world.corrections]).toEqual([]);
      expect(run.session.state.source.summary?.correctionsPath).toBeNull();
    });

    it('holds after the document was edited', async () => {
      const run = await opened();
      await run.session.handle({
        type: 'correct',
        wish: { type: 'drop', id: 'R-002', as: 'out-of-scope', reason: '' },
      });
      const { ids } = run.world.corrections.get(file) ?? {};
      run.world.sources['prds/invites.md'] = bullets(
        'Mails are logged',
        'Owners invite by mail',
        'Guests accept within a week',
        'Owners take invitations back',
      );
      run.world.records = { ...noRecords, previous: ids === undefined ? [] : [ids] };
      await run.session.fileSaved('prds/invites.md');
      expect(shown(run)).toEqual(['R-004', 'R-001', 'R-003']);
    });
  });
});

describe('a page that names what it should not', () => {
  const outside = [
    '../../etc/passwd',
    '/etc/passwd',
    'C:\\a.md',
    '..\\a.md',
    '\\\\host\\a.md',
    'a/../../b.md',
  ];

  it.each(outside)('has nothing read, sent or opened outside of the workspace: %s', async (path) => {
    const { session, world } = await started();
    const before = [...world.calls];
    await session.handle({ type: 'selectSource', path });
    await session.handle({ type: 'toggleDocuments', paths: [path], included: true });
    await session.handle({ type: 'openFile', path });
    await session.handle({ type: 'noticeAction', id: `openAnswers:1:${path}` });
    expect(world.calls).toEqual(before);
    expect(world.included).toEqual([]);
    expect(session.input.source).toBe('prds/invites.md');
  });

  it('may name what the person chose in the dialog of the editor', async () => {
    const { session, world } = await started({ sources: { '../handbook/style.md': source() } }, {});
    await session.handle({ type: 'browseSource' });
    await session.handle({ type: 'openFile', path: '../handbook/style.md' });
    await session.handle({ type: 'selectSource', path: '../handbook/style.md' });
    expect(world.calls).toContain('open ../handbook/style.md');
    expect(world.calls.filter((call) => call === 'read ../handbook/style.md')).toHaveLength(2);
  });

  it('has no answers, corrections or draft written at a path that has not been judged yet', async () => {
    const { session, world } = await started({
      questions: [question('q', false)],
      outputProblem: (path) => (path.startsWith('/') ? 'Enter a path in the workspace.' : null),
    });
    const answer = { kind: 'text', questionId: 'q', text: 'Yes' } as const;
    // Nothing waits for anything: so fast is no person, but a page may be.
    await Promise.all([
      session.handle({ type: 'setOutput', path: '/a.md' }),
      session.handle({ type: 'answer', answer }),
      session.handle({ type: 'correct', wish: { type: 'add', kind: 'story', title: 'A', text: 'B' } }),
      session.handle({ type: 'generate' }),
    ]);
    await settled();
    expect(Object.keys(world.files)).toEqual([]);
    expect([...world.corrections.keys()]).toEqual([]);
    expect(world.drafted).toEqual([]);
  });

  it('has no answers written where what it stored says that the spec is, outside of the workspace', async () => {
    const { session, world } = await started(
      { questions: [question('q', false)] },
      { ...chosen, answersOf: '../../a.md' },
    );
    await session.handle({ type: 'answer', answer: { kind: 'text', questionId: 'q', text: 'Yes' } });
    expect(Object.keys(world.files)).toEqual([]);
  });
});

describe('a source that a spec was made from before', () => {
  const records = { ...noRecords, specs: ['specs/invites.md', 'specs/old.md'] };

  it('has the newest named, with a way to open it and one to update it, while a second one stays possible', async () => {
    const { session, world } = await started({ records });
    const { existing } = session.state;
    expect(existing?.text).toContain(
      '2 specs were made from this source already, the newest is specs/invites.md',
    );
    for (const { id } of existing?.actions ?? []) await session.handle({ type: 'noticeAction', id });
    expect(world.calls.slice(-2)).toEqual(['update specs/invites.md', 'open specs/invites.md']);
    await session.handle({ type: 'goTo', step: 'generate' });
    expect(session.state.generate.outputProblem).toBeNull();
    expect(session.state.existing).toEqual(existing);
  });

  it('is not told of the spec that was just written, nor where an artefact or the answers of a spec are at hand', async () => {
    const artefact = { feature: 'invites', id: 'design' };
    for (const input of [{ artefact }, { answersOf: 'specs/invites.md' }])
      expect((await started({ records }, { ...chosen, ...input })).session.state.existing).toBeNull();
    const { session } = await started({ records: { ...noRecords, specs: ['specs/feature.md'] } });
    expect(session.state.existing?.actions).toHaveLength(2);
    await session.handle({ type: 'goTo', step: 'generate' });
    await session.handle({ type: 'setOutput', path: 'specs/feature.md' });
    await session.handle({ type: 'generate' });
    await settled();
    expect(session.state.existing).toBeNull();
  });
});
