import * as l10n from '@vscode/l10n';
import type { PassageView } from '../../../../src/shared/wizard/source-state';

/** As what a passage was read, in words. */
export function passageRoleName(role: PassageView['role']): string {
  switch (role) {
    case 'background':
      return l10n.t('background');
    case 'goal':
      return l10n.t('goals');
    case 'audience':
      return l10n.t('audience');
    case 'success':
      return l10n.t('success metrics');
    case 'risk':
      return l10n.t('risks');
    case 'constraint':
      return l10n.t('constraints and assumptions');
    case 'quality':
      return l10n.t('performance, security, operation');
    case 'data':
      return l10n.t('data and interfaces');
    case 'design':
      return l10n.t('design');
    case 'plan':
      return l10n.t('timeline');
    case 'context':
      return l10n.t('people, market, cost');
    case 'decision':
      return l10n.t('decisions');
    case 'acceptance':
      return l10n.t('tests and acceptance');
    case 'description':
      return l10n.t('description');
    case 'aside':
      return l10n.t('an aside');
    case 'document':
      return l10n.t('about the document');
    case 'around':
      return l10n.t('text between requirements');
    case 'without-id':
      return l10n.t('has no ID, unlike the requirements around it');
    case 'talk':
      return l10n.t('talk that settled nothing');
    case 'proposal':
      return l10n.t('a proposal nobody agreed to');
    case 'none':
      return l10n.t('nothing told what it is');
  }
}
