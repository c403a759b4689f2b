import { simplifyIdeographs } from '../vocabulary/ideograph-forms';

/** Numbering in front of a heading: `7.2`, `3.`, `第一章`, `一、`, `（2）`, `A.`, `Step`-less roman numerals. */
const numbering =
  /^(?:(?:section|chapter|part|article|clause|secci[oó]n|cap[ií]tulo|art[ií]culo|se[cç][aã]o|artigo|chapitre|partie|kapitel|abschnitt|artikel|teil|раздел|глава|статья|пункт|mục|chương|điều)\s+\d+\s*[.:)-]?\s*|第[一二三四五六七八九十\d]{1,3}[章节節部分条條]+\s*[、.:：]?\s*|[（(]?[一二三四五六七八九十]{1,3}[）)、.．]\s*|[（(]?\d{1,3}(?:\.\d{1,3}){0,5}[）).、．:]?\s+|[（(]\d{1,3}[）)]\s*|\d{1,3}(?:\.\d{1,3}){0,5}[、.．]\s*|\d{1,2}(?:\.\d{1,3}){1,5}(?=\D)|[A-Z][.)]\s+|[IVX]{1,5}\.\s+)/iu;

const marks = /[\u0300-\u036f]/g;

/** "Gia đình" (a family), which without its marks would be "giả định" (an assumption). */
const family = /gia đình/giu;

/** Lower case, no diacritics, no punctuation, one space between words: what heading terms are compared with. */
export function normalizeHeading(text: string): string {
  return simplifyIdeographs(text.normalize('NFC'))
    .replace(family, 'giadinh')
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Katakana}])(?:的な|[的の])(?=[\p{Script=Han}\p{Script=Katakana}])/gu,
      '',
    )
    .replace(/(?<=\p{Script=Han}{2})(?:内容|事项|部分|列表|清单|一览)$/u, '')
    .replace(/(^| )(?:and|or|the|of|e|y|et|und|и|va|de|do|da|del|des) (?=\S)/g, '$1')
    .trim();
}

const fullWidth = /[\uff01-\uff5e\u3000]/g;

/** Full-width letters, digits and signs of East Asian texts as their plain forms, one for one. */
export function plainWidth(text: string): string {
  return text.replace(fullWidth, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}

/** Number of a heading as its parts: `3.1 Search` is 3 and 1; empty where there is none. */
export function numberOfHeading(title: string): readonly number[] {
  const found = /^[^\p{L}\p{N}]{0,6}(\d{1,2}(?:\.\d{1,2}){0,4})(?![\d%])\.?(?=[^\d]|$)/u.exec(
    plainWidth(title),
  );
  return found?.[1]?.split('.').map(Number) ?? [];
}

/** Heading text without its number, leading symbols and checkbox, as a person would read it out. */
export function unnumberedHeading(text: string): string {
  const bare = text.replace(/^[^\p{L}\p{N}[(（]+/u, '').replace(/^\[[ xX-]?\]\s*/, '');
  const number = numbering.exec(plainWidth(bare.slice(0, 40)))?.[0] ?? '';
  const rest = bare.slice(number.length).replace(/^[\s:：.\-–—]+/u, '');
  return (rest === '' ? bare : rest).trim();
}
