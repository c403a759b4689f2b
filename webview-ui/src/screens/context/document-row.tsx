import * as l10n from '@vscode/l10n';
import { memo } from 'react';
import type { DocumentView } from '../../../../src/shared/wizard/context-state';
import { useSend } from '../../state/use-wizard';
import { Badge } from '../../ui/badge';
import { Checkbox } from '../../ui/checkbox';
import { LinkButton } from '../../ui/link-button';
import { DeclaredFacts } from './declared-facts';
import { tokenCount } from '../numbers';

interface DocumentRowProps {
  readonly document: DocumentView;
  readonly onToggle: (paths: readonly string[], included: boolean) => void;
}

/** One document with its check mark, its size and the reason why it is sent or not. */
export const DocumentRow = memo(
  function DocumentRow({ document, onToggle }: DocumentRowProps) {
    const send = useSend();
    const { path, kind, title, reason, tokens, truncated, included } = document;
    return (
      <li className={included ? 'document' : 'document document-out'}>
        {kind === 'source' ? (
          <span className="document-fixed">{title}</span>
        ) : (
          <Checkbox key={title} checked={included} onChange={(now) => onToggle([path], now)}>
            {title}
          </Checkbox>
        )}
        <span className="document-size">
          {truncated ? <Badge>{l10n.t('cut')}</Badge> : null} {tokens === null ? null : tokenCount(tokens)}
        </span>
        <p className="document-detail">
          <LinkButton onClick={() => send({ type: 'openFile', path })}>{path}</LinkButton>
          {reason === '' ? null : ` · ${reason}`}
        </p>
        {document.facts === undefined ? null : (
          <DeclaredFacts facts={document.facts} title={title} path={path} />
        )}
      </li>
    );
  },
  // Each message of the host makes all documents anew; most of them say the same as before.
  (before, after) =>
    before.onToggle === after.onToggle && JSON.stringify(before.document) === JSON.stringify(after.document),
);
