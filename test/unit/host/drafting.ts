import type { Brief } from '../../../src/core/brief/brief';
import type { LanguageModel } from '../../../src/core/ports/language-model';
import type { DraftJournal } from '../../../src/host/generation/journal/draft-journal';
import type { Source } from '../../../src/core/source/source';
import type { Template } from '../../../src/core/template/template';
import type { WorkspaceContext } from '../../../src/core/workspace/context';
import { emptyStack } from '../../../src/core/workspace/stack/stack-facets';

/** Values to draft with in tests: as small as the types allow. */
export function source(change: Partial<Source> = {}): Source {
  return {
    path: 'prds/invites.md',
    sha256: '0'.repeat(64),
    kind: 'prd',
    title: 'Invites',
    metadata: {},
    requirements: [],
    outOfScope: [],
    facts: [],
    findings: [],
    secrets: [],
    text: '# Invites\n',
    ...change,
  };
}

export function template(id: string, change: Partial<Template> = {}): Template {
  return {
    id,
    name: id,
    summary: `The ${id} template`,
    for: ['prd'],
    output: 'specs/{slug}.md',
    requirements: null,
    budgets: {},
    checks: {},
    covers: [],
    outOfScope: null,
    statuses: [{ name: 'Draft', gapsAllowed: true }],
    checklist: [],
    questions: [],
    sections: [],
    body: '',
    origin: { kind: 'built-in' },
    sha256: '1'.repeat(64),
    model: null,
    role: null,
    ...change,
  };
}

export function context(change: Partial<WorkspaceContext> = {}): WorkspaceContext {
  return {
    documents: [],
    excluded: [],
    withheld: [],
    stack: emptyStack,
    git: null,
    tokens: 0,
    budget: { tokens: 60_000, from: 'default', window: null },
    hash: '2'.repeat(64),
    files: [],
    ...change,
  };
}

export function brief(change: Partial<Brief> = {}): Brief {
  return {
    source: source(),
    context: context(),
    template: template('small'),
    questions: [],
    answers: [],
    date: '2026-01-31',
    timeZone: 'UTC',
    output: 'specs/invites.md',
    author: null,
    ...change,
  };
}

export function model(change: Partial<LanguageModel> = {}): LanguageModel {
  return {
    id: 'test',
    label: 'Test',
    async *stream() {
      yield { type: 'end', outcome: { kind: 'empty' } };
    },
    countTokens: () => Promise.resolve(0),
    ...change,
  };
}

/** A journal that keeps nothing. */
export function journal(change: Partial<DraftJournal> = {}): DraftJournal {
  return {
    id: 'test',
    problem: null,
    nextAnswer: () => undefined,
    append: () => undefined,
    complete: () => undefined,
    written: () => Promise.resolve(),
    end: () => Promise.resolve(),
    remove: () => Promise.resolve(),
    ...change,
  };
}
