import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

interface DisclosureProps {
  /** The heading's text; it is what a person presses. */
  readonly title: string;
  /** A short fact after the title, such as a count; read with it. */
  readonly note: string;
  /** Level of the heading; 2 by default. */
  readonly level?: 2 | 3;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  /** Controls beside the heading, in reach while it is closed. */
  readonly actions?: ReactNode;
  /** Made only while it is open: hundreds of rows that nobody looks at cost time. */
  readonly children: () => ReactNode;
}

/** A section under a heading that opens and closes. */
export function Disclosure({ title, note, level = 2, open, onToggle, actions, children }: DisclosureProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className="disclosure" aria-labelledby={id}>
      <div className="disclosure-header">
        <Heading>
          <button
            type="button"
            id={id}
            className="disclosure-button"
            aria-expanded={open}
            onClick={() => onToggle(!open)}
          >
            <Icon name={open ? 'chevron-down' : 'chevron-right'} />
            <span>
              {title} <span className="heading-count">{note}</span>
            </span>
          </button>
        </Heading>
        {actions}
      </div>
      {open ? children() : null}
    </section>
  );
}
