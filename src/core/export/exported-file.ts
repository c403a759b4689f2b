import type { HandOff } from './hand-off';

/** One file of an export. */
export interface ExportedFile {
  /** Relative to the folder that was chosen, with forward slashes; never leaves it. */
  readonly path: string;
  readonly text: string;
}

export interface ExportOptions {
  /** Where the chosen folder lies, relative to the workspace root (empty for the root); `null` where it lies elsewhere. */
  readonly place: string | null;
  /** Names in `numbersIn`, for formats that number their folders. */
  readonly existing: readonly string[];
  /** The only task that is wanted; `null` for all. Only briefs and issues know single tasks. */
  readonly task: string | null;
}

/** A format of exports. Everything a caller needs to know of it is here. */
export interface ExportFormat {
  readonly id: string;
  /** Proper name. */
  readonly name: string;
  /** Whether it gives a single file, which may go to a terminal, whatever the spec. */
  readonly single: boolean;
  /** Whether it can be had for one task. */
  readonly byTask: boolean;
  /** Folder in which it numbers its own folders, so that a caller lists that; `null` where it does not. */
  readonly numbersIn: string | null;
  /** Whether it states how requirements are accepted as scenarios or in EARS, so that what these lack is to be told. */
  readonly scenarios: boolean;
  write(handOff: HandOff, options: ExportOptions): readonly ExportedFile[];
}

/** Folder of an export relative to the workspace root, or `null` where that can not be told. */
export function placeOfFolder(place: string | null, folder: string): string | null {
  if (place === null) return null;
  return place === '' ? folder : `${place}/${folder}`;
}
