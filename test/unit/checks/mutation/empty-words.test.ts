import { beforeAll, describe, expect, it } from 'vitest';
import type { SpecFileReport } from '../../../../src/core/checks/check-spec-file';
import type { Template } from '../../../../src/core/template/template';
import { builtInTemplates } from '../../draft/brief-for';
import { passingSpecs, type PassingSpec } from './passing-specs';

const salad =
  'requirement traceability verified endpoint table migration task test requirement endpoint migration verified task ' +
  'traceability table test requirement coverage verified endpoint task';
const claim =
  'Traceability verified: every requirement (US-001 to US-010, NFR-001 to NFR-004) is covered by tasks, all acceptance ' +
  'criteria are tested, all checks pass and the specification is complete and approved by the reviewers.';

let templates: readonly Template[] = [];
let drafts: readonly PassingSpec[] = [];

beforeAll(async () => {
  templates = await builtInTemplates();
  drafts = (await passingSpecs(templates)).filter(({ name }) => name.startsWith('outline of'));
}, 60_000);

/** The headings of a template, each with the same text below, under the metadata of a real draft. */
function filledWith(template: Template, draft: PassingSpec, text: string): string {
  const head = draft.text.slice(0, draft.text.indexOf('\n## '));
  const sections = template.sections
    .filter(({ level }) => level > 1)
    .map(
      ({ level, number, heading }) =>
        `${'#'.repeat(level)} ${number === null ? '' : `${number} `}${heading}\n\n${text}\n`,
    );
  return [head, ...sections].join('\n');
}

function checksThatFail({ findings }: SpecFileReport): ReadonlySet<string> {
  return new Set(findings.filter(({ severity }) => severity === 'error').map(({ check }) => check));
}

describe('a spec that only says the right words', () => {
  it('fails where keywords are heaped up below the headings of a template', async () => {
    const [draft] = drafts;
    if (draft === undefined) throw new Error('there is no draft');
    for (const template of templates) {
      const failing = checksThatFail(await draft.check(filledWith(template, draft, salad)));
      expect(failing, template.id).toContain('hollow-section');
      expect(failing, template.id).toContain('requirement-coverage');
    }
  }, 60_000);

  it('fails where its prose claims that all is verified', async () => {
    const [draft] = drafts;
    if (draft === undefined) throw new Error('there is no draft');
    for (const template of templates) {
      const failing = checksThatFail(await draft.check(filledWith(template, draft, claim)));
      expect(failing, template.id).toContain('requirement-coverage');
    }
  }, 60_000);

  it('fails where a claim stands in for what was taken out of a passing draft', async () => {
    expect(drafts.length).toBeGreaterThan(1);
    for (const { name, text, check } of drafts) {
      const report = await check(text);
      expect([...checksThatFail(report)], name).toEqual([]);
      const rows = /^\| US-001 \|.*$/gmu;
      expect(text, name).toMatch(rows);
      const failing = checksThatFail(await check(`${text.replace(rows, '')}\n${claim}\n`));
      expect(failing, name).toContain('requirement-coverage');
    }
  }, 60_000);
});
