import { openDrifts, type Drift } from '../drift/drift';
import { editedSections } from './edited-sections';
import { ownParts, type OwnPart } from './own-parts';
import type { Receipt } from '../receipt/receipt';
import type { SectionedSpec } from './section-target';

/** What would be written anew so that nothing of a spec is stale. */
export interface StaleParts {
  /** In document order. */
  readonly parts: readonly OwnPart[];
  /** Those of them that a person has a hand in. */
  readonly edited: readonly OwnPart[];
  /** The open drifts that touch them. */
  readonly drifts: readonly Drift[];
}

/** The sections that drifts touch which nobody has accepted, exactly. */
export function staleParts(
  scope: SectionedSpec,
  receipt: Pick<Receipt, 'sections'> | null,
  drifts: readonly Drift[],
): StaleParts {
  const open = openDrifts(drifts);
  const keys = new Set(open.flatMap(({ affects }) => affects.sections.map(({ key }) => key)));
  const parts = ownParts(scope, keys);
  const edited = editedSections(scope, receipt);
  return {
    parts,
    edited: parts.filter(({ key }) => edited.has(key)),
    drifts: open.filter(({ affects }) => affects.sections.some(({ line }) => line !== null)),
  };
}

/** What a model is told of the changes, in English whatever the language of the editor is. */
export function staleInstruction(drifts: readonly Drift[]): string {
  const lines = drifts.map(({ kind, change, subject, text }) => {
    const about = kind === 'answer' || text === subject ? text : `${subject} (${text})`;
    return `- ${kind} ${about}: ${change}`;
  });
  return [
    'Since these sections were written, this has changed; work it in as it is now, and leave what it does not touch word for word, ids and ticks of tasks included:',
    ...lines,
  ].join('\n');
}
