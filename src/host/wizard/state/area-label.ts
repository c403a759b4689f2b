import { t } from '@vscode/l10n';
import type { QuestionGroup } from '../../../core/clarify/areas';

const labels: Readonly<Record<string, () => string>> = {
  acceptance: () => t('Acceptance criteria'),
  ambiguity: () => t('Ambiguity'),
  architecture: () => t('Architecture'),
  compatibility: () => t('Compatibility'),
  constraint: () => t('Constraints'),
  contradiction: () => t('Contradictions'),
  data: () => t('Data'),
  dependency: () => t('Dependencies'),
  'error-handling': () => t('Error handling'),
  infrastructure: () => t('Infrastructure'),
  integration: () => t('Integration points'),
  interface: () => t('Interfaces'),
  'metadata:owner': () => t('Ownership'),
  'metadata:status': () => t('Status'),
  observability: () => t('Observability'),
  performance: () => t('Performance'),
  rollout: () => t('Rollout'),
  security: () => t('Security'),
  success: () => t('Success'),
  'system-context': () => t('System context'),
  testing: () => t('Testing'),
  ui: () => t('User interface'),
  user: () => t('Users'),
};

const groups: Readonly<Record<QuestionGroup, () => string>> = {
  requirements: () => t('Requirements and scope'),
  architecture: () => t('System context'),
  integration: () => t('Integration points'),
  data: () => t('Data'),
  performance: () => t('Performance'),
  security: () => t('Security'),
  compatibility: () => t('Compatibility'),
  infrastructure: () => t('Infrastructure'),
  'error-handling': () => t('Error handling'),
};

/** Name of the group under which questions are shown. */
export function groupLabel(group: QuestionGroup): string {
  return groups[group]();
}

/** Name of a question's area for a person; a template's own area is shown by its id, made readable. */
export function areaLabel(area: string): string {
  const known = labels[area];
  if (known !== undefined) return known();
  const words = area.replaceAll('-', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
