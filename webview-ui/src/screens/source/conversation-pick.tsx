import * as l10n from '@vscode/l10n';
import type { WritingState } from '../../../../src/shared/wizard/source-writing';
import { useSend } from '../../state/use-wizard';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/badge';

/** The conversations of an export. The one that is used is saved on its own: the others are nobody's business. */
export function ConversationPick({ conversations }: Pick<WritingState, 'conversations'>) {
  const send = useSend();
  if (conversations.length === 0) return null;
  return (
    <section aria-labelledby="pick-title">
      <h2 id="pick-title">{l10n.t('Conversations in this export')}</h2>
      <p className="field-hint">
        {l10n.t(
          'Shown below is the latest. Choose the one you mean: it is saved as a Markdown file of its own.',
        )}
      </p>
      <ul className="pick-list">
        {conversations.map(({ index, title, messages, selected }) => (
          <li key={index} className="pick">
            <span className="pick-name">
              {title} {selected ? <Badge>{l10n.t('shown')}</Badge> : null}
            </span>
            <span className="pick-size">
              {messages === 1 ? l10n.t('1 message') : l10n.t('{0} messages', messages)}
            </span>
            <Button description={title} onClick={() => send({ type: 'pickConversation', index })}>
              {l10n.t('Use This')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
