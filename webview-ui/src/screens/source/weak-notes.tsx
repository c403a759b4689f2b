import type { WeakFieldView } from '../../../../src/shared/wizard/source-writing';
import { SeverityText } from '../../ui/severity-text';

/** What a field lacks and what a better text looks like; said once the person pauses. */
export function WeakNotes({ weak }: { readonly weak: readonly WeakFieldView[] }) {
  return (
    <div className="weak-notes" aria-live="polite">
      {weak.map(({ missing }) => (
        <p key={missing}>
          <SeverityText severity="warning">{missing}</SeverityText>
        </p>
      ))}
      {weak[0] === undefined ? null : <p className="weak-example">{weak[0].example}</p>}
    </div>
  );
}

/** The same as one text, for the description of the control. */
export function weakText(weak: readonly WeakFieldView[]): string {
  return [...weak.map(({ missing }) => missing), ...weak.slice(0, 1).map(({ example }) => example)].join(' ');
}
