import { openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { readSource } from '../../../src/core/source/read-source';
import { findSpecSource } from '../../../src/core/checks/spec-source';
import { readSurroundings } from '../../../src/core/checks/surroundings';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import { readFixtures } from '../../defects/fixture';
import { makeDocument } from './documents';
import { broken, lookAt, type Around } from './hold';
import { shrink } from './shrink';

/** Processor time that one document may take, in milliseconds: the machine may be busy with other things. */
const limit = 1000;
const example = 'examples/team-invites';
const exampleSpecs = ['audit-log', 'workspace-roles'];

/** What one process says of its share, a line of JSON now and then; each line counts all from the start. */
export interface Progress {
  readonly documents: number;
  readonly characters: number;
  /** Processor time in milliseconds. */
  readonly time: number;
  readonly slowest: readonly {
    readonly number: number;
    readonly time: number;
    readonly characters: number;
  }[];
  /** Resident memory in bytes. */
  readonly memory: number;
}

export interface Failure {
  readonly number: number;
  readonly what: string;
  /** As short as it still fails. */
  readonly document: string;
}

async function readAround(root: string): Promise<Around> {
  const { templates } = await discoverTemplates({
    builtIn: new NodeFileSystem(join(root, 'templates')),
    workspace: null,
  });
  const files = new NodeFileSystem(join(root, example));
  const path = 'prds/team-invites.md';
  const source = readSource({ path, bytes: await files.readFile(path) });
  const found = await findSpecSource(
    files,
    'tech-specs/spec.md',
    parseSpec(`# Spec\n\n**PRD:** [It](../${path})\n`),
    null,
  );
  return {
    templates: templates.filter(({ offer }) => offer !== false),
    requirements: found?.requirements ?? [],
    surroundings: await readSurroundings(
      { files, git: { read: () => Promise.resolve(null) } },
      { spec: 'tech-specs/spec.md', source, today: '2026-03-02' },
    ),
  };
}

function goodSpecs(root: string): readonly string[] {
  const fixtures = readFixtures(join(root, 'test', 'defects', 'fixtures'));
  return [
    ...exampleSpecs.map((name) =>
      readFileSync(join(root, example, 'tech-specs', 'completed', `${name}.md`), 'utf8'),
    ),
    ...fixtures.map(({ files, spec }) => files[spec] ?? ''),
  ];
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The kind of a failure: what stays the same from document to document. */
function kindOf(what: string): string {
  return (what.split('\n')[0] ?? '').replace(/\d+/gu, '#').replace(/".*"/u, '""').slice(0, 200);
}

/**
 * `main.mjs ROOT SEED FROM TO STEP STATUS`: documents FROM, FROM + STEP and so on below TO. Says how far it is in the
 * file STATUS before each document, so that one that never ends is known.
 */
async function main(root: string, numbers: readonly number[], status: string): Promise<void> {
  const [seed = 0, from = 0, to = 0, step = 1] = numbers;
  const around = await readAround(root);
  const specs = goodSpecs(root);
  // What is loaded on first use is not held against the document that uses it first.
  for (const text of specs) await broken(text, { ...lookAt(1, text, around), asSource: true }, around);
  const say = (value: { readonly progress: Progress } | { readonly failure: Failure }): void => {
    writeSync(1, `${JSON.stringify(value)}\n`);
  };
  const file = openSync(status, 'w');
  const seen = new Map<string, number>();
  let [documents, characters, time] = [0, 0, 0];
  let slowest: Progress['slowest'] = [];
  const tell = (): void =>
    say({ progress: { documents, characters, time, slowest, memory: process.memoryUsage().rss } });
  for (let number = from; number < to; number += step) {
    writeSync(file, String(number).padEnd(16), 0);
    const text = makeDocument(seed, number, specs);
    const look = lookAt(number, text, around);
    const start = processorTime();
    const what = await broken(text, look, around);
    let took = processorTime() - start;
    // Once may be the garbage of all that came before.
    if (took > limit) {
      const again = processorTime();
      await broken(text, look, around);
      took = Math.min(took, processorTime() - again);
    }
    documents += 1;
    characters += text.length;
    time += took;
    slowest = [...slowest, { number, time: took, characters: text.length }]
      .sort((a, b) => b.time - a.time)
      .slice(0, 5);
    if (what !== null) {
      const kind = kindOf(what);
      const count = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, count);
      if (count === 1) {
        const isSame = async (shorter: string): Promise<boolean> =>
          kindOf((await broken(shorter, look, around)) ?? '') === kind;
        const document = await shrink(text, isSame);
        say({ failure: { number, what: (await broken(document, look, around)) ?? what, document } });
      }
    } else if (took > limit)
      say({ failure: { number, what: `takes ${Math.round(took)} ms of the processor`, document: text } });
    if (documents % 1000 === 0) tell();
  }
  tell();
}

const [root = '.', seed, from, to, step, status = ''] = process.argv.slice(2);
await main(root, [seed, from, to, step].map(Number), status);
