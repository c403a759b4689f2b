import { beforeAll, describe, expect, it } from 'vitest';
import { workAreas } from '../../../src/core/draft/outline/work-areas';
import { renderOutline } from '../../../src/core/draft/outline';
import type { Template } from '../../../src/core/template/template';
import { emptyStack } from '../../../src/core/workspace/stack/stack-facets';
import { briefFor, builtInTemplates, emptyContext, requirement, source } from './brief-for';

let template: Template;
beforeAll(async () => {
  const found = (await builtInTemplates()).find(({ id }) => id === 'agent-ready');
  if (found === undefined) throw new Error('no template');
  template = found;
});

const namesOf = (title: string, group: string): readonly string[] =>
  workAreas(
    source({ title, path: 'notes/gift-cards.md', requirements: [requirement({ id: 'R-1', group })] }),
    emptyStack,
  ).map(({ name }) => name);

describe('a component', () => {
  it.each([
    'What we want',
    'Was wir wollen',
    'Ce que nous voulons',
    '我们想要什么',
    'Engineering requirements',
  ])('is not called by a heading that says only that now comes what is wanted: %s', (heading) => {
    expect(namesOf('Gift cards', heading)).toEqual(['Gift cards']);
  });

  it('is not called by where and when people talked', () => {
    expect(namesOf('Slack #shop-product, 2026-11-12', '')).toEqual(['gift-cards']);
    expect(namesOf('Meeting notes', 'Call with Ana, 3 May 2026')).toEqual(['Meeting notes']);
  });

  it('keeps a heading that names a part', () => {
    expect(namesOf('Gift cards', 'What customers see')).toEqual(['What customers see']);
  });
});

describe('an outline', () => {
  it('shows a priority as it was written', () => {
    const p1 = source({ requirements: [requirement({ id: 'R-1', priority: 'P1' })], kind: 'initiative' });
    expect(renderOutline(briefFor(template, { source: p1 }))).toMatch(/\| P1 \|$/mu);
  });

  it('sums up in sentences, and leaves out a name with its label where more is told', () => {
    const told = source({
      requirements: [requirement({ id: 'R-1' })],
      facts: [
        { topic: 'summary', line: 1, text: 'Name: Harbour desk' },
        { topic: 'summary', line: 2, text: 'Harbours lend their berths to guests' },
        { topic: 'problem', line: 3, text: 'Guests call four times' },
      ],
    });
    expect(renderOutline(briefFor(template, { source: told }))).toContain(
      '\nHarbours lend their berths to guests. Guests call four times.\n',
    );
  });

  it('names a folder of plain SQL without English words', () => {
    const migrations = {
      ...{ tool: 'SQL files', folder: 'migrations', latest: '1.sql', naming: null, evidence: 'x', line: 1 },
    };
    const context = { ...emptyContext, stack: { ...emptyStack, migrations } };
    expect(renderOutline(briefFor(template, { source: source(), context }))).not.toContain('SQL files');
  });
});
