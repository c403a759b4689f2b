import { it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { checks } from '../../../src/core/checks/registry';
import type { Surroundings } from '../../../src/core/checks/surroundings';
import type { FileSystem } from '../../../src/core/ports/file-system';
import type { ProjectIndex } from '../../../src/core/project/project-index';
import { ProjectReader } from '../../../src/core/project/read-project';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { SpecDocument } from '../../../src/core/spec/spec-document';
import { emptyStack } from '../../../src/core/workspace/stack/stack-facets';
import { codeOf } from '../project/generated-code';
import { keepResults, median } from '../result';
import { specWithClaims } from './spec-with-claims';

const files = 20_000;
const samples = 40;
const words = 2500;
const reach = 500;
const grounding = checks.filter(
  ({ needsSurroundings, id }) =>
    needsSurroundings === true && /^(?:path|symbol|package|script|migration|table|route|ui)-/u.test(id),
);

/** Paths of generated code, and a reader that makes the text of each when it is asked for. */
async function workspaceOfCode(): Promise<ProjectIndex> {
  const texts = new Map<string, string>();
  for (let number = 0; number < files; number += 1) {
    const { name, text } = codeOf(number);
    const part = Math.floor(number / 20);
    const folder = name.endsWith('.sql') ? 'migrations' : `part-${part % 20}`;
    texts.set(`services/service-${Math.floor(part / 20)}/${folder}/${name}`, text);
  }
  const encoder = new TextEncoder();
  const ports: FileSystem = {
    readDirectory: () => Promise.resolve([]),
    readFile: (path) => Promise.resolve(encoder.encode(texts.get(path) ?? '')),
    stat: (path) => {
      const text = texts.get(path);
      return Promise.resolve(text === undefined ? undefined : { type: 'file' as const, size: text.length });
    },
  };
  return new ProjectReader(ports).read([...texts.keys()].sort());
}

/** The least that any lookup has to do: each path and each folder in a set. */
function onePass(paths: readonly string[]): number {
  const set = new Set<string>();
  for (const path of paths) {
    set.add(path);
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (set.has(folder)) break;
      set.add(folder);
    }
  }
  return set.size;
}

function ground(spec: SpecDocument, project: ProjectIndex): number {
  const surroundings: Surroundings = {
    project,
    stack: emptyStack,
    documents: [],
    facts: [],
    git: null,
    today: '2026-01-01',
  };
  const input = { spec, template: null, requirements: null, path: 'tech-specs/spec.md', surroundings };
  return checkSpec({ ...input, checks: grounding }).findings.length;
}

interface Times {
  /** By the clock. */
  readonly passed: number;
  /** What processors spent: on a machine that is busy with other things, the truer figure. */
  readonly worked: number;
}

function timesOf(run: (sample: number) => unknown): readonly Times[] {
  return Array.from({ length: samples }, (_, sample) => {
    const start = performance.now();
    const before = process.cpuUsage();
    run(sample);
    const { user, system } = process.cpuUsage(before);
    return { passed: performance.now() - start, worked: (user + system) / 1000 };
  });
}

function p95(values: readonly number[]): string {
  return ([...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN).toFixed(1);
}

function row(
  what: string,
  times: readonly Times[],
  rival: readonly Times[],
  limit: number | '' = '',
): readonly (string | number)[] {
  const [passed, worked] = [times.map((time) => time.passed), times.map((time) => time.worked)];
  const ratio = median(worked) / median(rival.map((time) => time.worked));
  return [
    what,
    median(passed).toFixed(1),
    p95(passed),
    median(worked).toFixed(1),
    p95(worked),
    ratio.toFixed(2),
    limit,
  ];
}

it('grounds a spec in a large workspace', async () => {
  const project = await workspaceOfCode();
  // Nothing about a document or an index is known before its sample.
  const spec = (sample: number): SpecDocument =>
    parseSpec(`${specWithClaims(project, words)}\n<!-- ${sample} -->\n`);
  const specs = parsed(spec);
  const known = { ...project };
  const findings = ground(spec(-1), known);
  const pass = timesOf(() => onePass(project.files));
  const first = timesOf((sample) => ground(specs[sample] ?? spec(sample), { ...project }));
  const again = specs.map((_, sample) => spec(sample));
  const later = timesOf((sample) => ground(again[sample] ?? spec(sample), known));
  keepResults('grounding', [
    {
      title: 'Grounding a spec',
      note:
        `A spec of ${words.toLocaleString('en')} words with ${parseSpec(specWithClaims(project, words)).codeSpans.length} code spans and ${findings} findings against ` +
        `${files.toLocaleString('en')} files with ${project.symbols.length.toLocaleString('en')} symbols, by all ${grounding.length} checks of grounding; ${samples} samples, in milliseconds. Reading the ` +
        'workspace and parsing the spec are apart. The first row is the least that any lookup has to do: each path and folder put into one set.',
      columns: ['what', 'median', 'p95', 'processor, median', 'p95', 'to one pass', 'reach (p95)'],
      rows: [
        row('one pass over all paths', pass, pass),
        row('first spec, all lookups built', first, pass, reach),
        row('each spec after it', later, pass, reach),
      ],
    },
  ]);
});

function parsed(spec: (sample: number) => SpecDocument): readonly SpecDocument[] {
  return Array.from({ length: samples }, (_, sample) => spec(sample));
}
