import type { CodeBlock, SpecDocument } from '../../spec/spec-document';
import { lineText } from '../../spec/text-range';
import type { SqlChange, SqlPart } from '../../syntax/sql/sql-script';
import type { SpecSyntax } from '../../syntax/read-syntax';

/** One direction of a migration, which may be spread over several parts of a block. */
export interface MigrationSide {
  readonly block: CodeBlock;
  readonly parts: readonly SqlPart[];
  readonly changes: readonly SqlChange[];
  /** Whether it may do more than `changes` says. */
  readonly opaque: boolean;
}

/** A migration that a spec shows, with the side that it does not show as `null`. */
export interface ShownMigration {
  readonly up: MigrationSide | null;
  readonly down: MigrationSide | null;
  /** Whether annotations within the text tell the sides apart, or names of two files. */
  readonly form: 'annotations' | 'files';
}

/**
 * The migrations that a spec shows: blocks with the annotations of goose, sql-migrate or dbmate, and pairs of blocks that a
 * name such as `0004_invites.up.sql` stands above or in the first line of. SQL that is neither is no migration for certain.
 */
export function shownMigrations(spec: SpecDocument, syntax: SpecSyntax): readonly ShownMigration[] {
  const found: ShownMigration[] = [];
  const files = new Map<string, { up: MigrationSide | null; down: MigrationSide | null }>();
  for (const [block, { sql }] of syntax) {
    if (sql === null) continue;
    const up = sideOf(block, sql.parts, 'up');
    const down = sideOf(block, sql.parts, 'down');
    if (up !== null || down !== null) {
      const before = found.at(-1);
      // Both sides may stand in blocks of their own, one after the other.
      const completes =
        up === null &&
        before?.form === 'annotations' &&
        before.down === null &&
        before.up?.block.section === block.section;
      if (completes) found[found.length - 1] = { ...before, down };
      else found.push({ up, down, form: 'annotations' });
      continue;
    }
    const name = fileNameOf(spec, block);
    if (name === null) continue;
    const pair = files.get(name.base) ?? { up: null, down: null };
    pair[name.direction] ??= sideOf(block, sql.parts, null);
    files.set(name.base, pair);
  }
  return [...found, ...[...files.values()].map((pair): ShownMigration => ({ ...pair, form: 'files' }))];
}

function sideOf(
  block: CodeBlock,
  all: readonly SqlPart[],
  direction: SqlPart['direction'],
): MigrationSide | null {
  const parts = all.filter((part) => part.direction === direction);
  if (parts.length === 0) return null;
  return {
    block,
    parts,
    changes: parts.flatMap(({ changes }) => changes),
    opaque: parts.some(({ opaque }) => opaque),
  };
}

const fileName = /(?<![\w.-])([\w.-]+)\.(up|down)\.sql\b/iu;

/** The file that a block is the text of, by its first line or the line above it. */
function fileNameOf(
  spec: SpecDocument,
  block: CodeBlock,
): { readonly base: string; readonly direction: 'up' | 'down' } | null {
  const lines = spec.lines;
  const inside = /^\s*--([^\n]*)/u.exec(block.value)?.[1] ?? '';
  const above = [1, 2]
    .map((distance) => lineText(lines, block.line - distance))
    .find((line) => line.trim() !== '');
  const match = fileName.exec(inside) ?? fileName.exec(above ?? '');
  if (match === null) return null;
  return { base: match[1] ?? '', direction: match[2]?.toLowerCase() === 'up' ? 'up' : 'down' };
}
