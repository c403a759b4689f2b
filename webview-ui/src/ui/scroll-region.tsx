import type { ReactNode } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  /** As high as it can be, however little is in it. */
  readonly steady?: boolean;
  readonly children: ReactNode;
}

/** A part of the page with its own scroll bar; it takes the focus so that the keyboard can scroll it. */
export function ScrollRegion({ label, steady = false, children }: ScrollRegionProps) {
  return (
    <div
      className={steady ? 'scroll-region scroll-region-steady' : 'scroll-region'}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      {children}
    </div>
  );
}
