import { parse } from 'yaml';
import type { Block, DocumentModel, Section } from '../document/document-model';
import { walkSections } from '../document/document-model';
import { cleanText } from '../document/inline-text';

/** Longest value that is kept, in characters. */
const valueLimit = 500;

/** Front matter, `**Status:** x` lines, and two-column tables before the second heading; keys in lower case. */
export function metadataOf(document: DocumentModel): Readonly<Record<string, string>> {
  const metadata = new Map<string, string>();
  const add = (key: string, value: string) => {
    const name = cleanText(key)
      .toLowerCase()
      .replace(/(?<!\s)\s*[:：]$/u, '');
    const text = cleanText(value)
      .replace(/^[:：]\s*/u, '')
      .slice(0, valueLimit);
    if (name !== '' && name.length <= 60 && text !== '' && !metadata.has(name)) metadata.set(name, text);
  };
  if (document.frontMatter !== null)
    for (const [key, value] of frontMatterEntries(document.frontMatter)) add(key, value);
  for (const section of headSections(document.root))
    for (const [key, value] of labelledLines(section)) add(key, value);
  return Object.fromEntries(metadata);
}

/** Valid YAML by its parser, anything else line by line. */
export function frontMatterEntries(text: string): readonly (readonly [string, string])[] {
  try {
    const value: unknown = parse(text, { logLevel: 'silent', maxAliasCount: 10 });
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.entries(value).map(([key, entry]) => [key, asText(entry)]);
  } catch {
    // Read below, as people write what YAML does not allow.
  }
  return text.split(/\r?\n/).flatMap((line) => {
    const found = /^([\p{L}][\p{L}\p{N} _-]{0,40}):\s*(?!\s)(.*)$/u.exec(line);
    return found?.[1] === undefined
      ? []
      : [[found[1], (found[2] ?? '').replace(/^["']|["']$/g, '')] as const];
  });
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What stands before the first section proper, and sections headed as document information. */
function headSections(root: Section): readonly Section[] {
  const first = root.sections[0];
  const head =
    first !== undefined && first.depth === 1
      ? [root, first, ...first.sections.filter((child) => child.depth >= 7)]
      : [root];
  const inside: Section[] = [];
  for (const section of walkSections(root)) {
    if (inside.length >= 5) break;
    if (section.match?.role === 'metadata') inside.push(section);
  }
  return [...head, ...inside];
}

/** What documents say of themselves, which needs no bold type: `Status: Approved`. */
const ownField =
  /^(?:(?:document )?status|(?:document )?owner|authors?|version|date|created|last (?:updated|edited|changed|modified|reviewed|revised)|reviewers?|team|(?:prepared|written|compiled|drafted|submitted|maintained|approved) (?:by|for)|erstellt von|verfasser(?:in)?|bearbeit(?:er|erin|ung)|elaborado por|preparado (?:por|para)|redactado por|elaboração|rédigé par|préparé (?:par|pour)|rédact(?:eur|rice)|подготовил[аи]?|составил[аи]?|người soạn|soạn thảo|besitzer|verantwortlich|autor(?:en|in)?|datum|stand|statut|auteurs?|propriétaire|équipe|estado|autora?|autores|responsable|versión|fecha|equipo|responsável|versão|data|equipe|状态|作者|整理|编写|撰写|编制|起草|执笔|记录人|文責|作成|執筆|작성|负责人|版本|日期|ステータス|状態|作成者|担当者?|バージョン|日付|статус|автор|версия|дата|상태|작성자|버전|날짜|trạng thái|tác giả|phiên bản|ngày)$/iu;

/** Whether a line tells of the document itself: `Stand: 6. Mai`, `Owner: Jo`. */
export function isOwnField(text: string): boolean {
  return ownField.test(/^[^\p{L}]{0,6}([^:：]{1,40})[:：]\s*\S/u.exec(text)?.[1] ?? '');
}

/** Whether a paragraph is nothing but such fields, one on each of several lines. */
export function isOwnRecord(block: Block): boolean {
  return block.kind === 'paragraph' && block.starts.length > 1 && linesOf(block).every(isOwnField);
}

function linesOf({ text, starts }: Block): readonly string[] {
  return starts.map((start, at) => text.slice(start, starts[at + 1]).trim());
}

/** A paragraph of such fields has one on each line, though Markdown joins lines. */
function partsOf(block: Block): readonly string[] {
  return (isOwnRecord(block) ? linesOf(block) : [block.text]).flatMap((line) =>
    line.split(/(?<!\s)\s+\|\s+/),
  );
}

function labelledLines(section: Section): readonly (readonly [string, string])[] {
  return section.blocks.flatMap((block): readonly (readonly [string, string])[] => {
    if (block.kind === 'row') {
      const [key, value, more] = block.cells;
      return key !== undefined && value !== undefined && more === undefined ? [[key, value]] : [];
    }
    if (block.kind === 'code') return [];
    return partsOf(block).flatMap((part) => {
      const found = /^[^\p{L}]{0,6}(\p{L}[^:：\n]{0,40})[:：]\s*(\S.*)$/su.exec(part);
      const isLabel =
        block.lead !== null ||
        block.kind === 'item' ||
        section.match?.role === 'metadata' ||
        ownField.test(found?.[1] ?? '');
      return found?.[1] !== undefined && found[2] !== undefined && isLabel
        ? [[found[1], found[2]] as const]
        : [];
    });
  });
}
