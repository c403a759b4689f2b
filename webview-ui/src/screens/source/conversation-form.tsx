import * as l10n from '@vscode/l10n';
import { useState } from 'react';
import { longestKept } from '../../../../src/shared/wizard/source-writing';
import type { WritingState } from '../../../../src/shared/wizard/source-writing';
import { useDraftText, useSend } from '../../state/use-wizard';
import { Button } from '../../ui/button';
import { NoticeBox } from '../../ui/notice-box';
import { TextArea } from '../../ui/text-field';
import { takenOutNotice } from './taken-out-notice';
import { TargetField } from '../target-field';

/** A conversation that is pasted and saved as a Markdown file. */
export function ConversationForm({ writing }: { readonly writing: WritingState }) {
  const send = useSend();
  // A very long text stays here: to keep it with each state would slow everything down.
  const [long, setLong] = useState<string | null>(null);
  const kept = useDraftText(writing.conversation, (text) => send({ type: 'setConversation', text }));
  const text = long ?? kept.value;
  return (
    <section className="form" aria-labelledby="conversation-title">
      <h2 id="conversation-title" tabIndex={-1}>
        {l10n.t('Pasted conversation')}
      </h2>
      <TextArea
        label={l10n.t('Conversation')}
        rows={12}
        value={text}
        onInput={(value) => {
          const isLong = value.length > longestKept;
          setLong(isLong ? value : null);
          kept.onInput(isLong ? '' : value);
        }}
        onBlur={kept.onBlur}
        placeholder={l10n.t('Ana: We need ...')}
        hint={l10n.t(
          'A chat, minutes, or the JSON that a chat tool exports. Decisions, requirements and open points are found with their lines; what was decided last counts.',
        )}
      />
      <NoticeBox notice={takenOutNotice(writing)} onAction={() => undefined} />
      <TargetField
        target={writing.conversationTarget}
        onChange={(path) => send({ type: 'setConversationPath', path })}
      />
      <div className="button-row">
        <Button
          appearance="primary"
          blocked={text.trim() === '' ? l10n.t('Paste a conversation first.') : null}
          onClick={() => send({ type: 'saveConversation', text })}
        >
          {l10n.t('Save and Use')}
        </Button>
        <Button icon="clippy" onClick={() => send({ type: 'pasteConversation' })}>
          {l10n.t('Use the Clipboard')}
        </Button>
      </div>
    </section>
  );
}
