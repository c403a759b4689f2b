/** Beside the `.code-workspace`: what the command line printed, as JSON. */
export const printedFile = 'printed.json';

/** By folder of the workspace. */
export type PrintedByFolder = Readonly<Record<string, readonly Printed[]>>;

/** What the command line prints of one spec, as far as it is compared. */
export interface Printed {
  readonly path: string;
  readonly findings: readonly {
    readonly check: string;
    readonly severity: 'error' | 'warning' | 'info';
    readonly message: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  }[];
  readonly checklist: readonly {
    readonly id: string;
    readonly text: string;
    readonly state: string;
    readonly verifiedBy: string;
  }[];
}
