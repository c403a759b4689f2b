import { describe, expect, it } from 'vitest';
import { clarify } from '../../../src/core/clarify/clarify';
import type { Question } from '../../../src/core/clarify/question';
import { draftPrompt } from '../../../src/core/prompt/draft-prompt';
import { noRecords } from '../../../src/core/receipt/find-records';
import { readHeader } from '../../../src/host/generation/journal/journal-header';
import { prepareAgain } from '../../../src/host/generation/resume/prepare-again';
import { context, source, template } from './drafting';
import { project } from './wizard/wizard-session-world';

const asked: Question = {
  id: 'model:3f2a',
  area: 'security',
  blocking: true,
  text: 'Who may revoke a link?',
  why: 'It decides the endpoint.',
  options: [{ text: 'Owners alone', recommended: true }],
  evidence: [],
  origin: 'model',
  followUps: [],
};

const workspace: Parameters<typeof prepareAgain>[0] = {
  discoverTemplates: () => Promise.resolve({ templates: [template('rfc')], problems: [] }),
  readSource: () => Promise.resolve({ source: source(), unsaved: false, records: noRecords }),
  gatherContext: () => Promise.resolve(context()),
  readProject: () => Promise.resolve(project),
  clarify,
  clock: { now: () => new Date('2026-01-31T10:00:00Z'), timeZone: () => 'UTC' },
};

/** As an editor of today writes it, or one that knew of no questions of models. */
const header = (more: Record<string, unknown>): string =>
  JSON.stringify({
    version: 1,
    folder: 'file:///work',
    source: { path: 'prds/invites.md', kind: 'prd', sha256: '0'.repeat(64) },
    template: { id: 'rfc', sha256: '1'.repeat(64) },
    output: 'specs/invites.md',
    answers: [{ kind: 'text', questionId: asked.id, text: 'Owners alone' }],
    excludedDocuments: [],
    includedDocuments: [],
    stackEdits: [],
    model: 'openai',
    begun: '2026-01-31T01:02:03.004Z',
    process: 1,
    ...more,
  });

describe('a draft that is prepared again', () => {
  it('has the questions that a model asked, with their answers', async () => {
    const kept = readHeader(header({ asked: [asked] }));
    if (kept === null) throw new Error('The header can not be read.');
    const again = await prepareAgain(workspace, kept, kept.output, null, new AbortController().signal);
    const { brief, changed } = again ?? {};
    expect(changed).toEqual([]);
    expect(brief?.questions.map(({ id }) => id)).toContain(asked.id);
    const prompt = brief === undefined ? '' : (draftPrompt(brief).at(-1)?.content ?? '');
    expect(prompt).toContain('Who may revoke a link?');
    expect(prompt).toContain('Owners alone');
  });

  it('goes on from a journal that knows of no such questions', () => {
    expect(readHeader(header({}))?.asked).toEqual([]);
  });
});
