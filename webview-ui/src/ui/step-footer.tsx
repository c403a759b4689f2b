import type { ReactNode } from 'react';

/** The buttons at the foot of a step; `reason` says why the main one is blocked. */
export function StepFooter({
  reason,
  children,
}: {
  readonly reason: string | null;
  readonly children: ReactNode;
}) {
  return (
    <footer className="footer">
      <div className="footer-inner">
        <p className="footer-reason">{reason}</p>
        <div className="button-row">{children}</div>
      </div>
    </footer>
  );
}
