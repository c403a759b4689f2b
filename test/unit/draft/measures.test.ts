import { beforeAll, describe, expect, it } from 'vitest';
import { renderOutline } from '../../../src/core/draft/outline';
import { factsOn } from '../../../src/core/source/facts/facts-on';
import type { Template } from '../../../src/core/template/template';
import { read } from '../source/read';
import { briefFor, builtInTemplates } from './brief-for';

let templates: readonly Template[] = [];
beforeAll(async () => {
  templates = await builtInTemplates();
});

const prd = read(`# Tool library

## Requirements

- FR-1: A member can borrow a tool.

## Success metrics

### Phase 1 (MVP)

- Loans: 40 a week

### Technical metrics

| Metric | Now | Target |
|---|---|---|
| Time to confirm | 9 s | 2 s |

### Business metrics

- Members: 500
`);

describe('measures of success', () => {
  it('are taken from each part of their section, whatever phase it is named after', () => {
    expect(factsOn(prd, 'success')).toEqual([
      'Loans: 40 a week',
      'Time to confirm: Now: 9 s, Target: 2 s',
      'Members: 500',
    ]);
  });

  it('stand where the template has a place for their sort', () => {
    const template = templates.find(({ id }) => id === 'staged');
    if (template === undefined) throw new Error('no template');
    const text = renderOutline(briefFor(template, { source: prd }));
    expect(text).toContain('- **Technical:** Time to confirm: Now: 9 s, Target: 2 s\n');
    expect(text).toContain('- **Business:** Loans: 40 a week; Members: 500\n');
  });
});
