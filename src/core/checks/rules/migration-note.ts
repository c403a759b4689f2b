import { filePlan } from '../../spec/file-plan';
import type { SpecTable } from '../../spec/spec-document';
import type { Check } from '../check';
import { contentOf } from '../../text/content';
import { textOption } from '../reading/options';
import { isWithin } from '../../spec/place';
import { compatibilityColumn, migrationFileColumn } from '../../spec/vocabulary/columns';

/**
 * Every migration says whether it can run before the new code: each row of the table of migrations has its note on
 * compatibility, and each migration that a task creates has a row there.
 *
 * Options: `section`, key of the section with that table; `migrations` by default.
 *
 * Good: `| 1 | 20260301_create_invites.sql | yes | New table |`.
 * Bad: an empty cell; a migration among the files of a task that the table does not name.
 */
export const migrationNote: Check = {
  id: 'migration-note',
  title: 'Every migration says whether it is backward compatible.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: false,
  *run({ spec, sections, options, surroundings }) {
    const holder = sections.get(textOption(options, 'section') ?? 'migrations');
    if (holder === undefined) return;
    const tables = spec.tables.flatMap((table) => {
      const columns = isWithin(spec, table.section, holder) ? columnsOf(table) : null;
      return columns === null ? [] : [{ table, ...columns }];
    });
    for (const { table, file, note } of tables)
      for (const row of table.rows) {
        const name = row[file]?.text.trim() ?? '';
        const cell = row[note] ?? row.at(-1);
        const { facts, gaps } = contentOf(row[note]?.text ?? '');
        const [gap] = gaps;
        // A row that says nothing at all is the form's.
        if (facts || cell === undefined || row.every(({ text }) => text.trim() === '')) continue;
        const { line, column, endLine, endColumn } = cell;
        const place = { line, column, endLine, endColumn };
        yield gap === undefined
          ? {
              message: 'Migration {0} does not say whether it is backward compatible.',
              args: [name],
              ...place,
            }
          : {
              message: 'The compatibility of migration {0} waits for {1}.',
              args: [name, gap],
              gap,
              ...place,
            };
      }
    if (tables.length === 0) return;
    const folder = surroundings?.stack.migrations?.folder ?? null;
    const listed = tables
      .flatMap(({ table }) => table.rows.flatMap((row) => row.map(({ text }) => text)))
      .join('\n');
    const said = new Set<string>();
    for (const { path, action, task, line, column, endLine, endColumn } of filePlan(spec)) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const isMigration =
        folder === null ? /(?:^|\/)migrations?\//u.test(path) : path.startsWith(`${folder}/`);
      if (task === null || action !== 'create' || !isMigration || !/\.\w+$/u.test(name)) continue;
      // The way back is the same migration.
      if (/\.down\.sql$/iu.test(name) || said.has(name) || listed.includes(name)) continue;
      said.add(name);
      yield {
        message:
          'Migration {0} is not in the table of migrations: say there whether it is backward compatible.',
        args: [name],
        line,
        column,
        endLine,
        endColumn,
      };
    }
  },
};

function columnsOf({ header }: SpecTable): { readonly file: number; readonly note: number } | null {
  const file = header.findIndex(({ text }) => migrationFileColumn.test(text));
  const note = header.findIndex(({ text }) => compatibilityColumn.test(text));
  return file === -1 || note === -1 || file === note ? null : { file, note };
}
