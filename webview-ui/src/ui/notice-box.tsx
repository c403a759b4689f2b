import type { Ref } from 'react';
import type { Notice } from '../../../src/shared/wizard/notice';
import { Button } from './button';
import { SeverityText } from './severity-text';

interface NoticeBoxProps {
  readonly notice: Notice | null;
  readonly onAction: (id: string) => void;
  /** Whether its first action is what the page is about now. */
  readonly leads?: boolean;
  /** Gets the box, for those who put the focus there. */
  readonly box?: Ref<HTMLDivElement>;
}

/** A message with what can be done about it; errors interrupt a screen reader, the rest waits its turn. */
export function NoticeBox({ notice, onAction, leads = false, box }: NoticeBoxProps) {
  if (!notice) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      className={`notice notice-${notice.severity}`}
      role={notice.severity === 'error' ? 'alert' : 'status'}
    >
      <p className="notice-text">
        <SeverityText severity={notice.severity}>{notice.text}</SeverityText>
      </p>
      {notice.actions.length > 0 ? (
        <div className="button-row">
          {notice.actions.map((action, index) => (
            <Button
              key={action.id}
              appearance={leads && index === 0 ? 'primary' : 'secondary'}
              onClick={() => onAction(action.id)}
            >
              {action.label}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
