import { beforeAll, describe, expect, it } from 'vitest';
import { renderOutline } from '../../../src/core/draft/outline';
import type { Template } from '../../../src/core/template/template';
import { briefFor, builtInTemplates, emptyContext, requirement, source } from './brief-for';

let template: Template;
beforeAll(async () => {
  const found = (await builtInTemplates()).find(({ id }) => id === 'agent-ready');
  if (found === undefined) throw new Error('no template');
  template = found;
});

const page = source({ requirements: [requirement({ id: 'US-1', title: 'Show the loans on a page' })] });
const outlineOver = (...files: readonly string[]): string =>
  renderOutline(briefFor(template, { source: page, context: { ...emptyContext, files } }));

describe('work that a person sees', () => {
  it('is asked about once where the workspace has code and no frontend, and keeps its tasks', () => {
    const text = outlineOver('src/main.ts', 'src/loans.ts');
    expect(text.match(/^\| OQ-\d+: .*frontend.*$/gmu)).toEqual([
      expect.stringContaining('This workspace has no frontend: where does what people see live'),
    ]);
    expect(text).toContain('### Phase 4: Frontend');
    expect(text).toContain('**T-001:** Show the loans on a page');
  });

  it('is asked about file by file where there is one, or where nothing is there yet', () => {
    for (const files of [['src/main.ts', 'web/app.tsx'], ['app.py', 'templates/loans.html'], []])
      expect(outlineOver(...files)).toContain('### Frontend — New Files');
  });

  it('is tested end to end by a tool that drives it: what runs unit tests is none', () => {
    const testCommands = [{ name: 'npm test', version: null, evidence: 'package.json', line: 1 }];
    const text = renderOutline(
      briefFor(template, {
        source: page,
        context: { ...emptyContext, stack: { ...emptyContext.stack, testCommands } },
      }),
    );
    expect(text).toMatch(/\| Show the loans on a page \| OQ-\d+ \| US-1 \| OQ-\d+ \|/u);
    expect(text).toContain('Which tool tests what a person does end to end, by which command?');
  });
});
