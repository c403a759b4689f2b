import type { ReactNode } from 'react';

/** A short fact beside a name. `strong` for the one that matters most in its list. */
export function Badge({
  children,
  strong = false,
}: {
  readonly children: ReactNode;
  readonly strong?: boolean;
}) {
  return <span className={strong ? 'badge badge-strong' : 'badge'}>{children}</span>;
}
