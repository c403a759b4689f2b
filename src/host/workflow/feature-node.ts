import type * as vscode from 'vscode';

/** What a command of the workflow is about, as items of the view hand it over. */
export interface FeatureTarget {
  /** Address of the workspace folder. */
  readonly folder: string;
  readonly feature: string;
  readonly gate?: string;
  readonly criterion?: string;
}

/** An item of the `Specs` view about a feature: plain, so that what makes it can load later. */
export interface FeatureNode {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What is read aloud after the label, where that is more than the description. */
  readonly spoken: string | null;
  readonly tooltip: string;
  readonly icon: string;
  /** Id of a theme color; `null` for that of the text. */
  readonly color: string | null;
  readonly contextValue: string;
  /** What a click opens, with the line from 1. */
  readonly open: { readonly uri: vscode.Uri; readonly line: number | null } | null;
  readonly target: FeatureTarget;
  readonly children: readonly FeatureNode[];
}

/** What the `Specs` view shows above the specs. */
export interface FeatureSource {
  readonly onDidChange: vscode.Event<void>;
  nodes(): Promise<readonly FeatureNode[]>;
}

/** What came with a command: an item of the view, or nothing. */
export function readFeatureTarget(clicked: unknown): FeatureTarget | null {
  if (typeof clicked !== 'object' || clicked === null || !('target' in clicked)) return null;
  const { target } = clicked;
  if (typeof target !== 'object' || target === null) return null;
  const text = (name: string): string | undefined => {
    const value: unknown = name in target ? (target as Readonly<Record<string, unknown>>)[name] : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const [folder, feature, gate, criterion] = [
    text('folder'),
    text('feature'),
    text('gate'),
    text('criterion'),
  ];
  if (folder === undefined || feature === undefined) return null;
  return {
    ...{ folder, feature },
    ...(gate === undefined ? {} : { gate }),
    ...(criterion === undefined ? {} : { criterion }),
  };
}
