import { t } from '@vscode/l10n';
import type { Drift, DriftEffects } from './drift';

/** What drifted, in one line in the language that `@vscode/l10n` was set up for: `US-003 changed: Accept an invitation`. */
export function describeDrift({ kind, change, subject, text }: Drift): string {
  const name =
    kind === 'template'
      ? t('template {0}', subject)
      : kind === 'answer'
        ? `"${text}"`
        : nameOf(kind, subject);
  const what =
    change === 'added'
      ? t('{0} added', name)
      : change === 'removed'
        ? t('{0} removed', name)
        : t('{0} changed', name);
  return text === subject || kind === 'answer' || kind === 'source' ? what : `${what}: ${text}`;
}

/** What it touches, in one line; `null` where nothing. */
export function describeEffects({ requirements, sections, tasks }: DriftEffects): string | null {
  const parts = [
    ...(requirements.length === 0 ? [] : [t('requirements {0}', requirements.join(', '))]),
    ...(sections.length === 0
      ? []
      : [t('sections {0}', sections.map(({ heading }) => `"${heading}"`).join(', '))]),
    ...(tasks.length === 0 ? [] : [t('tasks {0}', tasks.map(({ id }) => id).join(', '))]),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}

function nameOf(kind: Drift['kind'], subject: string): string {
  if (kind !== 'source') return subject;
  return subject === '' ? t('what the source says first') : t('"{0}" of the source', subject);
}
