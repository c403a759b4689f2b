import { beforeAll, describe, expect, it } from 'vitest';
import { renderOutline } from '../../../src/core/draft/outline';
import { unplaced } from '../../../src/core/draft/outline/unplaced';
import { matchSections } from '../../../src/core/spec/match-sections';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import type { Template } from '../../../src/core/template/template';
import { InMemoryFiles } from '../in-memory-files';
import { read } from '../source/read';
import { briefFor, builtInFiles, builtInTemplates } from './brief-for';

const source = read(`# PRD: Invites

## Requirements

- FR-1: An owner invites a colleague by e-mail
- NFR-1: Latency: an invitation answers within 300 ms at the 95th percentile

## Constraints

- There is no queue and no cache in production.

## Risks

- Invitations are used to send spam in our name.

## Rollout

- Behind a flag for one week.
- We roll back when more than 2 % of mails fail.
`);

const plain = `# [Feature] - Technical Specification

## 1. Overview

[One paragraph.]

## 2. Implementation Plan

1. **[Step]**: [What]

## 3. Considerations

### Performance

[Numbers.]

### Scalability

[What grows.]

## 4. Migration

### Rollback Plan

[How.]

## 5. Open Questions

- [Question]
`;

let own: Template;
let builtIn: readonly Template[] = [];
async function adopted(text: string): Promise<Template> {
  const files = { 'tasks/docs/_techspec-template.md': text };
  const found = await discoverTemplates({ builtIn: builtInFiles, workspace: new InMemoryFiles(files) });
  const template = found.templates.find(({ origin }) => origin.kind === 'workspace');
  if (template === undefined) throw new Error(JSON.stringify(found.problems));
  return template;
}
beforeAll(async () => {
  own = await adopted(plain);
  builtIn = await builtInTemplates();
});

function sectionOf(text: string, name: string): string {
  const section = parseSpec(text).sections.find((one) => one.name === name);
  return text.slice(section?.bodyStart, section?.end).trim();
}

describe('what a source says and no section of a template takes', () => {
  it('is told beside the open questions, with its place', () => {
    const text = renderOutline(briefFor(own, { source, questions: [], answers: [] }));
    const section = matchSections(parseSpec(text), own).get('open-questions');
    const told = text.slice(section?.start, section?.end);
    for (const said of [
      'There is no queue and no cache in production. (`doc.md:10`)',
      'Invitations are used to send spam in our name. (`doc.md:14`)',
      'Behind a flag for one week. (`doc.md:18`)',
    ])
      expect(told).toContain(`- Said in the source, and no section is about it: ${said}`);
    expect(told).not.toContain('We roll back');
  });

  it('is told once by every template, those with a section for it and those without', () => {
    const without: string[] = [];
    for (const template of builtIn) {
      const text = renderOutline(briefFor(template, { source, questions: [], answers: [] }));
      for (const said of [
        'There is no queue',
        'Invitations are used to send spam',
        'Behind a flag for one week',
      ]) {
        expect(text.split(said).length, `${template.id}: ${said}`).toBeGreaterThan(1);
        if (text.includes(`no section is about it: ${said}`)) {
          expect(text.split(said), `${template.id}: ${said}`).toHaveLength(2);
          without.push(`${template.id}: ${said}`);
        }
      }
    }
    expect(without).toEqual(['architecture: Behind a flag for one week']);
  });

  it('lands below a heading that asks for it beside something else', async () => {
    const both = plain
      .replace('### Performance\n\n[Numbers.]\n\n### Scalability', '### Performance & Scalability')
      .replace('### Rollback Plan', '### Rollout & Rollback');
    const template = await adopted(both);
    const text = renderOutline(briefFor(template, { source, questions: [], answers: [] }));
    expect(sectionOf(text, 'Performance & Scalability')).toContain('(NFR-1)');
    expect(sectionOf(text, 'Rollout & Rollback')).toContain('Behind a flag for one week.');
    expect(sectionOf(text, 'Rollout & Rollback')).toContain('We roll back when more than 2 % of mails fail.');
    expect(text.split('Behind a flag')).toHaveLength(2);
  });

  it('is told where only a place with a condition asks for it, whatever places stand around that', () => {
    const told = (body: string): readonly string[] =>
      unplaced({ source, template: { ...own, body } }, '').map(
        (line) => / in the source[^:]*: (\w+)/u.exec(line)?.[1] ?? line,
      );
    const every = ['There', 'Invitations', 'Behind', 'We'];
    expect(told('')).toEqual(every);
    const rollback = '{{#list}}rollout | How back? {{title}} | states rollback{{/list}}';
    expect(told(rollback)).toEqual(every);
    expect(
      told(`{{#list}}risk | Which?{{/list}}\n${rollback}\n{{#rows}}constraint | Which? | 3 columns{{/rows}}`),
    ).toEqual(['Behind', 'We']);
    expect(told(`{{#list}}risk | Which? | 1 fact{{/list}}`)).toEqual(every);
    expect(told(`{{^requirements}}{{#list}}risk | Which?{{/list}}{{/requirements}}`)).toEqual(every);
  });

  it.each(['Deployment Rollback Plan', 'Release Rollback', 'Plan de retour arrière du déploiement'])(
    'is what goes back alone below %s, which is one topic',
    async (heading) => {
      const template = await adopted(plain.replace('### Rollback Plan', `### ${heading}`));
      const text = renderOutline(briefFor(template, { source, questions: [], answers: [] }));
      expect(sectionOf(text, heading)).toBe('- We roll back when more than 2 % of mails fail.');
    },
  );

  it('does not land below a heading that asks for something else', () => {
    const text = renderOutline(briefFor(own, { source, questions: [], answers: [] }));
    expect(sectionOf(text, 'Rollback Plan')).toBe('- We roll back when more than 2 % of mails fail.');
    expect(sectionOf(text, 'Performance')).toContain('(NFR-1)');
    expect(sectionOf(text, 'Scalability')).toMatch(/^- OQ-\d+$/u);
  });
});
