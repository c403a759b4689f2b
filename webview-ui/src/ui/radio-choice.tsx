import { useId } from 'react';
import type { ReactNode } from 'react';

interface RadioChoiceProps {
  /** Radios of one name are one group: arrows move in it, Tab leaves it. */
  readonly group: string;
  readonly label: ReactNode;
  /** Badges beside the label; part of the name that is read. */
  readonly badges?: ReactNode;
  /** Text under the label, read as its description. */
  readonly detail?: ReactNode;
  readonly checked: boolean;
  readonly onChoose: () => void;
  /** Controls that belong to the choice and stand below it. */
  readonly children?: ReactNode;
}

/** A native radio as a row of its own; the whole row is the target. */
export function RadioChoice(props: RadioChoiceProps) {
  const { group, label, badges, detail, checked, onChoose, children } = props;
  const id = useId();
  return (
    <div className={checked ? 'choice choice-checked' : 'choice'}>
      <label className="choice-row" htmlFor={id}>
        <input
          type="radio"
          id={id}
          name={group}
          checked={checked}
          aria-labelledby={`${id}-label`}
          {...(detail ? { 'aria-describedby': `${id}-detail` } : {})}
          onChange={onChoose}
        />
        <span className="choice-text">
          <span id={`${id}-label`} className="choice-label">
            <span className="choice-name">{label}</span> {badges}
          </span>
          {detail ? (
            <span id={`${id}-detail`} className="choice-detail">
              {detail}
            </span>
          ) : null}
        </span>
      </label>
      {children ? <div className="choice-extra">{children}</div> : null}
    </div>
  );
}
