import { plainRange } from '../../text/position';
import type { SpecListItem, SpecSection, SpecTable, TableCell } from '../../spec/spec-document';
import { readPath } from '../../spec/path-like';
import { fileName, joinPath, parentPath } from '../../text/path';
import type { TextRange } from '../../text/position';
import type { ContextDocument } from '../../workspace/context';
import type { CheckContext } from '../check';
import { knownPaths } from './known-paths';
import { firstLine, isWithin } from '../../spec/place';
import { ruleVerdictColumn } from '../../spec/vocabulary/columns';

/** One line of the rules ledger. */
export interface LedgerRow {
  /** Path of the rule document it is about, or `null` where it names none that applies. */
  readonly rule: string | null;
  /** Path that it names, or `null` where it names none. */
  readonly path: string | null;
  /** Whether the workspace has that file. */
  readonly exists: boolean;
  readonly verdict: string;
  readonly place: TextRange;
}

export interface Ledger {
  readonly rows: readonly LedgerRow[];
  /** Rule documents without a row. */
  readonly missed: readonly ContextDocument[];
}

const linkTarget = /\]\(<?([^)>\s]+)/u;

/** Rows of tables in a section, or its list items `path: verdict` where it has no table. */
export function ledgerRows(
  context: CheckContext,
  holder: SpecSection,
  rules: readonly ContextDocument[],
): Ledger {
  const { spec } = context;
  const tables = spec.tables.filter(
    ({ section, header }) => isWithin(spec, section, holder) && header.length > 1,
  );
  const find = ruleFinder(context, rules);
  const rows =
    tables.length > 0
      ? tables.flatMap((table) => table.rows.flatMap((row) => rowOf(table, row, find)))
      : spec.listItems
          .filter(({ section, depth }) => depth === 0 && isWithin(spec, section, holder))
          .map((item) => rowOfItem(context, item, find));
  const named = new Set(rows.map(({ rule }) => rule));
  return { rows, missed: rules.filter(({ path }) => !named.has(path)) };
}

type Find = (text: string, raw: string) => Pick<LedgerRow, 'rule' | 'path' | 'exists'>;

function rowOf(table: SpecTable, row: readonly TableCell[], find: Find): readonly LedgerRow[] {
  const [first] = row;
  if (first === undefined) return [];
  // What stands before the verdict says why the rule was taken.
  const from = Math.max(
    1,
    table.header.findIndex(({ text }, index) => index > 0 && ruleVerdictColumn.test(text)),
  );
  const verdict = row
    .slice(from)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '')
    .join(': ');
  return [{ ...find(first.text, first.raw), verdict, place: plainRange(first) }];
}

function rowOfItem(context: CheckContext, item: SpecListItem, find: Find): LedgerRow {
  const mark = /(?<!\s)\s*[:：](?=\s|$)|(?<!\s)\s+[–—-]\s+/u.exec(item.text);
  const lead = mark === null ? item.text : item.text.slice(0, mark.index);
  const verdict = mark === null ? '' : item.text.slice(mark.index + mark[0].length);
  return { ...find(lead, item.raw), verdict, place: plainRange(firstLine(context.spec, item)) };
}

/** Finds the rule document that a cell names by its path, a link, its file name or its title. */
function ruleFinder({ path: own, surroundings }: CheckContext, rules: readonly ContextDocument[]): Find {
  const byPath = new Map(rules.map(({ path }) => [path, path]));
  const byName = unique(rules.map(({ path }) => [fileName(path).toLowerCase(), path]));
  const byTitle = unique(rules.map(({ title, path }) => [title.trim().toLowerCase(), path]));
  const files = knownPaths(surroundings?.project.files ?? []);
  return (text, raw) => {
    const words = text.replace(/[`*]/gu, ' ').split(/[\s,;]+/u);
    const target = linkTarget.exec(raw)?.[1];
    const linked = target === undefined ? null : joinPath(parentPath(own ?? ''), target.replace(/#.*/u, ''));
    const paths = [
      ...(linked === null ? [] : [linked]),
      ...words.map((word) => readPath(word)?.path ?? word),
    ];
    const known = paths.flatMap((path) => byPath.get(path.replace(/^\.\//u, '')) ?? []);
    const rule =
      known[0] ??
      paths.flatMap((path) => (path.includes('/') ? [] : (byName.get(path.toLowerCase()) ?? [])))[0] ??
      byTitle.get(text.trim().toLowerCase()) ??
      null;
    const path = paths.find((each) => readPath(each) !== null) ?? null;
    const exists = path !== null && (files.paths.has(path) || files.byName.has(path));
    return { rule, path, exists };
  };
}

/** Only what names one thing names it. */
function unique(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const [key, value] of pairs) found.set(key, found.has(key) ? null : value);
  return new Map([...found].flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])));
}
