import type { Brief } from '../brief/brief';
import { criterionLabel } from '../source/notation/criterion-label';
import type { Source } from '../source/source';
import { dataFence } from '../text/data-fence';
import { recordedPath } from '../text/path';

/** The source as it is written and the requirements found in it. No answer changes it. */
export function sourcePart({ source }: Brief): string {
  const requirements = source.requirements.map((requirement) =>
    [
      `- ${requirement.id} (${requirement.kind}${requirement.priority === null ? '' : `, ${requirement.priority}`}): ${requirement.title}`,
      ...requirement.acceptance.map(
        ({ text }, index) => `  - ${criterionLabel(requirement.id, index)}: ${asReminder(text, source)}`,
      ),
    ].join('\n'),
  );
  return [
    '# Source',
    dataFence('source', { path: recordedPath(source.path), kind: source.kind }, source.text, source.sha256),
    ...(source.siblings ?? []).map(({ path, text, sha256 }) =>
      dataFence('source', { path: recordedPath(path), kind: source.kind }, text, sha256),
    ),
    '',
    '## Requirements to cover (ids are fixed; of criteria that stand above word for word the beginning)',
    requirements.length === 0 ? '(none found)' : dataFence('requirements', {}, requirements.join('\n')),
    ...leftOut(source),
  ].join('\n');
}

/** Longest beginning of a criterion, in characters; much shorter ones stand whole. */
const longestBeginning = 48;

/** A criterion that the source says in the same words need not be sent twice: its beginning tells which one has the label. */
function asReminder(text: string, { text: whole, siblings = [] }: Source): string {
  if (text.length < 2 * longestBeginning) return text;
  if (![whole, ...siblings.map((sibling) => sibling.text)].some((one) => one.includes(text))) return text;
  return `${text.slice(0, longestBeginning).replace(/(?<!\s)\s+\S*$/u, '')} …`;
}

/** The source still says them; whoever set it right has the last word. */
function leftOut({ corrected }: Source): readonly string[] {
  if (corrected === undefined || corrected.leftOut.length === 0) return [];
  const lines = corrected.leftOut.map(
    ({ id, title, reason }) => `- ${id}: ${title}${reason === '' ? '' : ` (${reason})`}`,
  );
  return ['', '## Not to be covered (left out by hand)', dataFence('excluded', {}, lines.join('\n'))];
}
