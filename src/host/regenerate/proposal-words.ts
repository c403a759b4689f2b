import { t } from '@vscode/l10n';
import { parseSpec } from '../../core/spec/parse-spec';
import { changedSections } from '../../core/update/changed-sections';

/** What is written anew: one section by its heading, or how many may change, two at least. */
export type ProposalSubject = { readonly heading: string } | { readonly sections: number };

/** Title of the diff while the answer comes, when nobody knows yet what it changes. */
export function openingTitle(subject: ProposalSubject): string {
  return 'heading' in subject
    ? t('{0}: section written anew', subject.heading)
    : t('Comparing {0} sections', subject.sections);
}

/**
 * Title of the diff of a whole answer.
 *
 * @param headings of the sections whose text it changes
 */
export function wholeTitle(headings: readonly string[]): string {
  const [first, second] = headings;
  if (first === undefined) return t('Written anew, and nothing changes');
  if (second === undefined) return t('{0}: section written anew', first);
  return headings.length === 2
    ? t('{0}, {1}: sections written anew', first, second)
    : t('{0}, {1}...: {2} sections written anew', first, second, headings.length);
}

/** @param headings of the sections whose text a whole answer changes */
export function offerText(headings: readonly string[]): string {
  const [only, ...more] = headings;
  if (only === undefined)
    return t('What was written anew says the same as before. Accept it to note that it is up to date.');
  return more.length === 0
    ? t('"{0}" is written anew. The diff shows what would change.', only)
    : t('{0} sections are written anew. The diff shows what would change.', headings.length);
}

/** Title of the progress while the answer comes. */
export function writingTitle(subject: ProposalSubject): string {
  return 'heading' in subject
    ? t('Writing "{0}" anew', subject.heading)
    : t('Writing {0} sections anew', subject.sections);
}

export function stillWriting(subject: ProposalSubject): string {
  return 'heading' in subject
    ? t('"{0}" is still being written.', subject.heading)
    : t('The sections are still being written.');
}

/** Why nothing was replaced, and what to do. */
export function refusal(kind: 'edited' | 'changed' | 'gone' | 'unusable', subject: ProposalSubject): string {
  const heading = 'heading' in subject ? subject.heading : null;
  switch (kind) {
    case 'edited':
    case 'changed':
      return heading === null
        ? t(
            'One of the sections was edited while they were written anew, so nothing was replaced. Discard this and run the command again.',
          )
        : t(
            '"{0}" was edited while it was written anew, so nothing was replaced. Discard this and run the command again.',
            heading,
          );
    case 'gone':
      return heading === null
        ? t('The sections are not in the document any more, so nothing was replaced.')
        : t('"{0}" is not in the document any more, so nothing was replaced.', heading);
    case 'unusable':
      return heading === null
        ? t('The answer holds no text for the sections that fits between the others.')
        : t('The answer holds no text for "{0}" that fits between the other sections.', heading);
  }
}

/** Headings of the sections whose text differs between two texts of a spec, in document order. */
export function headingsOfChange(before: string, after: string): readonly string[] {
  return changedSections(before, parseSpec(after)).map(
    ({ section }) => section?.heading ?? t('Beginning of the spec'),
  );
}
