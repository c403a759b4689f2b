import { t } from '@vscode/l10n';
import type { Drift, DriftEffects } from './drift';

/** What drifted, in one line in the language that `@vscode/l10n` was set up for: `US-003 changed: Accept an invitation`. */
export function describeDrift({ kind, change, subject, text }: Drift): string {
  switch (kind) {
    case 'template':
      return change === 'removed' ? t('template {0} removed', subject) : t('template {0} changed', subject);
    case 'correction':
      return change === 'removed'
        ? t('the correction of {0} waits: that is no longer read as it was', subject)
        : t('the correction of {0} waits: that says something else by now', subject);
    case 'answer':
      return ofAnswer(change, text);
    case 'source':
      return subject === '' ? ofBeginning(change) : ofPart(change, subject);
    default:
      return text === subject ? ofSubject(change, subject) : ofTitled(change, subject, text);
  }
}

function ofAnswer(change: Drift['change'], question: string): string {
  switch (change) {
    case 'added':
      return t('answer to "{0}" added', question);
    case 'removed':
      return t('answer to "{0}" removed', question);
    case 'changed':
      return t('answer to "{0}" changed', question);
  }
}

/** What stands before the first heading of the source. */
function ofBeginning(change: Drift['change']): string {
  switch (change) {
    case 'added':
      return t('beginning of the source added');
    case 'removed':
      return t('beginning of the source removed');
    case 'changed':
      return t('beginning of the source changed');
  }
}

function ofPart(change: Drift['change'], heading: string): string {
  switch (change) {
    case 'added':
      return t('"{0}" of the source added', heading);
    case 'removed':
      return t('"{0}" of the source removed', heading);
    case 'changed':
      return t('"{0}" of the source changed', heading);
  }
}

function ofSubject(change: Drift['change'], subject: string): string {
  switch (change) {
    case 'added':
      return t('{0} added', subject);
    case 'removed':
      return t('{0} removed', subject);
    case 'changed':
      return t('{0} changed', subject);
  }
}

function ofTitled(change: Drift['change'], subject: string, title: string): string {
  switch (change) {
    case 'added':
      return t('{0} added: {1}', subject, title);
    case 'removed':
      return t('{0} removed: {1}', subject, title);
    case 'changed':
      return t('{0} changed: {1}', subject, title);
  }
}

/** What a person can do about a correction that waits, in one line. */
export function describeWaiting({ path, affects: { requirements } }: Drift): string {
  const source = path ?? '';
  return requirements.length === 0
    ? t('Open {0} with Create Tech Spec: make the correction again there, or undo it.', source)
    : t(
        'Open {0} with Create Tech Spec: make the correction again there, or undo it. Until then {1} stay in the spec as they are.',
        ...[source, requirements.join(', ')],
      );
}

/** What it touches, in one line; `null` where nothing. */
export function describeEffects({ requirements, sections, tasks }: DriftEffects): string | null {
  const list = {
    requirements: requirements.join(', '),
    sections: sections.map(({ heading }) => `"${heading}"`).join(', '),
    tasks: tasks.map(({ id }) => id).join(', '),
  };
  const parts = [
    requirements.length === 1 ? t('requirement {0}', list.requirements) : '',
    requirements.length > 1 ? t('requirements {0}', list.requirements) : '',
    sections.length === 1 ? t('section {0}', list.sections) : '',
    sections.length > 1 ? t('sections {0}', list.sections) : '',
    tasks.length === 1 ? t('task {0}', list.tasks) : '',
    tasks.length > 1 ? t('tasks {0}', list.tasks) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join('; ');
}
