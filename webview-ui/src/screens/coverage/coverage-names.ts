import { t } from '@vscode/l10n';
import type { CoverageState, CriterionView, WorkState } from '../../../../src/shared/coverage-protocol';

/** A state in words. */
export function stateName(state: CoverageState): string {
  switch (state) {
    case 'covered':
      return t('Covered');
    case 'out-of-scope':
      return t('Out of scope');
    case 'open':
      return t('Open question');
    case 'uncovered':
      return t('Not covered');
    case 'measured':
      return t('Measured later');
  }
}

/** Whether a criterion has a test, in words. */
export function testName(state: CriterionView['state']): string {
  switch (state) {
    case 'tested':
      return t('has a test');
    case 'open':
      return t('waits for an open question');
    case 'untested':
      return t('has no test');
  }
}

/** What stands of something that the spec promises, in words. */
export function workName(state: WorkState): string {
  switch (state) {
    case 'found':
      return t('is there');
    case 'deviating':
      return t('differs');
    case 'missing':
      return t('is missing');
    case 'planned':
      return t('is planned');
    case 'unknown':
      return t('cannot be told');
  }
}
