import type { StackItem } from '../context';
import type { Ecosystem } from './known-packages';

/** What one manifest says of the stack. */
export interface StackFacts {
  readonly languages?: readonly StackItem[];
  readonly frameworks?: readonly StackItem[];
  /** Mappers between code and database, and query builders. */
  readonly orms?: readonly StackItem[];
  readonly databases?: readonly StackItem[];
  readonly testCommands?: readonly StackItem[];
  readonly packageManagers?: readonly StackItem[];
  readonly uiLibraries?: readonly StackItem[];
  /** Every package the manifest names, known or not. */
  readonly packages?: readonly StackPackage[];
}

export interface StackPackage {
  readonly name: string;
  /** Version or range as stated, or `null`. */
  readonly version: string | null;
  readonly ecosystem: Ecosystem;
}

/** A manifest to read: its path relative to the root, its folder, and its text. */
export interface Manifest {
  readonly path: string;
  /** Empty for the root. */
  readonly folder: string;
  readonly text: string;
}

/** The files of a workspace, as far as a reader of manifests asks about them. */
export interface WorkspaceFiles {
  readonly all: readonly string[];
  has(path: string): boolean;
  /** The nearest file of one of these names in the folder or above it, or `null`. */
  nearest(folder: string, names: readonly string[]): string | null;
  /** Whether a file below the folder passes the test. */
  some(folder: string, test: (path: string) => boolean): boolean;
}

/** Reads one sort of manifest. Never throws: a manifest that makes no sense says nothing. */
export interface ManifestReader {
  /** File names or, with a leading `*`, endings. */
  readonly names: readonly string[];
  read(manifest: Manifest, files: WorkspaceFiles): StackFacts;
}
