/** Words with which a heading of a phase, a version or a part begins: it sorts what stands below it. */
export const phaseWords =
  /^(?:phase|stage|milestone|sprint|release|iteration|version|v\d|mvp|part|epic|module|group|category|level|tier|priority|p\d)\b|^(?:第[一二三四五六七八九十\d]+(?:阶段|期|部分)|阶段|模块|フェーズ|단계|fase|phase|этап|модуль|giai đoạn|phân hệ|módulo)/iu;

/** A heading that says when something is done: "Phase 2: reports", "v1.1", "Этап 1". */
export const stepInTime =
  /^(?:(?:phase|milestone|sprint|release|iteration|version|week|month|quarter|day|fase|etapa|hito|entrega|versão|versión|livraison|jalon|meilenstein|этап|фаза|верси[яи]|релиз|спринт|giai đoạn|bước|phiên bản|フェーズ|バージョン|단계|버전|[vmq])\s?\d|第[一二三四五六七八九十\d]+(?:阶段|期|步|段階|フェーズ)|\d+\s?단계|[\d.]+\s?版)/iu;
