import * as l10n from '@vscode/l10n';
import type { SourceCandidate } from '../../../src/shared/wizard/source-state';

export type SourceKind = SourceCandidate['kind'];

export function sourceKindName(kind: SourceKind): string {
  switch (kind) {
    case 'prd':
      return l10n.t('Product requirements (PRD)');
    case 'initiative':
      return l10n.t('Engineering initiative');
    case 'conversation':
      return l10n.t('Conversation');
  }
}

/** What reading a source as this kind means. */
export function sourceKindHint(kind: SourceKind): string {
  switch (kind) {
    case 'prd':
      return l10n.t(
        'Says what users need. Its stories and requirements are kept by id and each must be covered.',
      );
    case 'initiative':
      return l10n.t(
        'Says what engineering wants to change and why. Its goals and success criteria become requirements.',
      );
    case 'conversation':
      return l10n.t(
        'Notes or a chat. What was asked for becomes requirements; what stayed open becomes questions.',
      );
  }
}

/** A number of requirements of one kind, such as `5 user stories`. */
export function requirementCount(kind: string, count: number): string {
  const one = count === 1;
  const texts: Readonly<Record<string, string>> = {
    story: one ? l10n.t('1 user story') : l10n.t('{0} user stories', count),
    functional: l10n.t('{0} functional', count),
    'non-functional': l10n.t('{0} non-functional', count),
    ears: l10n.t('{0} in EARS form', count),
    'success-criterion': one ? l10n.t('1 success criterion') : l10n.t('{0} success criteria', count),
    other: one ? l10n.t('1 other') : l10n.t('{0} others', count),
  };
  return texts[kind] ?? `${count} ${kind}`;
}

/** Document kinds in the order in which the Context step shows them. */
export const documentKindOrder: readonly string[] = [
  'source',
  'rule',
  'steering',
  'completed-spec',
  'research',
  'decision',
  'template',
];

export function documentKindName(kind: string): string {
  const names: Readonly<Record<string, string>> = {
    source: l10n.t('Source and its parts'),
    rule: l10n.t('Rules'),
    steering: l10n.t('Steering'),
    'completed-spec': l10n.t('Completed specs'),
    research: l10n.t('Research'),
    decision: l10n.t('Decisions'),
    template: l10n.t('Templates'),
  };
  return names[kind] ?? kind;
}
