import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/core/brief/brief';
import { checkSpec, type CheckReport } from '../../../src/core/checks/check-spec';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { renderOutline } from '../../../src/core/draft/outline';
import { criterionLabel } from '../../../src/core/source/notation/criterion-label';
import { readSource } from '../../../src/core/source/read-source';
import type { Source } from '../../../src/core/source/source';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import type { Template } from '../../../src/core/template/template';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import type { WorkspaceContext } from '../../../src/core/workspace/context';
import { briefFor, builtInFiles, emptyContext, filesBelow, requirement, source } from './brief-for';

const root = join(__dirname, '../../..');
const example = join(root, 'examples/team-invites');
const corpus = join(root, '../shared/corpus/prds');

const exampleSources = [
  'prds/team-invites.md',
  'prds/notification-digest.md',
  'initiatives/member-query-fanout.md',
  'conversations/export-members-csv.md',
];
const corpusSources = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(corpus, join(entry.parentPath, entry.name)))
      .sort()
  : [];
if (corpusSources.length === 0) console.warn('The corpus is not here: only the example is tested.');

let templates: readonly Template[] = [];

beforeAll(async () => {
  const found = await discoverTemplates({ builtIn: builtInFiles, workspace: filesBelow(example) });
  expect(found.problems).toEqual([]);
  templates = found.templates.filter(({ offer }) => offer !== false);
});

function read(folder: string, path: string): Source {
  return readSource({ path, bytes: new Uint8Array(readFileSync(join(folder, path))) });
}

function outline(
  template: Template,
  source: Source,
  context: WorkspaceContext,
): { brief: Brief; text: string } {
  const questions = questionsFor(source, context, template);
  const answers = questions.map(({ id }) => ({ kind: 'defer' as const, questionId: id }));
  const brief = briefFor(template, { source, context, questions, answers });
  return { brief, text: renderOutline(brief) };
}

function check(template: Template, source: Source, text: string): CheckReport {
  return checkSpec({
    spec: parseSpec(text),
    template,
    sourceKind: source.kind,
    requirements: source.requirements.map(({ id, kind, title, acceptance }) => ({
      id,
      kind,
      title,
      acceptance: acceptance.map((_, index) => criterionLabel(id, index)),
    })),
  });
}

function errorsOf({ findings }: CheckReport): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ check, line, message, args }) => `${line} ${check}: ${message} ${args.join(' | ')}`);
}

function expectClean(template: Template, source: Source, context: WorkspaceContext): void {
  const report = check(template, source, outline(template, source, context).text);
  expect(errorsOf(report), `${template.id} on ${source.path}`).toEqual([]);
  const built = source.requirements.filter(({ kind }) => kind !== 'success-criterion').length;
  expect(report.coverage).toEqual({ requirements: built, covered: built, outOfScope: 0 });
}

describe('an outline in Draft', () => {
  it.each(exampleSources)('cites the requirements that it repeats: %s', (path) => {
    const source = read(example, path);
    const repeated = templates.flatMap((template) =>
      check(template, source, outline(template, source, emptyContext).text)
        .findings.filter((finding) => finding.check === 'restates-prd')
        .map(({ line, args }) => `${template.id}:${line} ${args.join(' ')}`),
    );
    expect(repeated).toEqual([]);
  });

  it.each(exampleSources)('has no error and covers everything with each template: %s', async (path) => {
    const source = read(example, path);
    const context = await gatherContext(
      { files: filesBelow(example), git: { read: () => Promise.resolve(null) } },
      { source },
    );
    expect(templates.length).toBeGreaterThan(5);
    for (const template of templates) expectClean(template, source, context);
  });

  it.skipIf(corpusSources.length === 0).each(corpusSources)(
    'has no error and covers everything with each template: %s',
    (path) => {
      const source = read(corpus, path);
      for (const template of templates) expectClean(template, source, emptyContext);
    },
    120_000,
  );

  it('has no error where the source says in its own words what is to be cleared up', () => {
    const unclear = readSource({
      path: 'prds/unclear.md',
      bytes: new TextEncoder().encode(`# Dashboards

## Problem

Nobody sees sales. TODO: how many dashboards?

## Requirements

- FR-001: The user can see sales by month. NEEDS CLARIFICATION: how many months?
- FR-002: The user exports sales as CSV. Number of columns: maybe two? TBD

## Open questions

- How many regions are there, maybe two? TBD
- Owner: TBD: ask Ann
- Which currency is shown? TODO: ask Bob
`),
    });
    for (const template of templates) expectClean(template, unclear, emptyContext);
  });

  it('turns to errors when any one line of mapping, items or tests is deleted', () => {
    for (const template of templates) {
      const { text } = outline(template, smallSource, emptyContext);
      const lines = text.split('\n');
      const targets = linesThatMatter(template, smallSource, text);
      expect(targets.length, template.id).toBeGreaterThan(smallSource.requirements.length);
      const unnoticed = targets.filter(({ from, to }) => {
        const without = [...lines.slice(0, from - 1), ...lines.slice(to)].join('\n');
        return errorsOf(check(template, smallSource, without)).length === 0;
      });
      expect(
        unnoticed.map(({ from }) => lines[from - 1]),
        template.id,
      ).toEqual([]);
    }
  }, 120_000);
});

const criterion = (text: string): { id: null; line: number; text: string } => ({ id: null, line: 1, text });

/** One requirement for each kind of work, some of which name each other. */
const smallSource = source({
  title: 'Parcel lockers',
  requirements: [
    requirement({
      id: 'US-001',
      title: 'Open a locker',
      group: 'Lockers',
      acceptance: [criterion('The door opens within 2 s.'), criterion('A wrong code leaves it shut.')],
    }),
    requirement({ id: 'US-002', title: 'Show free lockers on the page', text: 'Needs US-001 on the page' }),
    requirement({
      id: 'US-0021',
      title: 'Export as in US-002 to an external provider',
      group: 'Lockers',
      acceptance: [criterion('The file has one row per locker, see US-001/AC-1.')],
    }),
    requirement({ id: 'FR-1', kind: 'functional', title: 'Keep codes in a database table' }),
    requirement({ id: 'NFR-1', kind: 'non-functional', title: 'Notifications leave within 5 s' }),
    requirement({ id: 'SC-1', kind: 'success-criterion', title: 'Half of all parcels' }),
  ],
});

/** Rows and items of the mapping and item sections, and whatever cites a criterion among the tests. */
function linesThatMatter(
  template: Template,
  source: Source,
  text: string,
): readonly { readonly from: number; readonly to: number }[] {
  const spec = parseSpec(text);
  const { sections } = check(template, source, text);
  const inside = (keys: readonly string[], line: number): boolean =>
    keys.some((key) => {
      const section = sections.get(key);
      return section !== undefined && section.line < line && line < section.endLine;
    });
  const traced = template.covers.flatMap(({ mapping, items }) => [mapping, items]);
  const rows = spec.tables.flatMap(({ rows }) => rows.map(([first]) => first?.line ?? 0));
  const items = spec.listItems.filter(({ depth, text: said }) => depth === 0 && !said.startsWith('OQ-'));
  const cites = (line: number): boolean => (text.split('\n')[line - 1] ?? '').includes('/AC-');
  return [
    ...rows.filter((line) => inside(traced, line)).map((line) => ({ from: line, to: line })),
    ...items
      .filter(({ line }) => inside(traced, line))
      .map(({ line, lastLine }) => ({ from: line, to: lastLine })),
    ...rows
      .filter((line) => inside(['testing'], line) && cites(line))
      .map((line) => ({ from: line, to: line })),
    ...spec.listItems
      .filter(({ line, lastLine }) => line === lastLine && inside(['testing'], line) && cites(line))
      .map(({ line }) => ({ from: line, to: line })),
  ];
}
