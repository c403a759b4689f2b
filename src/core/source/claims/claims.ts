import { sentenceSpans } from '../../text/sentences';
import type { Block, Section } from '../document/document-model';
import { idDepth } from '../document/document-model';
import { leadingId } from '../notation/requirement-id';
import { columnFields } from '../notation/requirement-fields';
import { statementCells } from '../ids/id-sites';
import type { SectionRole } from '../vocabulary/section-roles';

/** One sentence of a document with where it stands: what can contradict another. */
export interface Claim {
  readonly text: string;
  /** First and last line (from 1) of the block it belongs to. */
  readonly line: number;
  readonly endLine: number;
  /** Headings and items above it, the nearest last. */
  readonly context: readonly string[];
  /** Whether it opens its block: a later sentence may leave out what it is about. */
  readonly opens: boolean;
  /** Counts blocks, so that sentences of one can be told from those of the next. */
  readonly block: number;
  /** Whether its block is running text, whose sentences each stand for themselves, unlike the cells of a row. */
  readonly prose: boolean;
}

/** Whether two claims are said apart from each other, so that they can contradict: in two blocks, or as two sentences. */
export function saidApart(first: Claim, second: Claim): boolean {
  return first.block !== second.block || (first.prose && first !== second);
}

/** Longest block that is read, in characters. */
const longestBlock = 3000;
/** More claims than this are no longer compared. */
const mostClaims = 20_000;

/** Sections that speak of something else than what shall hold: history, plans, what is left out. */
const silent: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([
  'excluded',
  'aside',
  'context',
  'metadata',
]);

/**
 * The sentences of a document that say what shall hold, in document order.
 *
 * @param isRequired whether a line belongs to a requirement: metrics count only where they are one
 */
export function claimsOf(root: Section, isRequired: (line: number) => boolean): readonly Claim[] {
  const claims: Claim[] = [];
  let blocks = 0;
  const add = (
    texts: readonly string[],
    place: Pick<Claim, 'line' | 'endLine' | 'context' | 'prose'>,
  ): void => {
    blocks += 1;
    for (const whole of texts)
      for (const [at, { text }] of sentenceSpans(whole).entries())
        claims.push({ ...place, text, opens: at === 0, block: blocks });
  };
  const visitBlock = (block: Block, context: readonly string[]): void => {
    if (block.struck || block.kind === 'code' || claims.length >= mostClaims) return;
    const own = block.children[0]?.line ?? block.endLine + 1;
    const endLine = Math.max(block.line, Math.min(block.endLine, own - 1));
    add(textsOf(block), { line: block.line, endLine, context, prose: block.kind !== 'row' });
    const below = block.children.length > 0 ? [...context, block.text.slice(0, 200)] : context;
    for (const child of block.children) visitBlock(child, below);
  };
  const visit = (section: Section, context: readonly string[]): void => {
    const inside = section.depth === 0 ? context : [...context, section.title];
    if (section.struck) return;
    const reads = !silent.has(section.role);
    if (reads && section.depth > 0 && (section.depth >= idDepth || leadingId(section.title) !== null))
      add([bare(section.title)], { line: section.line, endLine: section.line, context, prose: true });
    for (const block of section.blocks)
      if (reads && (section.role !== 'measure' || isRequired(block.line))) visitBlock(block, inside);
    for (const child of section.sections) visit(child, inside);
  };
  visit(root, []);
  return claims;
}

/** A row says one thing in each cell that is a statement, else one with all its cells. */
function textsOf(block: Block): readonly string[] {
  if (block.kind !== 'row') return [bare(block.text.slice(0, longestBlock))];
  const stating = statementCells(block, idColumn(block), true).filter(
    (cell) => cell.split(/\s+/).length > 3 || /[\p{Script=Han}\p{Script=Kana}]{8}/u.test(cell),
  );
  if (stating.length > 0) return stating;
  return [
    block.cells
      .filter((_, at) => at !== idColumn(block) && !isNote(block.columns[at] ?? ''))
      .join(' ')
      .slice(0, longestBlock),
  ];
}

function idColumn(block: Block): number {
  return block.cells.findIndex((cell) => leadingId(cell)?.rest === '');
}

function isNote(column: string): boolean {
  return columnFields(column).some((name) => name === 'priority' || name === 'note' || name === 'status');
}

/** Without the id, checkbox or number it opens with. */
function bare(text: string): string {
  const id = leadingId(text);
  return id !== null && (id.separated || id.standing === 'known')
    ? id.rest
    : text.replace(/^\[[ xX~-]\]\s*/, '');
}
