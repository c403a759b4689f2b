import type { Brief } from '../brief/brief';
import { criterionLabel } from '../source/criterion-label';
import type { Source } from '../source/source';
import { dataFence } from '../text/data-fence';
import { recordedPath } from '../text/path';

/** The source as it is written and the requirements found in it. No answer changes it. */
export function sourcePart({ source }: Brief): string {
  const requirements = source.requirements.map((requirement) =>
    [
      `- ${requirement.id} (${requirement.kind}${requirement.priority === null ? '' : `, ${requirement.priority}`}): ${requirement.title}`,
      ...requirement.acceptance.map(
        (criterion, index) => `  - ${criterionLabel(requirement.id, index)}: ${criterion.text}`,
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
    '## Requirements to cover (ids are fixed)',
    requirements.length === 0 ? '(none found)' : dataFence('requirements', {}, requirements.join('\n')),
    ...leftOut(source),
  ].join('\n');
}

/** The source still says them; whoever set it right has the last word. */
function leftOut({ corrected }: Source): readonly string[] {
  if (corrected === undefined || corrected.leftOut.length === 0) return [];
  const lines = corrected.leftOut.map(
    ({ id, title, reason }) => `- ${id}: ${title}${reason === '' ? '' : ` (${reason})`}`,
  );
  return ['', '## Not to be covered (left out by hand)', dataFence('excluded', {}, lines.join('\n'))];
}
