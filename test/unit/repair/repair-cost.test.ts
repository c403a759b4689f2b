import { expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import type { CheckedRequirement } from '../../../src/core/checks/check';
import { renderOutline } from '../../../src/core/draft/outline';
import { criterionLabel } from '../../../src/core/source/notation/criterion-label';
import type { LanguageModel } from '../../../src/core/ports/language-model';
import { repairSpec } from '../../../src/core/repair/repair-spec';
import { matchSections } from '../../../src/core/spec/match-sections';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { estimateTokens } from '../../../src/core/text/estimate-tokens';
import { exampleBrief } from '../regenerate/example-brief';

it('regenerates at most a fifth of the tokens of a draft of the example workspace in which two sections are broken', async () => {
  const brief = await exampleBrief('agent-ready');
  const whole = renderOutline(brief);
  const sections = matchSections(parseSpec(whole), brief.template);
  const textOf = (key: string): string => {
    const section = sections.get(key);
    if (section === undefined) throw new Error(`No section ${key}.`);
    return whole.slice(section.start, section.end);
  };
  const broken = ['requirement-mapping', 'risks'].reduce(
    (text, key) => text.replace(textOf(key), `${textOf(key).split('\n', 1)[0] ?? ''}\n\nTBD\n\n`),
    whole,
  );
  const requirements = brief.source.requirements.map(
    ({ id, kind, title, acceptance }): CheckedRequirement => ({
      ...{ id, kind, title },
      acceptance: acceptance.map((_, index) => criterionLabel(id, index)),
    }),
  );
  let regenerated = 0;
  const model: LanguageModel = {
    id: 'scripted',
    label: 'Scripted',
    async *stream({ task }) {
      await Promise.resolve();
      const answer = task.kind === 'sections' ? task.keys.map(textOf).join('\n') : '';
      regenerated += estimateTokens(answer);
      yield { type: 'text', text: answer };
      yield { type: 'end', outcome: { kind: 'complete' } };
    },
    countTokens: (text) => Promise.resolve(estimateTokens(text)),
  };
  const { template } = brief;
  const check = (text: string) => {
    const spec = parseSpec(text);
    return Promise.resolve({ ...checkSpec({ spec, template, requirements }), spec });
  };
  const errors = async (text: string): Promise<number> =>
    (await check(text)).findings.filter(({ severity }) => severity === 'error').length;
  expect(await errors(broken)).toBeGreaterThan(await errors(whole));
  const input = { model, brief, text: broken, rounds: 2, check, signal: new AbortController().signal };
  for await (const event of repairSpec(input)) {
    if (event.type !== 'end') continue;
    expect(event.result.text).toBe(whole);
    expect(event.result.rounds).toBe(1);
  }
  expect(regenerated).toBeGreaterThan(0);
  expect(regenerated / estimateTokens(whole)).toBeLessThanOrEqual(0.2);
}, 60_000);
