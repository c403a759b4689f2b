import type { RelatedPlace } from '../checks/finding';
import type { TextRange } from '../text/position';
import type { Promised } from './promise';

export type DeviationKind =
  'file' | 'symbol' | 'endpoint' | 'table' | 'config' | 'event' | 'test' | 'script' | 'dependency';

/** Something that was built otherwise than promised, or not at all. The range is that of the promise. */
export interface Deviation extends TextRange {
  readonly kind: DeviationKind;
  readonly promise: Promised;
  /** English message with `{0}` placeholders. */
  readonly message: string;
  readonly args: readonly string[];
  /** What stands there instead; empty where nothing like it was found. */
  readonly places: readonly RelatedPlace[];
}

/** Builds the deviation of a promise; `at` is the place in the code. */
export function deviation(
  kind: DeviationKind,
  promise: Promised,
  message: string,
  args: readonly string[],
  at: { readonly path: string; readonly line: number } | null,
): Deviation {
  const places = at === null ? [] : [{ path: at.path, line: at.line }];
  const { line, column, endLine, endColumn } = promise;
  return { kind, promise, message, args, places, line, column, endLine, endColumn };
}

/** `path:line`, as a message shows a place. */
export function shownAt({ path, line }: { readonly path: string; readonly line: number }): string {
  return `${path}:${line}`;
}
