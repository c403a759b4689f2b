import type { Brief } from '../brief/brief';
import type { CheckReport } from '../checks/check-spec';
import { roomBeside, type SectionOrder } from '../prompt/section-prompt';
import { sectioned } from '../regenerate/section-target';
import type { SpecDocument } from '../spec/spec-document';
import { joinParts, narrowParts, wholeParts, type RepairPart } from './narrow-parts';
import { sectionsToMend } from './sections-to-mend';

/** What a round is about. */
export interface RoundPlan {
  /** In document order. */
  readonly parts: readonly RepairPart[];
  /** Whether they are less than the sections. */
  readonly isNarrow: boolean;
}

/** Where a prompt has less room for sections, in bytes, the draft's is so short that it does not matter how much of it is shared. */
const leastRoom = 2000;

/**
 * What goes back of a spec: the sections with errors, or, where they are so long that much of a prompt would be other than in the draft's, that
 * alone of them which has the errors.
 *
 * @param staysNarrow whether this goes on with a round that asks for parts
 * @param asked parts that went back in earlier rounds and did not get better: their sections are sent whole
 */
export function planRound(
  brief: Brief,
  report: Pick<CheckReport, 'findings'> & { readonly spec: SpecDocument },
  asked: ReadonlySet<string>,
  staysNarrow = false,
): RoundPlan {
  const scope = sectioned(report.spec, brief.template, null);
  const toMend = sectionsToMend(scope, report);
  const whole = wholeParts(scope, toMend);
  const room = (parts: readonly RepairPart[]): number => roomBeside(brief, orderFor(report.spec, parts));
  if (whole.length === 0 || (!staysNarrow && (room(whole) >= 0 || room([]) < leastRoom)))
    return { parts: whole, isNarrow: false };
  const ids = new Set(brief.source.requirements.map(({ id }) => id));
  return { parts: narrowParts(scope, toMend, ids, asked), isNarrow: true };
}

/**
 * Asks for as many of the parts as fit a prompt that is nine tenths that of the draft, for one in any case; for all where they are
 * whole sections.
 */
export function firstOrder(
  brief: Brief,
  spec: SpecDocument,
  { parts, isNarrow }: RoundPlan,
): {
  readonly order: SectionOrder;
  readonly taken: ReadonlySet<string>;
} {
  let taken = isNarrow ? parts.slice(0, 1) : parts;
  for (const part of parts.slice(taken.length)) {
    const more = [...taken, part];
    if (roomBeside(brief, orderFor(spec, more)) < 0) break;
    taken = more;
  }
  return { order: orderFor(spec, taken), taken: new Set(taken.map(({ name }) => name)) };
}

function orderFor(spec: SpecDocument, parts: readonly RepairPart[]): SectionOrder {
  return { spec, ...joinParts(parts), instruction: '' };
}
