import type { RemovedSecret } from '../../secrets/mask-secrets';

/** A file beside a source that defines requirements which the source cites. */
export interface Sibling {
  /** Relative to the workspace root. */
  readonly path: string;
  /** Over the bytes of the file. */
  readonly sha256: string;
  /** Its text, secrets replaced as in a source. */
  readonly text: string;
  readonly secrets: readonly RemovedSecret[];
  readonly title: string;
}
