import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLanguagePack, type LanguagePack } from '../../../src/core/language/language-pack';
import { specPhrases } from '../../../src/core/language/spec-phrases';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import { inLanguage, templatePhrases } from '../../../src/core/template/localize-template';
import type { Template } from '../../../src/core/template/template';
import { mapPhrases, phrasesIn } from '../../../src/core/template/template-phrases';
import { reasonMessages } from '../../../src/core/workspace/reasons';
import { builtInFiles } from '../draft/brief-for';
import { InMemoryFiles } from '../in-memory-files';
import { discovered } from './drafted-in';

const shout = (phrase: string): string =>
  phrase.replace(/\{\{[^{}]*\}\}|[^{}]+/gu, (part) => (part.startsWith('{{') ? part : part.toUpperCase()));

describe('the phrases of a template', () => {
  it.each([
    [
      '## 7. Testing Strategy {#testing .optional aliases="Tests"}',
      '## 7. TESTING STRATEGY {#testing .optional aliases="Tests"}',
    ],
    ['# {{title}} - Technical Specification', '# {{title}} - TECHNICAL SPECIFICATION'],
    ['**Document Version:** 1.0  ', '**DOCUMENT VERSION:** 1.0  '],
    ['| Story ID | Title |', '| STORY ID | TITLE |'],
    ['| {{id}} | {{title}} | {{tasks}} |', '| {{id}} | {{title}} | {{tasks}} |'],
    ['  - _Done condition:_ {{done}}', '  - _DONE CONDITION:_ {{done}}'],
    ['    - Modify: {{path}}', '    - MODIFY: {{path}}'],
    ['- [ASSUMPTION] One component, {{name}}: {{ids}}', '- [ASSUMPTION] ONE COMPONENT, {{name}}: {{ids}}'],
    [
      '{{#list}}data, stack | Which tables are new? | 3 facts{{/list}}',
      '{{#list}}data, stack | WHICH TABLES ARE NEW? | 3 facts{{/list}}',
    ],
    [
      '| Branch | {{branch}}{{^branch}}detached{{/branch}} |',
      '| BRANCH | {{branch}}{{^branch}}DETACHED{{/branch}} |',
    ],
    ['<!-- Guidance for the writer. -->', '<!-- Guidance for the writer. -->'],
    ['Run `npm test` first', 'RUN `npm test` FIRST'],
  ])('are told from what is none: %s', (line, said) => {
    expect(mapPhrases(line, shout)).toBe(said);
  });

  it('leave a body as it is where they are said as they are, whatever it holds', async () => {
    const same = (phrase: string): string => phrase;
    for (const { body } of (await discovered).templates) expect(mapPhrases(body, same)).toBe(body);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab:|*_-#{}[]`<!> \n1.') }),
        (body) => mapPhrases(body, same) === body,
      ),
    );
  });
});

let templates: readonly Template[] = [];
let packs: readonly LanguagePack[] = [];
beforeAll(async () => {
  ({ templates, languages: packs } = await discovered);
});

describe('the languages of templates', () => {
  it('are the six that the product ships', () => {
    expect(packs.map(({ id }) => id).sort()).toEqual(['de', 'es', 'fr', 'ja', 'pt-br', 'zh-cn']);
  });

  it('know every phrase, and none that no template has', () => {
    const all = new Set<string>([...templates.flatMap(templatePhrases), ...Object.values(specPhrases)]);
    // Of the reasons of documents those of rules stand in a spec.
    const reasons = new Set(reasonMessages.map(([message]) => message));
    for (const { id, phrases } of packs)
      expect(
        {
          missing: [...all].filter((phrase) => !phrases.has(phrase) && !isForModels(phrase)),
          unknown: [...phrases.keys()].filter((phrase) => !all.has(phrase) && !reasons.has(phrase)),
        },
        id,
      ).toEqual({ missing: [], unknown: [] });
  });

  it('change neither keys nor tags nor what the engine computes with', () => {
    const tags = (body: string): readonly string[] =>
      (body.match(/\{\{[^{}]*\}\}/gu) ?? []).map((tag) => tag);
    for (const template of templates)
      for (const { id } of packs) {
        const spoken = inLanguage(template, id);
        const name = `${template.id} in ${id}`;
        expect(
          spoken.sections.map(({ key, level, number }) => [key, level, number]),
          name,
        ).toEqual(template.sections.map(({ key, level, number }) => [key, level, number]));
        expect(tags(spoken.body), name).toEqual(tags(template.body));
        expect(phrasesIn(spoken.body).length, name).toBeGreaterThan(0);
        for (const field of ['covers', 'outOfScope', 'budgets', 'output', 'sha256'] as const)
          expect(spoken[field], name).toEqual(template[field]);
        expect(
          spoken.checklist.map((item) => item.id),
          name,
        ).toEqual(template.checklist.map((item) => item.id));
      }
  });

  it('give one heading to each section within its parent', () => {
    for (const template of templates)
      for (const { id } of packs) {
        const headings = inLanguage(template, id).sections.map(
          ({ number, level, heading }) => `${level} ${number} ${heading}`,
        );
        const before = template.sections.map(({ number, level, heading }) => `${level} ${number} ${heading}`);
        expect(new Set(headings).size, `${template.id} in ${id}`).toBe(new Set(before).size);
      }
  });
});

/** Samples in brackets stand in prompts only. */
function isForModels(phrase: string): boolean {
  return phrase.startsWith('[');
}

describe('a language of a workspace', () => {
  const italian =
    'version: 1\nlanguage: it\nname: Italiano\nenglish: Italian\nphrases:\n  Overview: Panoramica\n';

  it('is known beside the built-in ones, and its phrases win over theirs', async () => {
    const workspace = new InMemoryFiles({
      '.tech-spec/templates/languages/it.yaml': italian,
      '.tech-spec/templates/languages/de.yaml':
        'version: 1\nlanguage: de\nname: Deutsch\nenglish: German\nphrases:\n  Overview: Übersicht\n',
    });
    const { templates: found, problems } = await discoverTemplates({ builtIn: builtInFiles, workspace });
    expect(problems).toEqual([]);
    const template = found.find(({ id }) => id === 'agent-ready');
    if (template === undefined) throw new Error('no template');
    const headings = (language: string) =>
      inLanguage(template, language).sections.map(({ heading }) => heading);
    expect(headings('it')).toContain('Panoramica');
    expect(headings('de')).toContain('Übersicht');
    expect(headings('de')).toContain('Teststrategie');
  });

  it.each([
    ['is no YAML', 'version: 1\nphrases: {', 'This cannot be read: {0}'],
    [
      'says a phrase twice',
      `${italian}  Overview: Sommario\n`,
      'This key is there already. Keep one of the two.',
    ],
    [
      'has a field that nothing reads',
      `${italian}extra: 1\n`,
      'There is no field {0}. Remove it, or correct its name.',
    ],
    ['loses a place for a value', `${italian}  '{{title}}: Design': Progetto\n`, 'This phrase lacks {0}.'],
  ])('is reported at its line where it %s', async (_, text, message) => {
    const read = readLanguagePack(text);
    expect('problems' in read && read.problems.map((problem) => problem.message)).toEqual([message]);
    const workspace = new InMemoryFiles({ '.tech-spec/templates/languages/it.yaml': text });
    const { problems } = await discoverTemplates({ builtIn: builtInFiles, workspace });
    expect(problems.map(({ path }) => path)).toEqual(['.tech-spec/templates/languages/it.yaml']);
  });
});
