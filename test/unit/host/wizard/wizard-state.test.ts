import { describe, expect, it } from 'vitest';
import { emptyWriting } from '../../../../src/host/source-writing/writing-data';
import { idleGeneration } from '../../../../src/host/generation/generation-snapshot';
import type { WizardData } from '../../../../src/host/wizard/data/wizard-data';
import { notAsking, nothingAsked, notLoaded } from '../../../../src/host/wizard/data/wizard-data';
import { wizardState } from '../../../../src/host/wizard/state/wizard-state';
import { stackFacets } from '../../../../src/core/workspace/stack/stack-facets';
import { readSource } from '../../../../src/core/source/read-source';
import { context, source, template } from '../drafting';
import { emptyInput } from '../../../../src/shared/wizard/wizard-input';

function data(change: Partial<WizardData> = {}): WizardData {
  return {
    input: { ...emptyInput, source: 'prds/invites.md' },
    workspace: 'example',
    trusted: true,
    notice: null,
    candidates: [],
    source: { loading: false, value: source(), notice: null },
    reading: null,
    correctionsPath: null,
    context: { loading: false, value: context(), notice: null },
    project: { state: 'waiting', value: null },
    templates: [template('small')],
    templateProblems: [],
    defaultLanguage: 'auto',
    displayLanguage: 'en',
    clarification: nothingAsked,
    answersNotice: null,
    pointedAt: null,
    asking: notAsking,
    models: [],
    openai: { baseUrl: '', modelName: '', hasKey: false },
    defaultModel: 'outline',
    suggestedOutput: 'specs/invites.md',
    outputProblem: null,
    judgedOutput: 'specs/invites.md',
    promptTokens: 0,
    estimate: null,
    writing: emptyWriting,
    generation: idleGeneration,
    generateNotice: null,
    ...change,
  };
}

describe("the wizard's state", () => {
  it('lists what could be a requirement first where there are too many passages, and says how many are not listed', () => {
    const notes = Array.from({ length: 1100 }, (_, index) => `- Note ${index} of the spring`).join('\n');
    const text = `# Desk\n\n## Background\n\n${notes}\n\n## Risks\n\n- Mails must never go twice\n`;
    const value = readSource({ path: 'prds/desk.md', bytes: new TextEncoder().encode(text) });
    const { summary } = wizardState(data({ source: { loading: false, value, notice: null } })).source;
    expect(summary?.unread.map(({ passages }) => passages.length)).toEqual([999, 1]);
    expect(summary?.unreadMore).toBe(101);
  });

  it('has a row for each facet of the stack, and each value with its line', () => {
    const stack = {
      ...context().stack,
      languages: [
        { name: 'Go', version: '1.23', evidence: 'go.mod', line: 3 },
        { name: 'TypeScript', version: '5.6', evidence: 'web/package.json', line: 9 },
      ],
      frameworks: [
        { name: 'React', version: '19', evidence: 'web/package.json', line: 7 },
        { name: 'Vite', version: null, evidence: 'web/package.json', line: 8 },
      ],
    };
    const { context: shown } = wizardState(
      data({ context: { loading: false, value: context({ stack }), notice: null } }),
    );
    const rows = shown.stack.filter(({ values }) => values.length > 0);
    expect(
      rows.map(({ facet, values }) => [
        facet,
        ...values.map((value) => `${value.text} @ ${value.evidence}:${value.line}`),
      ]),
    ).toEqual([
      ['languages', 'Go 1.23 @ go.mod:3', 'TypeScript 5.6 @ web/package.json:9'],
      ['frameworks', 'React 19 @ web/package.json:7', 'Vite @ web/package.json:8'],
    ]);
    // The rest waits for the person.
    expect(shown.stack).toHaveLength(stackFacets.length);
  });

  it('says what a template expects of the stack and the workspace does not have', () => {
    const made = template('go', { stack: { languages: ['Go'], ci: ['GitHub Actions'] } });
    const stack = {
      ...context().stack,
      languages: [{ name: 'Rust', version: '1.84', evidence: 'Cargo.toml', line: 3 }],
    };
    const { template: shown } = wizardState(
      data({ templates: [made], context: { loading: false, value: context({ stack }), notice: null } }),
    );
    expect(shown.items[0]?.mismatches).toEqual([
      { facet: 'languages', expected: 'Go', found: ['Rust 1.84'] },
      { facet: 'ci', expected: 'GitHub Actions', found: [] },
    ]);
  });

  it('shows what a completed spec declares, and how much of it there is', () => {
    const text = `## API\n${Array.from({ length: 50 }, (_, index) => `\`GET /tides/${index}\``).join('\n\n')}`;
    const spec = {
      path: 'specs/tides.md',
      kind: 'completed-spec',
      reason: '',
      title: 'Tides',
      bytes: 1,
      tokens: 1,
      sha256: '9'.repeat(64),
      truncated: false,
      text,
    } as const;
    const { context: shown } = wizardState(
      data({ context: { loading: false, value: context({ documents: [spec] }), notice: null } }),
    );
    const facts = shown.documents[0]?.facts;
    expect(facts?.count).toBe(50);
    expect(facts?.shown).toHaveLength(40);
    expect(facts?.shown[0]).toEqual({ kind: 'endpoint', name: 'GET /tides/0', detail: '', line: 2 });
  });

  it('puts the values of a finding into its message', () => {
    const finding = {
      check: 'vague',
      severity: 'warning',
      message: '{0} has no acceptance criteria.',
      args: ['US-004'],
      fixable: false,
      line: 7,
      column: 1,
      endLine: 7,
      endColumn: 2,
    } as const;
    const { source: shown } = wizardState(
      data({ source: { loading: false, value: source({ findings: [finding] }), notice: null } }),
    );
    expect(shown.summary?.findings).toEqual([
      { severity: 'warning', message: 'US-004 has no acceptance criteria.', line: 7 },
    ]);
  });

  it('shows short commits', () => {
    const git = {
      branch: 'main',
      commit: 'a'.repeat(40),
      dirty: false,
      userName: 'Ann',
      recentCommits: [{ hash: 'b'.repeat(40), subject: 'First' }],
    };
    const { context: shown } = wizardState(
      data({ context: { loading: false, value: context({ git }), notice: null } }),
    );
    expect(shown.git).toMatchObject({ commit: 'aaaaaaa', recent: ['bbbbbbb First'] });
  });

  it('waits on an earlier step while what the chosen one needs is still read', () => {
    const waiting = data({ input: { ...emptyInput, step: 'generate' }, context: notLoaded() });
    expect(wizardState(waiting).step).toBe('questions');
    expect(wizardState({ ...waiting, source: notLoaded() }).step).toBe('source');
    expect(wizardState(data({ input: { ...emptyInput, step: 'generate' } })).step).toBe('generate');
  });

  it('calls no step done before it was shown', () => {
    const done = (input: typeof emptyInput) =>
      wizardState(data({ input }))
        .steps.filter(({ complete }) => complete)
        .map(({ id }) => id);
    expect(done(emptyInput)).toEqual(['source']);
    expect(done({ ...emptyInput, step: 'template' })).toEqual(['source', 'context', 'template']);
    expect(done({ ...emptyInput, furthest: 'template' })).toEqual(['source', 'context', 'template']);
  });
});
