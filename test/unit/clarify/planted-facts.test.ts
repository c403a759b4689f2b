import { beforeAll, describe, expect, it } from 'vitest';
import { clarify, settledText } from '../../../src/core/clarify/clarify';
import { readModelQuestions } from '../../../src/core/clarify/model-questions';
import type { Git } from '../../../src/core/ports/git';
import type { ProjectIndex } from '../../../src/core/project/project-index';
import { ProjectReader } from '../../../src/core/project/read-project';
import { readSource } from '../../../src/core/source/read-source';
import type { Source } from '../../../src/core/source/source';
import type { WorkspaceContext } from '../../../src/core/workspace/context';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { InMemoryFiles } from '../in-memory-files';
import { openMatters, plantedFacts, plantedFiles, plantedPrd } from './planted-workspace';

const path = 'prds/berth-swap.md';
const noGit: Git = { read: () => Promise.resolve(null) };

const sourceWith = (open: readonly string[]): Source =>
  readSource({ path, bytes: new TextEncoder().encode(plantedPrd(open)) });

const nothingRead: ProjectIndex = {
  ...{ files: [], symbols: [], scripts: [], dependencies: [], routes: [], tables: [], skipped: [] },
};

let context: WorkspaceContext;
beforeAll(async () => {
  const files = new InMemoryFiles({ ...plantedFiles, [path]: plantedPrd([]) });
  const gathered = await gatherContext({ files, git: noGit }, { source: sourceWith([]) });
  context = { ...gathered, project: await new ProjectReader(files).read(gathered.files) };
});

/** Line of a planted fact, from 1. */
function lineOf({ path: file, line }: (typeof plantedFacts)[number]): number {
  if (line === undefined) return 1;
  const at = (plantedFiles[file] ?? '').split('\n').findIndex((text) => text.includes(line));
  if (at === -1) throw new Error(`${file} does not say ${line}`);
  return at + 1;
}

describe('forty facts planted in a workspace', () => {
  it('are forty', () => {
    expect(plantedFacts).toHaveLength(40);
  });

  it('are not asked where an author leaves them open: each is answered by its file and line', () => {
    const source = sourceWith(plantedFacts.map(({ asked }) => asked));
    const { questions, settled } = clarify({ source, context, template: null });
    expect(questions.map(({ text }) => text)).toEqual([]);
    const missing = plantedFacts.filter((fact) => {
      const answers = settled.find(({ text }) => text === fact.asked)?.answeredBy ?? [];
      return !answers.some(
        (answer) =>
          answer.path === fact.path && answer.line === lineOf(fact) && answer.text.includes(fact.says),
      );
    });
    expect(
      missing.map(({ asked }) => [
        asked,
        settledText(settled.find(({ text }) => text === asked)?.answeredBy ?? []),
      ]),
    ).toEqual([]);
  });

  it('are not asked where a model asks for them in its own words', () => {
    const source = sourceWith([]);
    const unanswered = plantedFacts.filter((fact) => {
      const answer = JSON.stringify({
        questions: [{ area: 'architecture', blocking: true, text: fact.model }],
      });
      const { questions: asked } = readModelQuestions(answer, {
        source,
        files: context.files,
        questions: [],
      });
      const { questions, settled } = clarify({ source, context, template: null, asked });
      expect(asked).toHaveLength(1);
      return (
        questions.length > 0 ||
        settled[0]?.answeredBy.some(({ path: file, line }) => file === fact.path && line === lineOf(fact)) !==
          true
      );
    });
    expect(unanswered.map(({ model }) => model)).toEqual([]);
  });

  it('answer nothing else: what only sounds alike is asked', () => {
    const { questions, settled } = clarify({ source: sourceWith(openMatters), context, template: null });
    expect(settled.map(({ text, answeredBy }) => [text, settledText(answeredBy)])).toEqual([]);
    expect(questions.map(({ text }) => text).sort()).toEqual([...openMatters].sort());
  });

  it('do not answer where the workspace does not show them', () => {
    const source = sourceWith(plantedFacts.map(({ asked }) => asked));
    const empty = { ...context, documents: [], files: [], project: nothingRead };
    const bare = {
      ...empty,
      stack: { ...context.stack, languages: [], frameworks: [], orms: [], databases: [], migrations: null },
    };
    const { questions } = clarify({ source, context: bare, template: null });
    expect(questions.length).toBeGreaterThan(30);
  });
});
