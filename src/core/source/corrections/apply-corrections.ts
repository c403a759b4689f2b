import type { Finding } from '../../checks/finding';
import { fingerprintOf } from '../fingerprint';
import { knownIdOf } from '../identity/keep-ids';
import type { SourceIds } from '../identity/known-ids';
import { nextIds } from '../identity/next-ids';
import { similarityIn } from '../identity/similarity';
import { sketchOf } from '../identity/sketch';
import { titleOf } from '../inline-text';
import { ownRequirements } from '../own-requirements';
import type { AcceptanceCriterion, LeftOutRequirement, OutOfScopeItem, Requirement, Source } from '../source';
import type { Correction, CorrectionOutcome, CorrectionState, Target } from './correction';
import { correctionFindings } from './correction-findings';
import { splitRequirement } from './split-requirement';

/** A requirement that is less like its former self than this is taken for another one. */
const stillTheSame = 0.5;
/** Of a statement this much is kept to know it by, in characters. */
const keptText = 300;

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
  const start: Understanding = {
    requirements: source.requirements,
    outOfScope: source.outOfScope,
    leftOut: [],
  };
  const outcomes: CorrectionOutcome[] = [];
  let now = start;
  for (const correction of corrections) {
    const { state, next } = applyOne(now, correction);
    outcomes.push({ correction, state });
    now = next;
  }
  const { requirements, outOfScope, leftOut } = now;
  const read = new Set(source.requirements.map(({ id }) => id));
  const added = requirements.filter(({ id }) => !read.has(id)).map(knownIdOf);
  const present = [...source.requirements.map(knownIdOf), ...added];
  return {
    source: {
      ...source,
      requirements,
      outOfScope,
      findings: [
        ...source.findings.filter(
          (finding) =>
            !isAboutOne(finding, source.requirements, requirements) &&
            !isAboutLeftOut(finding, source, requirements, leftOut),
        ),
        ...correctionFindings(outcomes, source),
      ],
      ids: nextIds(present, previous, reserved(corrections)),
      corrected: { corrections, leftOut },
    },
    outcomes,
  };
}

/** What to remember of a requirement in order to find it again. */
export function targetOf({ id, fingerprint, text }: Requirement): Target {
  return { id, fingerprint, text: text.slice(0, keptText) };
}

interface Understanding {
  readonly requirements: readonly Requirement[];
  readonly outOfScope: readonly OutOfScopeItem[];
  readonly leftOut: readonly LeftOutRequirement[];
}

interface Applied {
  readonly state: CorrectionState;
  readonly next: Understanding;
}

function applyOne(now: Understanding, correction: Correction): Applied {
  if (correction.type === 'add') return add(now, correction);
  const targets = [correction.target, ...(correction.type === 'merge' ? correction.merged : [])];
  const found = targets.map((target) => find(now.requirements, target));
  const state = worst(found.map((one) => one.state));
  const requirements = found.flatMap(({ requirement }) => requirement ?? []);
  const [first, ...others] = requirements;
  if (first === undefined || requirements.length < targets.length) return { state: 'vanished', next: now };
  if (state === 'held') return { state, next: now };
  if (correction.type === 'split' && now.requirements.some(({ id }) => correction.ids.includes(id)))
    return { state: 'redundant', next: now };
  const next = change(now, correction, first, others);
  return next === null ? { state: 'held', next: now } : { state, next };
}

/** `null` where the requirement has become such that the correction does not fit. */
function change(
  now: Understanding,
  correction: Exclude<Correction, { type: 'add' }>,
  requirement: Requirement,
  others: readonly Requirement[],
): Understanding | null {
  const replaced = (by: readonly Requirement[]): Understanding => ({
    ...now,
    requirements: now.requirements.flatMap((one) =>
      one.id === requirement.id ? by : others.some(({ id }) => id === one.id) ? [] : [one],
    ),
  });
  switch (correction.type) {
    case 'merge':
      return replaced([joined(requirement, others)]);
    case 'split': {
      const parts = splitRequirement(requirement, correction.by, correction.ids);
      return parts === null ? null : replaced(parts);
    }
    case 'retype':
      return replaced([{ ...requirement, kind: correction.kind }]);
    case 'retitle':
      return replaced([{ ...requirement, title: titleOf(correction.title) }]);
    case 'drop': {
      const { reason } = correction;
      const { id, title, line } = requirement;
      const text = reason === '' ? title : `${title}: ${reason}`;
      const rest = replaced([]);
      const leftOut = [...now.leftOut, { id, title, reason }];
      return correction.as === 'out-of-scope'
        ? {
            ...rest,
            leftOut,
            outOfScope: [...now.outOfScope, { line, text }].sort((a, b) => a.line - b.line),
          }
        : { ...rest, leftOut };
    }
  }
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

function add(now: Understanding, { id, kind, title, text }: Extract<Correction, { type: 'add' }>): Applied {
  if (now.requirements.some((requirement) => requirement.id === id)) return { state: 'redundant', next: now };
  const said = text.trim() === '' ? title : text;
  const requirement: Requirement = {
    ...{ id, explicitId: null, line: 1, endLine: 1, kind, priority: null, acceptance: [], group: null },
    title: titleOf(title),
    text: said,
    fingerprint: fingerprintOf(said),
    addedByHand: true,
  };
  return { state: 'applied', next: { ...now, requirements: [...now.requirements, requirement] } };
}

function find(
  requirements: readonly Requirement[],
  target: Target,
): { readonly state: CorrectionState; readonly requirement: Requirement | null } {
  const requirement = requirements.find(({ id }) => id === target.id) ?? null;
  if (requirement?.fingerprint === target.fingerprint) return { state: 'applied', requirement };
  // The same text under another id is the same: the author has renumbered, say.
  const same = requirements.filter(({ fingerprint }) => fingerprint === target.fingerprint);
  if (same.length === 1 && same[0] !== undefined) return { state: 'applied', requirement: same[0] };
  if (requirement === null) return { state: 'vanished', requirement };
  const sketches = [target.text, requirement.text.slice(0, keptText)].map(sketchOf);
  const [before = '', after = ''] = sketches;
  const likeness = similarityIn([before], [after])(before, after);
  return { state: likeness >= stillTheSame ? 'reworded' : 'held', requirement };
}

const severity: readonly CorrectionState[] = ['applied', 'reworded', 'held', 'vanished'];

function worst(states: readonly CorrectionState[]): CorrectionState {
  return severity[Math.max(...states.map((state) => severity.indexOf(state)))] ?? 'applied';
}

/** A finding about a requirement that the person took out or joined with another. */
function isAboutOne(
  { line, args }: { readonly line: number; readonly args: readonly string[] },
  before: readonly Requirement[],
  after: readonly Requirement[],
): boolean {
  const present = new Set(after.map(({ id }) => id));
  return before.some(
    (gone) => !present.has(gone.id) && line >= gone.line && line <= gone.endLine && args.includes(gone.id),
  );
}

/** Findings that are about the file whatever becomes of the statement on whose line they stand. */
const aboutTheFile: ReadonlySet<string> = new Set(['prd-secret', 'prd-undefined-term']);

/** A finding whose statement, or one of whose statements, a person left out: there is nothing to settle any more. */
function isAboutLeftOut(
  { check, line, alternatives = [] }: Finding,
  { requirements: before }: Source,
  after: readonly Requirement[],
  leftOut: readonly LeftOutRequirement[],
): boolean {
  if (aboutTheFile.has(check)) return false;
  const gone = new Set(leftOut.map(({ id }) => id));
  const own = ownRequirements({ requirements: before });
  return [line, ...alternatives.map((statement) => statement.line)].some((at) => {
    const owner = innermostAt(own, at);
    // What was split has left its lines to its parts.
    return owner !== null && gone.has(owner.id) && !after.some((one) => standsLike(one, owner));
  });
}

function innermostAt(requirements: readonly Requirement[], at: number): Requirement | null {
  const around = requirements.filter(({ line, endLine }) => line <= at && at <= endLine);
  return around.toSorted((a, b) => b.line - a.line || a.endLine - b.endLine)[0] ?? null;
}

function standsLike(one: Requirement, other: Requirement): boolean {
  return one.path === undefined && one.line === other.line && one.endLine === other.endLine;
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
