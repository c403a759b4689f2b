import type { ReactNode } from 'react';
import { Icon } from './icon';
import { useInnerControl } from './inner-control';
import { ToolkitButton } from './toolkit';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly appearance?: 'primary' | 'secondary';
  readonly icon?: string;
  /**
   * Why the button does nothing now, or `null`. It stays in the tab order so that the reason can be heard; show the
   * same text near it for those who see.
   */
  readonly blocked?: string | null;
  readonly description?: string;
  /** Replaces the text for screen readers where the text alone is not enough; must begin with it. */
  readonly label?: string;
  readonly pressed?: boolean;
  /** Whether what it opens is open. */
  readonly expanded?: boolean;
}

export function Button(props: ButtonProps) {
  const { children, onClick, appearance, icon, blocked, description, label, pressed, expanded } = props;
  const isBlocked = blocked !== undefined && blocked !== null;
  const ref = useInnerControl({
    label,
    description: blocked ?? description,
    disabled: isBlocked,
    pressed,
    expanded,
  });
  const classes = ['button', isBlocked ? 'button-blocked' : '', pressed ? 'button-pressed' : ''];
  return (
    <ToolkitButton
      ref={ref}
      className={classes.filter(Boolean).join(' ')}
      appearance={appearance ?? 'secondary'}
      onClick={() => {
        if (!isBlocked) onClick();
      }}
    >
      {pressed ? <Icon name="check" /> : icon ? <Icon name={icon} /> : null}
      {children}
    </ToolkitButton>
  );
}
