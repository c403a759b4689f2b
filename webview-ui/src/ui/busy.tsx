import { ToolkitProgressRing } from './toolkit';

/** A turning ring with its text; the text alone is for screen readers. */
export function Busy({ text }: { readonly text: string }) {
  return (
    <p className="busy" role="status">
      <span className="busy-ring" aria-hidden="true">
        <ToolkitProgressRing />
      </span>
      {text}
    </p>
  );
}
