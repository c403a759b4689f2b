import { t } from '@vscode/l10n';

/** The name of a requirement kind, one of many; kinds added later show as they are. */
export function requirementKindName(kind: string): string {
  switch (kind) {
    case 'story':
      return t('User story');
    case 'functional':
      return t('Functional');
    case 'non-functional':
      return t('Non-functional');
    case 'ears':
      return t('EARS');
    case 'success-criterion':
      return t('Success criterion');
    case 'other':
      return t('Other');
    default:
      return kind;
  }
}
