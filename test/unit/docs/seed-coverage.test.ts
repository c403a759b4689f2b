import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../../src/core/checks/registry';
import { sourceRules } from '../../../src/core/source/findings/registry';
import type { Template } from '../../../src/core/template/template';
import { builtInTemplates } from '../draft/brief-for';

const docs = join(__dirname, '../../../docs');
const page = readFileSync(join(docs, 'seed-coverage.md'), 'utf8');

const states = ['met', 'partly', 'later', 'excluded'] as const;
type State = (typeof states)[number];

interface Demand {
  readonly row: string;
  readonly cells: readonly string[];
  readonly state: State | null;
}

/** Rows of the tables below `## Row A: ...`, their state without the step that a later one names. */
function demandsOf(text: string): readonly Demand[] {
  const demands: Demand[] = [];
  let row: string | null = null;
  for (const line of text.split('\n')) {
    row = /^## Row ([A-E]):/u.exec(line)?.[1] ?? row;
    if (row === null || !line.startsWith('| ') || /^\| Original \|/u.test(line)) continue;
    const cells = line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim());
    const word = /^(?:met|partly|excluded|later)(?=$|: step [3-6]$)/u.exec(cells.at(-1) ?? '')?.[0];
    demands.push({ row, cells, state: states.find((state) => state === word) ?? null });
  }
  return demands;
}

const demands = demandsOf(page);
let templates: ReadonlyMap<string, Template> = new Map();

beforeAll(async () => {
  templates = new Map((await builtInTemplates()).map((template) => [template.id, template]));
});

/** Whether the template has what `#section`, `/item` or `:field` names. */
function has(template: Template, mark: string, name: string): boolean {
  if (mark === '#') return template.sections.some(({ key }) => key === name);
  if (mark === '/') return template.checklist.some(({ id }) => id === name);
  const question = /^questions\.(.+)$/u.exec(name)?.[1];
  if (question !== undefined) return template.questions.some(({ area }) => area === question);
  const value = name
    .split('.')
    .reduce<unknown>((holder, key) => (isRecord(holder) ? holder[key] : undefined), template);
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

describe('the page of what the originals ask for', () => {
  it('names checks that exist', () => {
    const known = new Set([...checks, ...sourceRules].map(({ id }) => id));
    const named = [...page.matchAll(/\[([\w-]+)\]\(checks\/([\w-]+)\.md\)/gu)];
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(([, label, id]) => label !== id || !known.has(id ?? '')).map(([text]) => text)).toEqual(
      [],
    );
  });

  it('names sections, checklist items and fields that the templates have', () => {
    const ids = [...templates.keys()].join('|');
    const named = [...page.matchAll(new RegExp(`\`(${ids})([#/:])([^\`]+)\``, 'gu'))];
    expect(named.length).toBeGreaterThan(200);
    const absent = named.filter(([, id = '', mark = '', name = '']) => {
      const template = templates.get(id);
      return template === undefined || !has(template, mark, name);
    });
    expect(absent.map(([text]) => text)).toEqual([]);
  });

  it('links pages that exist', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)\)/gu)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(docs, path)))).toEqual([]);
  });

  it('gives every demand four cells and a known state, and every exclusion its reason', () => {
    expect(demands.length).toBeGreaterThan(150);
    const wrong = demands.filter(
      ({ cells, state }) =>
        cells.length !== 4 ||
        state === null ||
        cells.slice(0, 2).includes('') ||
        (state !== 'later' && (cells[2] ?? '').length < 10),
    );
    expect(wrong.map(({ cells }) => cells.join(' | '))).toEqual([]);
  });

  it('counts what its rows say', () => {
    for (const row of 'ABCDE') {
      const own = demands.filter((demand) => demand.row === row);
      const counts = states.map((state) => own.filter((demand) => demand.state === state).length);
      expect(page).toContain(`| ${[row, own.length, ...counts].join(' | ')} |`);
    }
  });
});
