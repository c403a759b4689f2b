import * as l10n from '@vscode/l10n';
import type { ContextState } from '../../../../src/shared/wizard/context-state';

/** What never leaves the machine, whatever is chosen, each with the reason. */
export function WithheldList({ withheld }: { readonly withheld: ContextState['withheld'] }) {
  return (
    <details className="details">
      <summary>
        {withheld.length === 1
          ? l10n.t('1 thing is withheld and never sent')
          : l10n.t('{0} things are withheld and never sent', withheld.length)}
      </summary>
      <ul className="excluded" tabIndex={0} aria-label={l10n.t('Withheld')}>
        {withheld.map(({ path, reason }) => (
          <li key={`${path}\n${reason}`}>
            <span className="path">{path}</span>
            <span className="muted">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
