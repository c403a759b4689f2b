import * as l10n from '@vscode/l10n';
import type { StackRowView } from '../../../../src/shared/wizard/context-state';

export type StackFacetId = StackRowView['facet'];

/** What a facet of the stack is called. */
export function stackFacetName(facet: StackFacetId): string {
  switch (facet) {
    case 'languages':
      return l10n.t('Languages');
    case 'frameworks':
      return l10n.t('Frameworks');
    case 'orms':
      return l10n.t('Database mappers');
    case 'databases':
      return l10n.t('Databases');
    case 'migrationTool':
      return l10n.t('Migration tool');
    case 'migrationFolder':
      return l10n.t('Migration folder');
    case 'migrationNaming':
      return l10n.t('Migrations named by');
    case 'testCommands':
      return l10n.t('Test commands');
    case 'uiLibrary':
      return l10n.t('UI library');
    case 'uiComponents':
      return l10n.t('UI components');
    case 'packageManagers':
      return l10n.t('Package managers');
    case 'ci':
      return l10n.t('CI');
    case 'modules':
      return l10n.t('Modules');
  }
}

/** A value as a person reads it: most are names, ways of naming are words of ours. */
export function stackValueText(facet: StackFacetId, text: string): string {
  if (facet !== 'migrationNaming') return text;
  return namings().find(({ value }) => value === text)?.label ?? text;
}

/** The ways in which migrations can be named. */
export function namings(): readonly { readonly value: string; readonly label: string }[] {
  return [
    { value: 'timestamp', label: l10n.t('time of making') },
    { value: 'sequence', label: l10n.t('number that grows by one') },
    { value: 'version', label: l10n.t('version') },
    { value: 'key', label: l10n.t('random key') },
  ];
}
