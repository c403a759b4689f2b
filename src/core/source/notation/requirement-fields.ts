import type { Block, Section } from '../document/document-model';
import { normalizeHeading } from '../document/plain-heading';
import { roleOfHeading } from '../sections/section-role';
import {
  bareCancellation,
  cancelledStatement,
  cancelledWords,
  deferredWords,
  fieldLabels,
  priorityWords,
  ranksOut,
  shoutedLater,
} from '../vocabulary/fields';
import type { FieldName } from '../vocabulary/fields';
import { saysLeftOut } from '../vocabulary/leaving-out';
import { releaseColumns } from '../vocabulary/release-columns';

/** A labelled line: `Priority: High`. */
export interface Field {
  readonly names: readonly FieldName[];
  readonly label: string;
  readonly value: string;
}

const byLabel = new Map<string, FieldName[]>();
for (const [name, labels] of Object.entries(fieldLabels) as [FieldName, readonly string[]][])
  for (const label of labels) byLabel.set(label, [...(byLabel.get(label) ?? []), name]);

const labelled =
  /^[^\p{L}\p{N}]{0,6}([\p{L}][\p{L}\p{N}\p{M} '’/_-]{0,40}?)\s*(?:[(（][^()（）]{0,30}[)）]\s*)?[:：]\s*(?!\s)(.*)$/su;

/** Splits `Label: value` where the label is one of the vocabulary; other text is `null`. */
export function fieldOf(text: string): Field | null {
  const found = labelled.exec(text.slice(0, 4000));
  const label = found?.[1]?.toLowerCase().trim();
  const names = label === undefined ? undefined : byLabel.get(label);
  if (label === undefined || names === undefined) return null;
  return { names, label, value: (found?.[2] ?? '').trim() };
}

/** Meaning of a table column by its heading. */
export function columnFields(heading: string): readonly FieldName[] {
  return byLabel.get(bareColumn(heading)) ?? [];
}

function bareColumn(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} '’/_-]/gu, '')
    .trim();
}

/** Value of the first field of that name among paragraphs and items, nested items included. */
export function fieldValue(blocks: readonly Block[], name: FieldName): string | null {
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue;
    const field = fieldOf(block.text);
    if (field?.names.includes(name) === true && field.value !== '') return field.value;
  }
  return null;
}

const priorityLabels = fieldLabels.priority.toSorted((a, b) => b.length - a.length).join('|');
const inlinePriority = new RegExp(
  String.raw`[[(（]\s*(?:${priorityLabels})(?!\p{L})\s*[:：]?\s*([^\])）]{1,20})[\])）]`,
  'iu',
);
const bracketed = /[[(（]\s*(?!\s)([^\][()（）]{1,20}?)\s*[\])）]/gu;

/** Priority said in a heading or statement: `(Priority: P1)`, `[P0]`, `(Must)`. */
export function inlinePriorityOf(text: string): string | null {
  const named = inlinePriority.exec(text)?.[1]?.trim();
  if (named !== undefined) return named;
  for (const found of text.slice(0, 400).matchAll(bracketed))
    if (priorityWords.test(found[1] ?? '')) return found[1] ?? null;
  return null;
}

/** The title without the remark that gives its priority. */
export function withoutInlinePriority(title: string): string {
  const bare = title
    .replace(inlinePriority, ' ')
    .replace(bracketed, (whole, inner: string) => (priorityWords.test(inner) ? ' ' : whole))
    .replace(/\s+/g, ' ')
    .replace(/^\s*[-–—:：]\s*|(?:(?<!\s)\s+)?[-–—:：]\s*$/gu, '')
    .trim();
  return bare === '' ? title : bare;
}

/** A statement without the rank it opens with (`(must): The list ...`), which may be all there is of it. */
export function withoutLeadingPriority(statement: string): string {
  const opening = /^\s*(?:[[(（][^\][()（）]{1,40}[\])）])\s*[-–—:：]*\s*/u.exec(statement)?.[0] ?? '';
  return inlinePriorityOf(opening) === null ? statement : statement.slice(opening.length);
}

/** Priority that the nearest headings give by ranking what stands below them: `### P0 - Must have`. */
export function groupPriority(section: Section | null): string | null {
  for (let at = section; at !== null && at.depth > 1; at = at.parent) {
    const words = at.title
      .split(/(?:(?<!\s)\s+)?[-–—:：(（)）/|]\s*|(?<!\s)\s+\d+[.)]\s+/u)
      .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, '').trim());
    const found = words.find((word) =>
      priorityWords.test(word.replace(/(?<!\s)\s+(?:priority|features|requirements)$/iu, '')),
    );
    if (found !== undefined) return found;
  }
  return null;
}

export type Standing = 'live' | 'cancelled' | 'deferred';

/** Whether a title or statement says of itself that it is cancelled or deferred: in capitals, in brackets, or at its end. */
export function standingOfText(text: string): Standing {
  const head = text.slice(0, 300);
  if (cancelledStatement.test(head)) return 'cancelled';
  const remarks = [...head.matchAll(/[[(（]([^\][()（）]{2,40})[\])）]/gu)].map((found) => found[1] ?? '');
  const last = /\s[-–—]\s*([^-–—]{2,40})$/u.exec(head)?.[1];
  const said = [...remarks, ...(last === undefined ? [] : [last])];
  const shouted = capitals(head);
  if (shouted.some((word) => says(word, cancelledWords)) || said.some((one) => isRemark(one, cancelledWords)))
    return 'cancelled';
  const deferred = shouted.some((word) => says(word, shoutedLater)) || saysDeferred.test(head);
  return deferred || said.some((one) => isRemark(one, deferredWords)) ? 'deferred' : 'live';
}

const saysDeferred = /\bOUT OF SCOPE\b|\b(?:is|are) (?:explicitly )?(?:out of scope|deferred|postponed)\b/;

/** Words in capitals, where the text has others. */
function capitals(text: string): readonly string[] {
  const words = text.match(/\p{Lu}{4,}/gu) ?? [];
  return words.length > 0 && /\p{Ll}|^[^\p{L}]*(?:[\p{L}-]*\d[\d.]*\W+)?\p{Lu}+\W*$/u.test(text) ? words : [];
}

function says(word: string, status: RegExp): boolean {
  return status.exec(word)?.index === 0;
}

/** Standing by a rank: "Won't (this release)" among "Must" and "Should" puts off what it ranks. */
export function standingOfPriority(priority: string | null): Standing {
  return priority !== null && ranksOut.test(priority.trim()) ? 'deferred' : 'live';
}

/** Standing of a row by its columns of status, rank and release. */
export function standingOfRow({ columns, cells }: Pick<Block, 'columns' | 'cells'>): Standing {
  const cell = (name: FieldName) => {
    const at = columns.findIndex((column) => columnFields(column).includes(name));
    return at < 0 ? null : (cells[at] ?? null);
  };
  const byStatus = standingOfStatus(cell('status'));
  const said = byStatus === 'live' ? standingOfPriority(cell('priority')) : byStatus;
  if (said !== 'live') return said;
  const isLeftOut = columns.some(
    (column, at) => at > 0 && releaseColumns.has(bareColumn(column)) && comesNever(cells[at] ?? ''),
  );
  return isLeftOut ? 'deferred' : 'live';
}

/** Longest cell that says in which release something comes, in characters. */
const longestRelease = 40;

/** Whether a cell of a column of releases says that none is meant: "not in gen 2", "×(対象外、次期)"; a number says which. */
function comesNever(cell: string): boolean {
  const text = cell.trim();
  if (text === '' || text.length > longestRelease) return false;
  if (saysLeftOut(normalizeHeading(text))) return true;
  const match = roleOfHeading(text);
  return match?.role === 'excluded' && match.share >= 0.8 && !/\p{N}/u.test(text);
}

/** Standing of a row by what it says: `| FR-9 | withdrawn | | |` holds a number whose requirement is gone. */
export function standingOfCells(row: Pick<Block, 'columns' | 'cells'>, title: string): Standing {
  const stated = row.cells.filter((_, at) => columnFields(row.columns[at] ?? '').includes('description'));
  if ([title, ...stated].some((text) => cancelledStatement.test(text.slice(0, 300)))) return 'cancelled';
  // In a table of two columns the word may well be the name of a function.
  const others = row.cells.slice(1).filter((cell) => cell !== title);
  const alone = others.length > 0 && others.every((cell) => !/[\p{L}\p{N}]/u.test(cell));
  return alone && bareCancellation.test(title) ? 'cancelled' : standingOfText(row.cells.join(' | '));
}

/** Standing by a line about status or rank among what details a requirement. */
export function standingOfDetails(details: readonly Block[]): Standing {
  const byStatus = standingOfStatus(fieldValue(details, 'status'));
  return byStatus === 'live' ? standingOfPriority(fieldValue(details, 'priority')) : byStatus;
}

/** Standing by a status field or a status cell. */
export function standingOfStatus(status: string | null): Standing {
  if (status === null) return 'live';
  const head = status.slice(0, 60);
  if (isStatus(head, cancelledWords)) return 'cancelled';
  // Where a column of states ranks as well ("Must-have", "Undecided", "Out"), what ranks out there does here.
  return isStatus(head, deferredWords) ? 'deferred' : standingOfPriority(head);
}

/** The words must open the status: "Cancelled, see FR-2", not "handles cancelled orders". */
function isStatus(status: string, words: RegExp): boolean {
  return afterStatus(status, words) !== null;
}

function afterStatus(status: string, words: RegExp): string | null {
  const bare = status.replace(/^[^\p{L}]+/u, '');
  const found = words.exec(bare);
  return found === null || found.index > 4 ? null : bare.slice(found.index + found[0].length);
}

/** What may follow the word where a remark in brackets is a status: nothing, a reason, or when and by whom. */
const remarkEnd =
  /^\p{L}{0,3}(?:\s*$|\s*[:;—–-]\s|\s*[，：；。、]|\s*,\s*(?:see|per)\b|\s+(?:per|by|in|on|to|for|until|see|since|due|after|from|at|as|because|v?\d)|\s*\p{Script=Han}{1,6}\s*$)/iu;

/** Whether a remark in brackets is a status: "(deferred to v2)", not "(rejection reason, time)". */
function isRemark(remark: string, words: RegExp): boolean {
  const after = afterStatus(remark, words);
  return after !== null && remarkEnd.test(after);
}
