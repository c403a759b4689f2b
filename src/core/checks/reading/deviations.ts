import { oncePer } from '../../text/remembered';
import type { SpecPart } from '../../spec/spec-part';
import type { CheckContext } from '../check';
import { textOption } from './options';
import { isWithin } from '../../spec/place';
import { statementsIn, statementsOf } from './statements';
import { deviationsSection } from '../../spec/vocabulary/section-names';

/**
 * What a spec declares as a deviation: the section with the key of option `deviations` (`deviations` by default), sections named
 * for it, and statements that say so. In lower case.
 */
export function deviationsIn(context: CheckContext): string {
  const { spec, sections, options } = context;
  const holders = [
    sections.get(textOption(options, 'deviations') ?? 'deviations'),
    ...spec.sections.filter(({ name }) => deviationsSection.test(name)),
  ];
  const inside = holders.flatMap((holder) =>
    holder === undefined ? [] : [spec.text.slice(holder.bodyStart, holder.end)],
  );
  const said = [...statementsOf(context, deviationsInPart)]
    .filter(({ section }) => !holders.some((holder) => isWithin(spec, section, holder)))
    .map(({ text }) => text);
  return [...inside, ...said].join('\n').toLowerCase();
}

const deviationsInPart = oncePer((part: SpecPart) =>
  statementsIn(part).filter(({ text }) => deviationsSection.test(text)),
);

/** Whether a text names something as a whole word. */
export function names(text: string, name: string): boolean {
  const wanted = name.toLowerCase();
  for (let at = text.indexOf(wanted); wanted !== '' && at !== -1; at = text.indexOf(wanted, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + wanted.length] ?? ' '}`;
    if (!/[\p{L}\p{N}_]/u.test(around)) return true;
  }
  return false;
}
