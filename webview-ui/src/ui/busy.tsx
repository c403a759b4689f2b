import { Icon } from './icon';

/**
 * A turning ring with its text; the text alone is for screen readers. The ring is ours and not the toolkit's, which turns in a shadow
 * root, where no wish for less motion reaches it.
 */
export function Busy({ text }: { readonly text: string }) {
  return (
    <p className="busy" role="status">
      <Icon name="loading" className="busy-ring" />
      {text}
    </p>
  );
}
