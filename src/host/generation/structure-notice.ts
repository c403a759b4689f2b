import { t } from '@vscode/l10n';
import type { SectionIssue } from '../../core/draft/section-tracker';
import type { Notice } from '../../shared/wizard/notice';
import type { GenerationSnapshot } from './generation-snapshot';

/** So many sections are named. */
const mostNamed = 5;

/** What is wrong with the order of a document's parts, as noticed while it streamed; `null` where nothing is. */
export function structureNotice(
  snapshot: Pick<GenerationSnapshot, 'sections' | 'startedOver'>,
): Notice | null {
  const { sections, startedOver } = snapshot;
  const named = (issue: SectionIssue): string => {
    const headings = sections.flatMap((section) => (section.issue === issue ? [section.heading] : []));
    const rest = headings.length - mostNamed;
    return [...headings.slice(0, mostNamed), ...(rest > 0 ? [t('{0} more', rest)] : [])].join(', ');
  };
  const [missing, repeated, misplaced] = [named('missing'), named('repeated'), named('misplaced')];
  const texts = [
    ...(startedOver
      ? [t('The model began the document again in the middle, so it stands there twice. Delete one of them.')]
      : []),
    ...(missing === '' ? [] : [t('Sections that are missing: {0}.', missing)]),
    ...(repeated === '' || startedOver ? [] : [t('Sections that stand there twice: {0}.', repeated)]),
    ...(misplaced === '' ? [] : [t('Sections out of their order: {0}.', misplaced)]),
  ];
  return texts.length === 0 ? null : { severity: 'warning', text: texts.join(' '), actions: [] };
}
