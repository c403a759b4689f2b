import { termList } from './term-list';

/** Headings of columns that say in which release, phase or delivery something comes, lower case. */
export const releaseColumns: ReadonlySet<string> = new Set(
  termList(`
    phase, release, version, milestone, stage, iteration, increment, gate, wave, delivery, scope, in scope, mvp, included, this release, this version,
    this time, this phase, target release, target version, target phase, planned for, planned,
    lieferstufe, stufe, ausbaustufe, fassung, umfang, im umfang, diese version, geplant für,
    fase, etapa, entrega, versión, alcance, esta versión, en alcance, lanzamiento, versão, escopo, esta versão, no escopo, lançamento,
    livraison, lot, périmètre, cette version, étape, jalon,
    этап, фаза, версия, релиз, очередь, объем, объём, giai đoạn, phiên bản, đợt, phạm vi,
    阶段, 期次, 版本, 本期, 本次, 这次, 批次, 范围, 上线批次, 今回, 対応時期, 時期, リリース, フェーズ, 対象, 今回対象, 対応, スコープ,
    단계, 버전, 이번, 릴리스, 출시, 범위
  `),
);
