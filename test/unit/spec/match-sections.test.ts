import { describe, expect, it } from 'vitest';
import { matchSections } from '../../../src/core/spec/match-sections';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { section, taskTemplate } from '../checks/builders';

const template = taskTemplate({
  sections: [
    section('overview', 'Overview', { number: '1' }),
    section('summary', 'Summary', { level: 3 }),
    section('mapping', 'Requirement Mapping', { level: 3 }),
    section('design', 'Design', { number: '2' }),
    section('design-dependencies', 'Dependencies', { level: 3 }),
    section('testing', 'Testing Strategy', { number: '3', aliases: ['Test Plan'] }),
    section('dependencies', 'Dependencies', { number: '4' }),
    section('extras', 'Extras', { number: '5', optional: true }),
  ],
});

function match(
  text: string,
  receipt: readonly { key: string; heading: string }[] = [],
): Record<string, string> {
  const matches = matchSections(parseSpec(text), template, receipt);
  return Object.fromEntries([...matches].map(([key, { heading }]) => [key, heading]));
}

const headings = [
  '## 1. Overview',
  '### Summary',
  '### Requirement Mapping',
  '## 2. Design',
  '### Dependencies',
  '## 3. Testing Strategy',
  '## 4. Dependencies',
];

describe('matchSections', () => {
  it('goes by heading text, whatever the number, case and markup', () => {
    expect(match('## 7. **OVERVIEW**\n\n## test  plan\n')).toEqual({
      overview: '7. **OVERVIEW**',
      testing: 'test  plan',
    });
  });

  it('tells headings of one name apart by their parent and number', () => {
    expect(match(headings.join('\n\n'))).toMatchObject({
      'design-dependencies': 'Dependencies',
      dependencies: '4. Dependencies',
    });
  });

  it('gives no key the section of a neighbour when one was removed', () => {
    const all = Object.entries(match(headings.join('\n\n')));
    expect(all).toHaveLength(headings.length);
    for (const [index, heading] of headings.entries()) {
      const found = match(headings.filter((_, other) => other !== index).join('\n\n'));
      const lost = template.sections[index]?.key ?? '';
      expect(heading).toContain(template.sections[index]?.heading);
      expect(found).toEqual(Object.fromEntries(all.filter(([key]) => key !== lost)));
    }
  });

  it('goes by number where all headings are translated, by order below them', () => {
    const text = [
      '## 1. Обзор',
      '### Кратко',
      '### Требования',
      '## 2. Дизайн',
      '### Зависимости',
      '## 3. Тесты',
      '## 4. Библиотеки',
    ].join('\n\n');
    expect(match(text)).toEqual({
      overview: '1. Обзор',
      summary: 'Кратко',
      mapping: 'Требования',
      design: '2. Дизайн',
      'design-dependencies': 'Зависимости',
      testing: '3. Тесты',
      dependencies: '4. Библиотеки',
    });
  });

  it('leaves a removed section of a translated spec out', () => {
    const text = [
      '## 1. Обзор',
      '### Требования',
      '## 2. Дизайн',
      '### Зависимости',
      '## 4. Библиотеки',
    ].join('\n\n');
    expect(match(text)).toEqual({
      overview: '1. Обзор',
      design: '2. Дизайн',
      'design-dependencies': 'Зависимости',
      dependencies: '4. Библиотеки',
    });
  });

  it('takes a number only between the neighbours that were recognised', () => {
    expect(match('## 3. Whatever\n\n## 1. Overview\n\n## 2. Design\n')).toEqual({
      overview: '1. Overview',
      design: '2. Design',
    });
  });

  it('knows the headings that the receipt recorded', () => {
    const receipt = [
      { key: 'testing', heading: '3. Тесты' },
      { key: 'summary', heading: 'Кратко' },
    ];
    expect(match('## 9. Тесты\n\n### Кратко\n', receipt)).toEqual({ testing: '9. Тесты', summary: 'Кратко' });
  });

  it('follows a document whose headings are all one level deeper', () => {
    expect(match('### 1. Overview\n\n### 2. Entwurf\n\n### 3. Testing Strategy\n')).toMatchObject({
      design: '2. Entwurf',
    });
  });
});
