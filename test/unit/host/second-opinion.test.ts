import { describe, expect, it } from 'vitest';
import type { WorkspaceFolder } from 'vscode';
import type { ProjectIndex, ProjectSymbol } from '../../../src/core/project/project-index';
import type { ProjectIndexes } from '../../../src/host/project/project-indexes';
import { SecondOpinion } from '../../../src/host/project/second-opinion';

const folder = { uri: { toString: () => 'file:///work' } } as WorkspaceFolder;

function symbol(name: string, container: string | null = null): ProjectSymbol {
  return { name, container, path: 'a.ts', kind: 'method', line: 1, exported: true, signature: name };
}

function index(...symbols: readonly ProjectSymbol[]): ProjectIndex {
  return {
    ...{ files: ['a.ts'], symbols, scripts: [], dependencies: [], routes: [], tables: [], skipped: [] },
  };
}

/** Projects whose language extension answers with what is given. */
function answering(answer: () => Promise<readonly ProjectSymbol[]>): ProjectIndexes {
  return { symbolsOf: () => ({ symbolsOf: answer }) } as unknown as ProjectIndexes;
}

describe('a second opinion on a file', () => {
  it('does not count where files changed before it came', async () => {
    let answer = (_: readonly ProjectSymbol[]): void => undefined;
    const opinion = new SecondOpinion(
      answering(
        () =>
          new Promise((resolve) => {
            answer = resolve;
          }),
      ),
    );
    const asking = opinion.ask(folder, index(), ['a.ts']);
    opinion.forget();
    answer([symbol('close')]);
    expect(await asking).toBe(false);
    const project = index();
    expect(opinion.added(folder, project)).toBe(project);
  });

  it('knows a member of a type whose file has another type with a member of that name', async () => {
    const opinion = new SecondOpinion(
      answering(() => Promise.resolve([symbol('close', 'Reader'), symbol('close', 'Writer')])),
    );
    const project = index(symbol('close', 'Reader'));
    expect(await opinion.ask(folder, project, ['a.ts'])).toBe(true);
    expect(opinion.added(folder, project).symbols).toEqual([
      symbol('close', 'Reader'),
      symbol('close', 'Writer'),
    ]);
  });
});
