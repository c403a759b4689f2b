import * as vscode from 'vscode';

/** Which spec, and which of its drifts, a command is about. */
export interface DriftTarget {
  /** `null` for the active spec. */
  readonly spec: vscode.Uri | null;
  /** Ids; `null` for all of them. */
  readonly drifts: readonly string[] | null;
}

/** Reads what came with a command: the file that was clicked, an item of the Specs view, or what a lens names. */
export function readDriftTarget(clicked: unknown, drifts: unknown): DriftTarget {
  const ids = Array.isArray(drifts) ? drifts.filter((id) => typeof id === 'string') : null;
  if (clicked instanceof vscode.Uri) return { spec: clicked, drifts: ids };
  if (typeof clicked !== 'object' || clicked === null) return { spec: null, drifts: null };
  const item = clicked as { readonly uri?: unknown; readonly spec?: unknown; readonly drift?: unknown };
  if (item.uri instanceof vscode.Uri) return { spec: item.uri, drifts: ids };
  const { spec, drift } = item as {
    readonly spec?: { readonly uri?: unknown };
    readonly drift?: { readonly id?: unknown };
  };
  return {
    spec: spec?.uri instanceof vscode.Uri ? spec.uri : null,
    drifts: typeof drift?.id === 'string' ? [drift.id] : null,
  };
}
