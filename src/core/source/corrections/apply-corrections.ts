import { fingerprintOf } from '../requirements/fingerprint';
import { knownIdOf } from '../identity/keep-ids';
import type { KnownId, KnownPart, SourceIds } from '../identity/known-ids';
import { nextIds, remembered } from '../identity/next-ids';
import { sketchOf } from '../identity/sketch';
import { titleOf } from '../document/inline-text';
import { passageOf, passagesOf } from '../passages/unread-passages';
import type { AcceptanceCriterion, LeftOutRequirement, OutOfScopeItem, Requirement, Source } from '../source';
import { applySplit } from './apply-split';
import type { Correction, CorrectionOutcome, CorrectionState } from './correction';
import { correctionFindings } from './correction-findings';
import { findTarget } from './find-target';
import { findingsThatHold } from './findings-that-hold';
import { leaveOut, leaveOutUnread, type LeftOut } from './leave-out';
import { waitingOf } from './waiting';

export interface CorrectedSource {
  readonly source: Source;
  /** One for each correction, in order. */
  readonly outcomes: readonly CorrectionOutcome[];
}

/**
 * What is understood of a source once a person has set it right. Corrections are applied in order, each to the outcome
 * of those before it. One whose requirement is gone, or says something else by now, changes nothing: it is reported in
 * the source's findings instead, so that no requirement is lost because of what another one once was.
 *
 * @param source with its ids kept, see `keepIds`
 * @param previous what `keepIds` was given
 */
export function applyCorrections(
  source: Source,
  corrections: readonly Correction[],
  previous: readonly SourceIds[],
): CorrectedSource {
  if (corrections.length === 0) return { source, outcomes: [] };
  const known = eachOnce(previous);
  const around: Around = { corrections, known, source };
  const outcomes: CorrectionOutcome[] = [];
  let now: Understanding = {
    requirements: source.requirements,
    outOfScope: source.outOfScope,
    ...{ leftOut: [], made: [], said: new Map() },
  };
  for (const correction of corrections) {
    const { state, next } = applyOne(now, correction, around);
    outcomes.push({ correction, state });
    now = next;
  }
  const { requirements, outOfScope, leftOut, made, said } = now;
  const waiting = waitingOf(outcomes, requirements, known);
  const saidBefore = partsBefore(outcomes, known, said);
  const present = [...source.requirements, ...made].map((one): KnownId => {
    const parts = [...(saidBefore.get(one.id) ?? []), ...(said.get(one.id) ?? [])];
    return { ...knownIdOf(one), ...(parts.length === 0 ? {} : { parts }) };
  });
  const there = new Set(present.map(({ id }) => id));
  // What waits is not gone.
  const kept = known.filter(
    ({ id, retired }) => retired !== true && !there.has(id) && waiting.some(({ ids }) => ids.includes(id)),
  );
  return {
    source: {
      ...source,
      requirements,
      outOfScope,
      findings: [...findingsThatHold(source, requirements, leftOut), ...correctionFindings(outcomes, source)],
      ids: nextIds([...present, ...kept.map(remembered)], previous, reserved(corrections)),
      corrected: { corrections, leftOut, waiting },
    },
    outcomes,
  };
}

/** What is known of each id, as the newest of the lists knows it. */
function eachOnce(previous: readonly SourceIds[]): readonly KnownId[] {
  const seen = new Set<string>();
  return previous.flatMap(({ known }) => {
    const fresh = known.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    return fresh;
  });
}

/** What parts said that are not there now, by their ids: their split may hold again, or the same text be put back. */
function partsBefore(
  outcomes: readonly CorrectionOutcome[],
  known: readonly KnownId[],
  now: ReadonlyMap<string, readonly KnownPart[]>,
): ReadonlyMap<string, readonly KnownPart[]> {
  const splits = new Map(
    outcomes.flatMap(({ correction, state }) =>
      correction.type === 'split' ? [[correction.ids[0], state === 'applied' || state === 'reworded']] : [],
    ),
  );
  return new Map(
    known.map(({ id, parts = [] }) => {
      const said = new Set((now.get(id) ?? []).map(({ split }) => split));
      const gone = parts.filter(({ split }) => splits.has(split) && !said.has(split));
      return [id, gone.map((part) => (splits.get(part.split) === true ? { ...part, retired: true } : part))];
    }),
  );
}

interface Around {
  readonly corrections: readonly Correction[];
  /** What is known of the source's ids, each once. */
  readonly known: readonly KnownId[];
  /** As read. */
  readonly source: Source;
}

interface Understanding {
  readonly requirements: readonly Requirement[];
  readonly outOfScope: readonly OutOfScopeItem[];
  readonly leftOut: readonly LeftOutRequirement[];
  /** What corrections made and nobody read, as it was made: also what a later one left out, which is not to be new the next time. */
  readonly made: readonly Requirement[];
  /** What the parts of splits say, by their ids. */
  readonly said: ReadonlyMap<string, readonly KnownPart[]>;
}

interface Applied {
  readonly state: CorrectionState;
  readonly next: Understanding;
}

function applyOne(now: Understanding, correction: Correction, around: Around): Applied {
  if (correction.type === 'add') return add(now, correction, around.source);
  if (correction.type === 'split') return split(now, correction, around);
  const { target } = correction;
  const found = [target, ...(correction.type === 'merge' ? correction.merged : [])].map((one) =>
    findTarget(now.requirements, one),
  );
  const there = found.filter(({ requirement }) => requirement !== null);
  const [first, ...others] = there.flatMap(({ requirement }) => requirement ?? []);
  const state = first === undefined ? 'vanished' : worst(there.map((one) => one.state));
  if (first === undefined || state === 'held') {
    const unread =
      correction.type === 'drop' ? leaveOutUnread(correction, { ...now, text: around.source.text }) : null;
    return unread === null ? { state, next: now } : { state: 'applied', next: without(now, unread) };
  }
  // What was joined stays joined, under its id, where a part of it is gone.
  const isLess = there.length < found.length;
  return { state: isLess ? 'reworded' : state, next: change(now, correction, first, others) };
}

function split(
  now: Understanding,
  correction: Extract<Correction, { type: 'split' }>,
  { corrections, known }: Around,
): Applied {
  const applied = applySplit(now.requirements, correction, corrections, known);
  if (applied.whole === null) return { state: applied.state, next: now };
  const { whole, parts } = applied;
  const said = new Map(now.said);
  for (const [index, { id }] of parts.entries())
    said.set(id, [...(said.get(id) ?? []), ...applied.said.slice(index, index + 1)]);
  const before = new Set(now.requirements.map(({ id }) => id));
  return {
    state: applied.state,
    next: {
      ...now,
      requirements: now.requirements.flatMap((one) => (one === whole ? parts : [one])),
      made: [...now.made, ...parts.filter(({ id }) => !before.has(id))],
      said,
    },
  };
}

function change(
  now: Understanding,
  correction: Exclude<Correction, { type: 'add' | 'split' }>,
  requirement: Requirement,
  others: readonly Requirement[],
): Understanding {
  const replaced = (by: readonly Requirement[]): Understanding => ({
    ...now,
    requirements: now.requirements.flatMap((one) =>
      one.id === requirement.id ? by : others.some(({ id }) => id === one.id) ? [] : [one],
    ),
  });
  switch (correction.type) {
    case 'merge': {
      // The author may have given its id to another one since.
      const { id } = correction.target;
      const isTaken = now.requirements.some(
        (one) => one.id === id && one !== requirement && !others.includes(one),
      );
      return replaced([{ ...joined(requirement, others), id: isTaken ? requirement.id : id }]);
    }
    case 'retype':
      return replaced([{ ...requirement, kind: correction.kind }]);
    case 'retitle':
      return replaced([{ ...requirement, title: titleOf(correction.title) }]);
    case 'drop':
      return without(replaced([]), leaveOut(correction, requirement));
  }
}

function without(now: Understanding, { leftOut, outOfScope, with: more }: LeftOut): Understanding {
  return {
    ...now,
    requirements: now.requirements.filter(({ id }) => !more.has(id)),
    leftOut: [...now.leftOut, leftOut],
    outOfScope: [...now.outOfScope, ...outOfScope].sort((a, b) => a.line - b.line),
  };
}

function joined(first: Requirement, others: readonly Requirement[]): Requirement {
  const all = [first, ...others];
  const text = all.map((one) => one.text).join('\n');
  return {
    ...first,
    text,
    fingerprint: fingerprintOf(text),
    priority: all.find(({ priority }) => priority !== null)?.priority ?? null,
    acceptance: distinct(all.flatMap(({ acceptance }) => acceptance)),
  };
}

function distinct(criteria: readonly AcceptanceCriterion[]): readonly AcceptanceCriterion[] {
  return [...new Map(criteria.map((criterion) => [criterion.text, criterion])).values()];
}

function add(now: Understanding, correction: Extract<Correction, { type: 'add' }>, source: Source): Applied {
  const { id, kind, title, text } = correction;
  if (now.requirements.some((requirement) => requirement.id === id)) return { state: 'redundant', next: now };
  const said = text.trim() === '' ? title : text;
  // What a passage of the source says stands where that does.
  const { line = 1 } = passageOf(correction, passagesOf(source)) ?? {};
  const requirement: Requirement = {
    ...{ id, explicitId: null, line, endLine: line, kind, priority: null, acceptance: [] },
    ...{ group: null, title: titleOf(title), text: said, fingerprint: fingerprintOf(said) },
    addedByHand: true,
  };
  return {
    state: 'applied',
    next: { ...now, requirements: [...now.requirements, requirement], made: [...now.made, requirement] },
  };
}

const severity: readonly CorrectionState[] = ['applied', 'reworded', 'held', 'vanished'];

function worst(states: readonly CorrectionState[]): CorrectionState {
  return severity[Math.max(...states.map((state) => severity.indexOf(state)))] ?? 'applied';
}

/** Ids that corrections hold, also for requirements that can't be made now: they are not free for others. */
function reserved(corrections: readonly Correction[]): SourceIds['known'] {
  return corrections
    .flatMap((correction) => {
      if (correction.type === 'add')
        return [{ id: correction.id, text: correction.text || correction.title }];
      return correction.type === 'split'
        ? correction.ids.map((id) => ({ id, text: correction.target.text }))
        : [];
    })
    .map(({ id, text }) => ({ id, fingerprint: fingerprintOf(text), group: null, sketch: sketchOf(text) }));
}
