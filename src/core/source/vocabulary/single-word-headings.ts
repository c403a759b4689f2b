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
    terms: termList(`
      stack, tech stack, platform, platforms, plataforma, plattform, interfaces, external interfaces, look, style,
      技术栈, 平台, 기술 스택,
    `),
  },
  {
    role: 'features',
    terms: termList(`
      mechanics, game mechanics, core mechanics, gameplay, commands, modes, game modes, mecanicas, jugabilidad,
      mecanicas de juego, mecanicas do jogo, jouabilite, mecaniques, spielmechanik, механика,
      механики, игровые механики, геимплеи, команды, 玩法, 游戏机制, 命令, コマンド, 명령어, 게임 방식,
    `),
  },
  {
    role: 'non-functional',
    terms: termList(`
      quality, qualities, quality expectations, calidad, calidad esperada, qualidade, qualidade esperada, qualite,
      qualites, qualite attendue, qualites attendues, qualitat, качество, chat luong, 质量, 品質, 품질,
    `),
  },
  {
    role: 'constraints',
    terms: termList(`
      wishes, technical wishes, limits, limits and wishes, limits wishes, constraints wishes, ground rules, hard rules,
      guardrails, guard rails, invariants, non negotiables, non negotiable, conditions, deseos, condiciones, limites,
      condicoes, souhaits, conditions, bedingungen, grenzen, пожелания, условия, ограничения пожелания, dieu kien, 条件约束,
      前提と制約, 조건,
    `),
  },
  {
    role: 'context',
    terms: termList(`
      releases, release, versions, steps, stages, delivery, deliveries, money, versiones, entregas, etapas, plazos,
      dinero, versoes, prazos, etapes, livraisons, lots, versionen, lieferungen, schritte, версии, релизы, деньги,
      cac buoc, cac phien ban, cac giai doan, 版本, 步骤, 分期, 分阶段, バージョン, リリース, 手順, 순서, 단계, 버전, 배포,
    `),
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
