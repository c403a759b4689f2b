import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StackItem, StackProfile } from '../../../src/core/workspace/context';
import type { StackEdit, StackWish } from '../../../src/core/workspace/stack/stack-edits';
import { applyStackEdits, editStack, resetStack } from '../../../src/core/workspace/stack/stack-edits';
import { stackMismatches } from '../../../src/core/workspace/stack/stack-expectation';
import type { StackFacet } from '../../../src/core/workspace/stack/stack-facets';
import { emptyStack, itemsOf, itemText, stackFacets } from '../../../src/core/workspace/stack/stack-facets';

const item = (name: string, version: string | null, evidence: string, line: number): StackItem => ({
  name,
  version,
  evidence,
  line,
});

const detected: StackProfile = {
  ...emptyStack,
  languages: [item('Go', '1.24', 'go.mod', 3), item('TypeScript', null, 'tsconfig.json', 1)],
  databases: [item('PostgreSQL (pgx)', '5.7', 'go.mod', 7)],
  migrations: {
    tool: 'goose',
    folder: 'db/migrations',
    latest: '002_a.sql',
    naming: 'sequence',
    evidence: 'db/migrations/002_a.sql',
    line: 1,
  },
  uiLibrary: item('shadcn/ui', null, 'components.json', 1),
  modules: ['internal/tides'],
};

function after(...wishes: readonly StackWish[]): readonly StackEdit[] {
  return wishes.reduce<readonly StackEdit[]>((edits, wish) => editStack(edits, detected, wish), []);
}

function texts(edits: readonly StackEdit[], facet: StackFacet): readonly string[] {
  return itemsOf(applyStackEdits(detected, edits), facet).map(itemText);
}

describe('a stack that a person sets right', () => {
  it('has another value, in its place, with what was detected', () => {
    const edits = after({ facet: 'languages', from: 'Go 1.24', to: ' Go 1.25\n' });
    expect(edits).toEqual([{ facet: 'languages', detected: 'Go 1.24', value: 'Go 1.25' }]);
    expect(applyStackEdits(detected, edits).languages[0]).toEqual({
      name: 'Go',
      version: '1.25',
      evidence: 'go.mod',
      line: 3,
      byHand: { detected: 'Go 1.24' },
    });
    expect(texts(edits, 'languages')).toEqual(['Go 1.25', 'TypeScript']);
  });

  it('has one value more or less', () => {
    const edits = after(
      { facet: 'languages', from: null, to: 'Rust 1.84' },
      { facet: 'languages', from: 'TypeScript', to: null },
    );
    expect(texts(edits, 'languages')).toEqual(['Go 1.24', 'Rust 1.84']);
    expect(applyStackEdits(detected, edits).languages[1]).toMatchObject({
      evidence: '',
      byHand: { detected: null },
    });
  });

  it('is as detected again when a value is set back, or what was added is removed', () => {
    const changed: StackWish = { facet: 'languages', from: 'Go 1.24', to: 'Go 2' };
    expect(after(changed, { facet: 'languages', from: 'Go 2', to: 'Go 1.24' })).toEqual([]);
    const added: StackWish = { facet: 'ci', from: null, to: 'Jenkins' };
    expect(after(added, { facet: 'ci', from: 'Jenkins', to: null })).toEqual([]);
  });

  it('can change what was changed, and what was added', () => {
    expect(
      after(
        { facet: 'languages', from: 'Go 1.24', to: 'Go 2' },
        { facet: 'languages', from: 'Go 2', to: 'Go 3' },
        { facet: 'ci', from: null, to: 'Jenkins' },
        { facet: 'ci', from: 'Jenkins', to: 'Drone' },
      ),
    ).toEqual([
      { facet: 'languages', detected: 'Go 1.24', value: 'Go 3' },
      { facet: 'ci', detected: null, value: 'Drone' },
    ]);
  });

  it('has one value where only one can be', () => {
    const edits = after({ facet: 'uiLibrary', from: null, to: 'MUI 6' });
    expect(edits).toEqual([{ facet: 'uiLibrary', detected: 'shadcn/ui', value: 'MUI 6' }]);
    expect(applyStackEdits(detected, edits).uiLibrary).toMatchObject({ name: 'MUI', version: '6' });
  });

  it('keeps of the migrations what was not changed', () => {
    const edits = after(
      { facet: 'migrationTool', from: 'goose', to: 'Flyway' },
      { facet: 'migrationNaming', from: 'sequence', to: 'version' },
    );
    expect(applyStackEdits(detected, edits).migrations).toEqual({
      ...detected.migrations,
      tool: 'Flyway',
      naming: 'version',
    });
    const gone = after(
      { facet: 'migrationTool', from: 'goose', to: null },
      { facet: 'migrationFolder', from: 'db/migrations', to: null },
    );
    expect(applyStackEdits(detected, gone).migrations).toBeNull();
  });

  it('is reset by value, by facet and as a whole', () => {
    const edits = after(
      { facet: 'languages', from: 'Go 1.24', to: 'Go 2' },
      { facet: 'languages', from: 'TypeScript', to: null },
      { facet: 'ci', from: null, to: 'Jenkins' },
    );
    expect(resetStack(edits, 'languages', 'TypeScript')).toHaveLength(2);
    expect(resetStack(edits, 'languages', null)).toEqual([{ facet: 'ci', detected: null, value: 'Jenkins' }]);
    expect(resetStack(edits, null, null)).toEqual([]);
  });

  it('holds no secret', () => {
    const token = ['ghp', 'x7Kd92mQpL4vTz81RbNc5WsYhE3uJa60GfXo'].join('_');
    expect(JSON.stringify(after({ facet: 'ci', from: null, to: `Jenkins ${token}` }))).not.toContain(token);
  });

  it('stays what a person said when the workspace changes', () => {
    const edits = after(
      { facet: 'languages', from: 'Go 1.24', to: 'Go 2' },
      { facet: 'languages', from: 'TypeScript', to: null },
    );
    const now = { ...detected, languages: [item('Rust', null, 'Cargo.toml', 1)] };
    expect(applyStackEdits(now, edits).languages.map(itemText)).toEqual(['Rust', 'Go 2']);
  });

  it('has every value once, whatever is wished for', () => {
    const value = fc.constantFrom(
      'Go 1.24',
      'TypeScript',
      'Go 2',
      'goose',
      'Jenkins',
      'PostgreSQL (pgx) 5.7',
      ' ',
      null,
    );
    const wish = fc.record({ facet: fc.constantFrom(...stackFacets), from: value, to: value });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 8 }), (wishes) => {
        const edits = after(...wishes);
        for (const facet of stackFacets) {
          const shown = texts(edits, facet);
          expect(new Set(shown).size).toBe(shown.length);
        }
        expect(applyStackEdits(detected, resetStack(edits, null, null))).toEqual(detected);
      }),
    );
  });
});

describe('a stack that a template expects', () => {
  it('may be more exact in the workspace', () => {
    const expected = { languages: ['go', 'TypeScript'], databases: ['PostgreSQL'], migrationTool: ['goose'] };
    expect(stackMismatches(expected, detected)).toEqual([]);
  });

  it('is told apart from what the workspace has, and from what it has not at all', () => {
    expect(stackMismatches({ languages: ['G', 'Rust'], ci: ['GitHub Actions'] }, detected)).toEqual([
      { facet: 'languages', expected: 'G', found: ['Go 1.24', 'TypeScript'] },
      { facet: 'languages', expected: 'Rust', found: ['Go 1.24', 'TypeScript'] },
      { facet: 'ci', expected: 'GitHub Actions', found: [] },
    ]);
  });
});
