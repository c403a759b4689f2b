import type * as vscode from 'vscode';

/** The part of the built-in git extension's API (version 1) that is read here. */
export interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<'uninitialized' | 'initialized'>;
  /** The program it runs. */
  readonly git: { readonly path: string };
  getRepository(uri: vscode.Uri): GitRepository | null;
}

export interface GitRepository {
  readonly state: {
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    readonly indexChanges: readonly unknown[];
    readonly workingTreeChanges: readonly unknown[];
    readonly mergeChanges: readonly unknown[];
    /** Apart from the working tree only where `git.untrackedChanges` says so. */
    readonly untrackedChanges?: readonly unknown[];
  };
  status(): Promise<void>;
  log(options: { readonly maxEntries: number }): Promise<readonly { hash: string; message: string }[]>;
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}
