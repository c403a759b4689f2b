import { describe, expect, it } from 'vitest';
import { putSections } from '../../../src/core/regenerate/put-sections';
import { findTargets, sectioned } from '../../../src/core/regenerate/section-target';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { section, taskTemplate } from '../checks/builders';

const template = taskTemplate({
  sections: [
    section('api', 'API Design', { number: '4' }),
    section('endpoints', 'Endpoints', { level: 3, aliases: ['Routes'] }),
    section('errors', 'Errors', { level: 3 }),
    section('rollout', 'Rollout', { number: '5' }),
  ],
});

const text = `# Tech Spec

## 4. API Design

### Endpoints

Old text.

#### POST /invites

Old.

### Errors

None.

## 5. Rollout

Flag.
`;

/** What the answer makes of the endpoints, or `null` where it is not put in. */
function endpoints(answer: string, keys: readonly string[] = ['endpoints']): string | null {
  const scope = sectioned(parseSpec(text), template, null);
  const targets = keys.flatMap((key) => findTargets(scope, { by: 'key', key }));
  const { text: result, written } = putSections(scope, targets, answer);
  if (written.length === 0) {
    expect(result).toBe(text);
    return null;
  }
  const before = text.slice(0, text.indexOf('Old text.'));
  const after = text.slice(text.indexOf('\n\n### Errors'));
  expect(result.startsWith(before)).toBe(true);
  expect(result.endsWith(after)).toBe(true);
  return result.slice(before.length, result.length - after.length);
}

describe("a model's answer for a section", () => {
  it('is the text below its heading', () => {
    expect(endpoints('### Endpoints\n\nNew.\n')).toBe('New.');
  });

  it.each([
    ['a greeting', 'Sure, here is the rewritten section:\n\n### Endpoints\n\nNew.'],
    ['a fence', '```markdown\n### Endpoints\n\nNew.\n```'],
    ['a bare fence and a farewell', '```\n### Endpoints\n\nNew.\n```\n\nLet me know if it fits.'],
    ['a greeting before a fence', "Here's the updated section:\n\n```md\n### Endpoints\n\nNew.\n```\n"],
    ['a farewell', '### Endpoints\n\nNew.\n\nI hope this helps!'],
    ['a missing heading', 'New.\n'],
    ['a greeting and a missing heading', 'Certainly! Here is the revised section:\n\nNew.\n'],
    ['another level', '## Endpoints\n\nNew.'],
    ['the title level', '# Endpoints\n\nNew.'],
    ['a number', '### 4.1 **Endpoints**\n\nNew.'],
    ['an alias', '### Routes\n\nNew.'],
    ['another name', '### All Endpoints of the Service\n\nNew.'],
    ['sections that follow', '### Endpoints\n\nNew.\n\n### Errors\n\nMine.\n\n## 5. Rollout\n\nMine.'],
    ['sections around it', '## 4. API Design\n\n### Endpoints\n\nNew.\n\n### Errors\n\nMine.'],
    ['sections that follow at another level', '#### Endpoints\n\nNew.\n\n#### Errors\n\nMine.'],
    ['carriage returns', '### Endpoints\r\n\r\nNew.\r\n'],
    ['a byte order mark', '\uFEFF### Endpoints\n\nNew.\n'],
    ['an underlined heading', 'Endpoints\n---\n\nNew.\n'],
  ])('loses %s', (_name, answer) => {
    expect(endpoints(answer)).toBe('New.');
  });

  it('keeps fences within a fence around it', () => {
    const inner = 'New.\n\n```sql\nSELECT 1;\n```\n\n```\nplain\n```\n\nMore.';
    expect(endpoints(`\`\`\`markdown\n### Endpoints\n\n${inner}\n\`\`\`\n`)).toBe(inner);
    expect(endpoints(`\`\`\`\`\n### Endpoints\n\n${inner}\n\`\`\`\`\nDone.`)).toBe(inner);
    expect(endpoints(`~~~md\n### Endpoints\n\n${inner}\n~~~`)).toBe(inner);
  });

  it('keeps a block of code that it begins with', () => {
    expect(endpoints('```sql\nSELECT 1;\n```\n\nNew.')).toBe('```sql\nSELECT 1;\n```\n\nNew.');
  });

  it('does not take headings in code for its own', () => {
    const code = '```md\n## 5. Rollout\n\n### Errors\n```';
    expect(endpoints(`### Endpoints\n\n${code}\n\nNew.`)).toBe(`${code}\n\nNew.`);
  });

  it('keeps subsections below its own level, whichever level it was written at', () => {
    const own = 'New.\n\n#### GET /a\n\nA.\n\n##### Errors\n\nB.';
    expect(endpoints(`### Endpoints\n\n${own}`)).toBe(own);
    expect(endpoints(`# Endpoints\n\n${own.replaceAll('####', '##')}`)).toBe(own);
    expect(endpoints(`## Endpoints\n\n${own.replaceAll('####', '###')}`)).toBe(own);
    expect(endpoints(`## Endpoints\n\n${own}`)).toBe(own);
    expect(endpoints(`#### Endpoints\n\n${own.replaceAll('####', '#####')}`)).toBe(own);
    expect(endpoints(`#### Endpoints\n\nNew.\n\n#### GET /a\n\nA.`)).toBe('New.\n\n#### GET /a\n\nA.');
  });

  it('is closed where it was cut', () => {
    expect(endpoints('### Endpoints\n\n```sql\nSELECT 1;')).toBe('```sql\nSELECT 1;\n```');
    expect(endpoints('### Endpoints\n\nNew.\n\n<!-- note')).toBe('New.\n\n<!-- note -->');
  });

  it.each([
    ['nothing', ''],
    ['only its heading', '### Endpoints\n'],
    ['only another section', '### Errors\n\nMine.'],
    ['a refusal', "I'm sorry, but I can't help with that."],
    ['what would swallow the sections below', '### Endpoints\n\n<script>\nNew.'],
  ])('is not put in where it is %s', (_name, answer) => {
    expect(endpoints(answer)).toBeNull();
  });

  it('ends where another section that was asked for begins, however deep: what stands between them was left out', () => {
    const deep = text.replace('Flag.', '### Steps\n\nOld.\n\n## 6. Limits\n\nNo.\n\n### Load\n\nOld.');
    const scope = sectioned(parseSpec(deep), template, null);
    const targets = ['Errors', '5. Rollout', 'Load'].flatMap((heading) =>
      findTargets(scope, { by: 'heading', heading }),
    );
    const answer = '### Errors\n\nNew E.\n\n## 5. Rollout\n\n### Steps\n\nNew S.\n\n### Load\n\nNew L.\n';
    expect(putSections(scope, targets, answer).text).toBe(
      deep
        .replace('None.', 'New E.')
        .replace('Steps\n\nOld.', 'Steps\n\nNew S.')
        .replace('Load\n\nOld.', 'Load\n\nNew L.'),
    );
  });

  it('may hold several sections, and those that are missing stay', () => {
    const scope = sectioned(parseSpec(text), template, null);
    const targets = ['endpoints', 'errors', 'rollout'].flatMap((key) =>
      findTargets(scope, { by: 'key', key }),
    );
    const { text: result, written } = putSections(
      scope,
      targets,
      'Here you go.\n\n### Endpoints\n\nNew E.\n\n## 5. Rollout\n\nNew R.\n\n## 6. More\n\nMine.',
    );
    expect(written.map(({ key }) => key)).toEqual(['endpoints', 'rollout']);
    expect(result).toBe(
      text.replace('Old text.\n\n#### POST /invites\n\nOld.', 'New E.').replace('Flag.', 'New R.'),
    );
  });
});
