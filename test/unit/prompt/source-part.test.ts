import { expect, it } from 'vitest';
import { sourcePart } from '../../../src/core/prompt/source-part';
import { unansweredBrief } from '../replay/drafted-and-repaired';

it('sends long criteria of a source once, with the beginning of each at its label', async () => {
  const brief = await unansweredBrief('rfc', 'prds/team-invites.md');
  const part = sourcePart(brief);
  const criteria = brief.source.requirements.flatMap(({ acceptance }) => acceptance);
  const long = criteria.filter(({ text }) => text.length >= 96 && brief.source.text.includes(text));
  expect(long.length).toBeGreaterThan(5);
  for (const { text } of long) {
    expect(part.split(text)).toHaveLength(2);
    expect(part).toContain(`: ${text.slice(0, 30)}`);
  }
  // What stands there in other words is sent whole.
  const [first] = brief.source.requirements.filter(({ acceptance }) => acceptance.length > 0);
  const other = `${'Other words than those of the source, '.repeat(4)}set right by hand`;
  const corrected = {
    ...brief,
    source: {
      ...brief.source,
      requirements: brief.source.requirements.map((requirement) =>
        requirement === first
          ? { ...requirement, acceptance: requirement.acceptance.map((one) => ({ ...one, text: other })) }
          : requirement,
      ),
    },
  };
  expect(sourcePart(corrected)).toContain(other);
});
