import * as l10n from '@vscode/l10n';
import type { DeclaredFactsView } from '../../../../src/shared/wizard/context-state';
import { useSend } from '../../state/use-wizard';
import { LinkButton } from '../../ui/link-button';

interface DeclaredFactsProps {
  readonly facts: DeclaredFactsView;
  /** Title of the spec, which tells one list from another. */
  readonly title: string;
  readonly path: string;
}

/** What a completed spec declares, closed until somebody wants to see it. */
export function DeclaredFacts({ facts: { count, shown }, title, path }: DeclaredFactsProps) {
  const send = useSend();
  return (
    <details className="details document-facts">
      <summary>
        {count === 1 ? l10n.t('Declares 1 fact') : l10n.t('Declares {0} facts', count)}
        <span className="visually-hidden">{` (${title})`}</span>
      </summary>
      <ul className="fact-list">
        {shown.map(({ kind, name, detail, line }) => (
          <li key={`${kind} ${name}`}>
            <span className="muted">{factKindName(kind)}</span>{' '}
            <span>{detail === '' ? name : `${name}: ${detail}`}</span>{' '}
            <LinkButton
              label={l10n.t('line {0}, open {1}', line, path)}
              onClick={() => send({ type: 'openFile', path, line })}
            >
              {l10n.t('line {0}', line)}
            </LinkButton>
          </li>
        ))}
      </ul>
      {count > shown.length ? (
        <p className="field-hint">{l10n.t('and {0} more', count - shown.length)}</p>
      ) : null}
    </details>
  );
}

function factKindName(kind: string): string {
  switch (kind) {
    case 'endpoint':
      return l10n.t('Endpoint');
    case 'table':
      return l10n.t('Table');
    case 'column':
      return l10n.t('Column');
    case 'config-key':
      return l10n.t('Setting');
    case 'env-var':
      return l10n.t('Environment variable');
    case 'event':
      return l10n.t('Event');
    case 'limit':
      return l10n.t('Limit');
    case 'naming':
      return l10n.t('Convention');
    case 'test':
      return l10n.t('Test');
    default:
      return kind;
  }
}
