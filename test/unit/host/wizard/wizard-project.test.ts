import { describe, expect, it, vi } from 'vitest';
import type { ProjectIndex } from '../../../../src/core/project/project-index';
import { emptyStack } from '../../../../src/core/workspace/stack/stack-facets';
import { project, setUp } from './wizard-session-world';
import type { World } from './wizard-session-world';

describe('the code of the workspace', () => {
  const go = { name: 'Go', version: '1.24', evidence: 'go.mod', line: 3 };

  it('is read after the documents, and nobody waits for it', async () => {
    let end = (_: ProjectIndex): void => undefined;
    const reading = new Promise<ProjectIndex>((resolve) => (end = resolve));
    const { session } = setUp({ readingProject: () => reading }, { source: 'prds/invites.md' });
    await session.start();
    expect(session.state.context.project).toEqual({ state: 'reading', counts: null });
    await session.handle({ type: 'goTo', step: 'template' });
    expect(session.state.step).toBe('template');
    end(project);
    await vi.waitFor(() => expect(session.state.context.project.state).toBe('ready'));
    expect(session.state.context.project.counts).toMatchObject({
      files: 1,
      endpoints: 1,
      commands: 1,
      tables: 0,
    });
  });

  it('can be stopped, and is not read again before a person asks for it', async () => {
    let aborted = 0;
    let readings = 0;
    const readingProject: World['readingProject'] = (_files, signal) => {
      readings++;
      return new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => {
          aborted++;
          reject(new Error('aborted'));
        }),
      );
    };
    const { session, world } = setUp({ readingProject }, { source: 'prds/invites.md' });
    await session.start();
    await session.handle({ type: 'stopProject' });
    expect(session.state.context.project).toEqual({ state: 'stopped', counts: null });
    await session.handle({ type: 'toggleDocuments', paths: ['AGENTS.md'], included: false });
    expect([readings, aborted]).toEqual([1, 1]);
    world.readingProject = () => Promise.resolve(project);
    await session.handle({ type: 'readProject' });
    expect(session.state.context.project.state).toBe('ready');
  });

  it('that can not be read leaves the rest as it is', async () => {
    const readingProject = () => Promise.reject(new Error('no'));
    const { session } = setUp({ readingProject }, { source: 'prds/invites.md' });
    await session.start();
    await vi.waitFor(() => expect(session.state.context.project.state).toBe('failed'));
    expect(session.state.context.documents).not.toEqual([]);
  });

  it('goes into the draft, which waits for it, with the stack as the person set it right', async () => {
    let end = (_: ProjectIndex): void => undefined;
    const reading = new Promise<ProjectIndex>((resolve) => (end = resolve));
    const stack = { ...emptyStack, languages: [go] };
    const { session, world } = setUp({ readingProject: () => reading, stack }, { source: 'prds/invites.md' });
    await session.start();
    await session.handle({ type: 'editStack', facet: 'languages', from: 'Go 1.24', to: 'Go 1.25' });
    expect(session.input.stackEdits).toEqual([{ facet: 'languages', detected: 'Go 1.24', value: 'Go 1.25' }]);
    const [languages] = session.state.context.stack;
    expect(languages?.values).toEqual([
      { text: 'Go 1.25', state: 'changed', detected: 'Go 1.24', evidence: 'go.mod', line: 3 },
    ]);
    const generated = session.handle({ type: 'generate' });
    expect(world.drafted).toEqual([]);
    end(project);
    await generated;
    expect(world.briefs[0]?.context.project).toEqual(project);
    expect(world.briefs[0]?.context.stack.languages).toMatchObject([{ name: 'Go', version: '1.25' }]);
    await session.handle({ type: 'resetStack', facet: null, detected: null });
    expect(session.input.stackEdits).toEqual([]);
  });
});
