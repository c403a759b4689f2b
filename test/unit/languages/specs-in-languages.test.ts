import { describe, expect, it } from 'vitest';
import type { SpecFileReport } from '../../../src/core/checks/check-spec-file';
import type { Finding } from '../../../src/core/checks/finding';
import { sectionNameKey } from '../../../src/core/spec/section-name';
import { careless, damages } from './damages';
import { draftedIn, type DraftedSpec } from './drafted-in';

const languages = ['de', 'es', 'fr', 'ja', 'pt-br', 'zh-cn'] as const;
const templates = ['agent-ready', 'feature'] as const;

describe.each(templates)('a spec by the template %s', (template) => {
  const specs = new Map<string, Promise<Drafted>>();
  const specIn = (language: string): Promise<Drafted> => {
    const drafted = specs.get(language) ?? draftAndCheck(language, template);
    specs.set(language, drafted);
    return drafted;
  };

  it.each(languages)(
    'in %s has headings of that language, covers everything and has no error',
    async (language) => {
      const { spec, report } = await specIn(language);
      const inEnglish = await specIn('en');
      const english = new Set(inEnglish.spec.template.sections.map(({ heading }) => sectionNameKey(heading)));
      // What is called alike in both: `Frontend`, `API Client / Hooks`.
      const own = spec.template.sections.filter(({ heading }) => !english.has(sectionNameKey(heading)));
      expect(own.length).toBeGreaterThan(spec.template.sections.length * 0.8);
      expect(report.template?.translated?.into.id).toBe(language);
      expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(report.coverage).toEqual({ requirements: 5, covered: 5, outOfScope: 0 });
      expect([...report.sections.keys()].sort()).toEqual([...inEnglish.report.sections.keys()].sort());
    },
  );

  it.each(languages)('in %s is known by its headings where it has no receipt', async (language) => {
    const { spec } = await specIn(language);
    const report = await spec.check(spec.text, false);
    expect(report.template?.id).toBe(template);
    expect(report.template?.translated?.into.id).toBe(language);
    expect(report.coverage).toEqual({ requirements: 5, covered: 5, outOfScope: 0 });
  });

  const known = damages.filter((damage) => damage.templates.some((one) => one === template));

  it.each(known)('is found damaged in every language as in English: $name', async ({ spoil }) => {
    const changes = async (language: string): Promise<unknown> => {
      const { spec, report: before } = await specIn(language);
      const words = careless[language];
      if (words === undefined) throw new Error(`no words in ${language}`);
      const spoilt = spoil(spec, words);
      expect(spoilt, `${language} is spoilt`).not.toBe(spec.text);
      const report = await spec.check(spoilt);
      return {
        coverage: report.coverage,
        ...difference(before.findings, report.findings),
      };
    };
    const inEnglish = await changes('en');
    for (const language of languages) expect(await changes(language), language).toEqual(inEnglish);
  });
});

describe.each(['architecture', 'rfc', 'staged'])('an outline by the template %s', (template) => {
  it.each(languages)('in %s covers everything and has no error', async (language) => {
    const spec = await draftedIn(language, template);
    const report = await spec.check(spec.text, false);
    expect(report.template?.id).toBe(template);
    expect(report.template?.translated?.into.id).toBe(language);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await spec.check(spec.text)).coverage).toEqual({ requirements: 5, covered: 5, outOfScope: 0 });
  });
});

interface Drafted {
  readonly spec: DraftedSpec;
  readonly report: SpecFileReport;
}

async function draftAndCheck(language: string, template: string): Promise<Drafted> {
  const spec = await draftedIn(language, template);
  return { spec, report: await spec.check(spec.text) };
}

/** Findings that came and went, each by its check, severity and message, whatever its arguments. */
function difference(
  before: readonly Finding[],
  after: readonly Finding[],
): { readonly came: readonly string[]; readonly went: readonly string[] } {
  const went = before.map(nameOf);
  const came: string[] = [];
  for (const name of after.map(nameOf)) {
    const at = went.indexOf(name);
    if (at === -1) came.push(name);
    else went.splice(at, 1);
  }
  return { came: came.sort(), went: went.sort() };
}

function nameOf({ severity, check, message }: Finding): string {
  return `${severity} ${check}: ${message}`;
}
