import type { Finding, Severity } from '../../checks/finding';
import type { Source } from '../source';
import type { Correction, CorrectionOutcome, CorrectionState } from './correction';
import { correctedId } from './correction';

/** What there is to say about corrections that the source has overtaken. */
const messages: Readonly<
  Record<Exclude<CorrectionState, 'applied'>, { readonly severity: Severity; readonly message: string }>
> = {
  reworded: {
    severity: 'info',
    message:
      '{0} was corrected by hand, and its wording has changed since. See whether the correction still holds.',
  },
  held: {
    severity: 'warning',
    message:
      '{0} was corrected by hand, but says something else by now: the correction is held back. Make it again, or remove it.',
  },
  vanished: {
    severity: 'warning',
    message:
      '{0} was corrected by hand, but is no longer there ("{1}"). Remove the correction, or restore the requirement.',
  },
  redundant: {
    severity: 'info',
    message: 'What was added to {0} by hand stands in the source by now. Remove the correction.',
  },
};

/** A finding for each correction that is not simply applied, at its requirement where that is still there. */
export function correctionFindings(
  outcomes: readonly CorrectionOutcome[],
  source: Pick<Source, 'requirements'>,
): readonly Finding[] {
  return outcomes.flatMap(({ correction, state }): readonly Finding[] => {
    if (state === 'applied') return [];
    const id = correctedId(correction);
    const about = source.requirements.find((requirement) => requirement.id === id);
    // What stands in a file beside the source has no line in it.
    const line = about === undefined || about.path !== undefined ? 1 : about.line;
    const { severity, message } = messages[state];
    const args = state === 'vanished' ? [missing(correction, source), textOf(correction)] : [id];
    return [
      {
        ...{ check: 'prd-correction', severity, message, args, fixable: false },
        ...{ line, column: 1, endLine: line, endColumn: 1 },
      },
    ];
  });
}

/** Of a merge, the part that is gone. */
function missing(correction: Correction, { requirements }: Pick<Source, 'requirements'>): string {
  const ids = new Set(requirements.map(({ id }) => id));
  const merged = correction.type === 'merge' ? correction.merged.map(({ id }) => id) : [];
  return [correctedId(correction), ...merged].find((id) => !ids.has(id)) ?? correctedId(correction);
}

function textOf(correction: Correction): string {
  const text = correction.type === 'add' ? correction.title : correction.target.text;
  const [line = ''] = text.split('\n');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
