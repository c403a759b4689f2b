import type { HeadingTerms } from './section-headings';
import { termList } from './term-list';

/** Headings that mean this only where they are the whole heading: "Out" below "Scope", not "Sign out". */
export const singleWordHeadings: readonly HeadingTerms[] = [
  {
    role: 'excluded',
    terms: termList(`
      out, no, not, never, wont, won t, will not, fora, nao, fuera, hors, non, nein, ausserhalb, ngoai,
      planned, someday, вне, 以后, 今後, 나중에, нет, 外, 不含, 제외,
    `),
  },
  {
    role: 'design',
    terms: termList(`stack, tech stack, platform, platforms, plataforma, plattform, 技术栈, 平台, 기술 스택`),
  },
  {
    role: 'acceptance',
    terms: termList(`
      criteria, criterios, criterio, criteres, critere, kriterien, tieu chi, checks,
      критерии, 기준, 条件, 标准, 验证点, 検証, 判定基準,
    `),
  },
  { role: 'aside', terms: termList(`open, offen, abierto, aberto, ouvert, открыто, 待定, 未決, 미정`) },
  { role: 'scope', terms: termList(`in, dentro, dans, innerhalb, trong, включено`) },
];
