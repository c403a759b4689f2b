import type { Block } from '../document/document-model';
import { labelledPoint } from './labelled-point';
import { limitsText, setsLimits } from './limits';
import { isOwnRecord } from './metadata';
import { columnFields, fieldOf, standingOfText } from './requirement-fields';
import { leadingId, opensWithCitation } from './requirement-id';
import { isRemark } from '../vocabulary/authors-own';
import { emptyStatement } from '../vocabulary/fields';
import { stackLayer } from '../vocabulary/stack-layers';
import { modal, storyColumns } from '../vocabulary/story-phrases';
import type { SectionRole } from '../vocabulary/section-roles';

const placeholder = /^(?:\[[^\]]{2,400}\]|\{\{?[^}]{1,200}\}?\}|<[^>]{2,200}>|_{3,}|\.{3,})[.:]?$/u;
/** A reference elsewhere; "See own hours" is something that somebody can do. */
const linkOnly =
  /^(?:https?:\/\/\S+|[Ss]ee (?:also|above|below|section|appendix|chapter|figure|table|the\s.{1,60}(?:document|spec\w*|section|guide|file|page)|[\w/.-]+\.\w{2,4})(?![\p{L}]).{0,120}|[Ss]ee \p{Lu}.{0,120}|参见.{0,60}|详见.{0,60})$/u;

/** Whether a bullet or row states something, so that it may be a requirement. */
export function states(block: Block): boolean {
  const text = block.text.replace(/^\[[ xX~-]\]\s*/, '').trim();
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (
    block.struck ||
    block.isOther === true ||
    letters < 2 ||
    emptyStatement.test(text) ||
    placeholder.test(text) ||
    linkOnly.test(text)
  )
    return false;
  if (block.kind === 'paragraph' && (isRemark(text) || isOwnRecord(block))) return false;
  // Left out, or not decided yet.
  if (labelledPoint(block) !== null) return false;
  if (standingOfText(text) !== 'live' || opensWithCitation(text)) return false;
  const id = leadingId(text);
  // `FR-2 depends on FR-1` speaks of a requirement, it does not state one.
  if (id !== null && id.standing === 'known' && !id.separated) return false;
  if (block.kind === 'row') return true;
  const field = fieldOf(text);
  return (
    field === null ||
    !(field.names.includes('note') || field.names.includes('priority') || field.names.includes('status')) ||
    (block.lead === null && field.value.length > 40)
  );
}

/** Whether an item only says what a layer is built with. */
export function namesStack(block: Block): boolean {
  const value = stackLayer.exec(block.text.trim())?.[1];
  return value !== undefined && !modal.test(value) && value.split(/\s+/).length <= 8 && /[A-Z\d]/.test(value);
}

/** `Maps: OpenStreetMap`: a label, and a name or two for what is used. */
const choice = /^[^:：]{1,40}[:：]\s*(\S.{0,40})$/u;

/** Items of a list without those that say what the product is built with, where most of them do. */
export function withoutStack(items: readonly Block[]): readonly Block[] {
  const stack = items.filter(namesStack);
  if (stack.length < 2 || stack.length * 2 < items.length) return items.filter((item) => !namesStack(item));
  return items.filter((item) => {
    const value = choice.exec(item.text.trim())?.[1];
    return (
      value === undefined || !/\p{Lu}/u.test(value) || value.split(/\s+/).length > 5 || modal.test(value)
    );
  });
}

/** Whether a block annotates the heading above it: "Description:", "How it works:". */
export function annotates(block: Block): boolean {
  return fieldOf(block.text) !== null;
}

/** Whether a bullet can be tested on its own: a demand, or a statement of some length. */
export function weighty(block: Block): boolean {
  const text = block.text;
  const ideographs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (ideographs >= 4) return ideographs >= 6 || modal.test(text);
  return text.split(/\s+/).length >= 3 || modal.test(text);
}

const dataColumn =
  /^(?:type|data ?type|default|version|date|author|term|definition|risk|probability|mitigation|metric|target|term|milestone|duration|cost|persona|类型|默认值|版本|日期|作者|术语|定义|风险|字段|字段名|里程碑|時期|型|tipo|versão|versión|fecha|data|autor|riesgo|risco|тип|версия|дата|автор)$/iu;
/** What the first column of a table of values is called: its rows are kinds, colours or fields, not requirements. */
const valueColumn =
  /^(?:(?:\S+\s)?types?|colou?rs?|enum|fields?|columns?|attributes?|propert(?:y|ies)|parameters?|tipos?|colore?s?|cor(?:es)?|campos?|atributos?|couleurs?|champs?|attributs?|typen?|farben?|felder|тип\p{L}*|цвета?|пол[ея]|атрибут\p{L}*|类型|颜色|字段(?:名)?|属性|参数|種類|色|項目名|유형|색상|필드|속성(?:명)?|loại|màu|trường)$/iu;
const statementColumn =
  /require|feature|function|capabilit|description|story|功能|需求|描述|要件|機能|기능|요구|requisit|funcional|descri|exigence|fonctionnalit|anforderung|funktion|требован|функци|описан|yêu cầu|chức năng|as a|i want/iu;

const bareNumber = /^[\d.,%\s–—-]*$/u;
const bareMark = /^(?:[\d.,%\s–—-]*|[x✓✔✗✘●○◎△+?]{1,3})$/iu;

/** Roles of sections in which the values of a table are demanded. */
const demanding: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([
  ...(['requirements', 'non-functional', 'constraints'] as const),
]);

/** Whether the rows of a table below a section of that role can be requirements, by its column headings. */
export function listsStatements(row: Block, role: SectionRole | null): boolean {
  if (demanding.has(role) && setsLimits(row)) return true;
  // A row of bare numbers is data; so is one of marks, where its first column lists no features by plan or release.
  const isFeature = statementColumn.test(row.columns[0] ?? '');
  const bare = isFeature ? bareNumber : bareMark;
  if (row.cells.length > 2 && row.cells.slice(1).every((cell) => bare.test(cell))) return false;
  if (row.isOther === false) return true;
  if (row.columns.some((column) => statementColumn.test(column)))
    return !row.columns.some((column) => /^(?:default|type|类型|默认值|字段|字段名)$/iu.test(column.trim()));
  if (valueColumn.test(row.columns[0]?.trim() ?? '')) return false;
  return !row.columns.some(
    (column, at) => at > 0 && dataColumn.test(column.trim()) && !/^(?:metric|target)$/iu.test(column.trim()),
  );
}

/** Title and statement of a row without id. */
export function rowText(row: Block): { readonly title: string; readonly text: string } {
  const cells = row.cells.map((cell, at) => ({
    text: cell.replace(/\n/g, ' '),
    fields: columnFields(row.columns[at] ?? ''),
  }));
  const said = cells.filter(
    ({ text, fields }) =>
      /\p{L}/u.test(text) &&
      !fields.some(
        (name) =>
          name === 'acceptance' ||
          name === 'priority' ||
          name === 'status' ||
          name === 'note' ||
          name === 'id',
      ),
  );
  const story = storyOfColumns(row);
  if (story === null && setsLimits(row)) return { title: row.cells[0] ?? '', text: limitsText(row) };
  const texts =
    said.length > 0
      ? said.map(({ text }) => text)
      : cells.map(({ text }) => text).filter((text) => text !== '');
  const [first = '', ...more] = texts;
  const title = isBareValue(first) ? withItsName(first, cells) : first;
  return { title: story ?? title, text: story ?? [title, ...more].join('\n') };
}

const inWords = /\p{L}{4}|\p{Lo}{2}/u;

/** "<500ms" and "99 %" are numbers without a word. */
function isBareValue(text: string): boolean {
  return /\p{N}/u.test(text) && !inWords.test(text);
}

/** "<2s" below "Target" is one of the measure that the row names first: "Page load: <2s". */
function withItsName(value: string, cells: readonly { readonly text: string }[]): string {
  const name = cells.find(({ text }) => inWords.test(text))?.text;
  return name === undefined || name === value ? value : `${name}: ${value}`;
}

/** A story spread over the columns of a table: who, wants what, and what for. */
export function storyOfColumns(row: Block): string | null {
  const want = row.columns.findIndex((column) => storyColumns.wish.test(column.trim()));
  const who = row.columns.findIndex((column) => storyColumns.who.test(column.trim()));
  if (who < 0 || want < 0 || who === want) return null;
  const what = row.columns.findIndex((column) => storyColumns.purpose.test(column.trim()));
  // "User | Description | Needs" describes people.
  if (what < 0 && storyColumns.need.test(row.columns[want]?.trim() ?? '')) return null;
  return [who, want, what < 0 ? want + 1 : what]
    .map((at) => {
      const column = row.columns[at];
      const cell = row.cells[at];
      if (column === undefined || cell === undefined || cell === '') return '';
      const opening =
        at === who && storyColumns.role.test(column.trim())
          ? ''
          : column.replace(/(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u, '');
      return `${opening} ${cell}`.trim();
    })
    .filter((part) => part !== '')
    .join(', ');
}
