import { termList } from '../../source/vocabulary/term-list';

/**
 * Words by which a statement about a system can be told from an opinion about it, in ten languages. Stems: a term
 * counts wherever a word begins with it, one that ends in `$` only as a whole word; in scripts without spaces wherever it
 * stands.
 */

/** Something went wrong in a way that a log, a test or a user shows: it happens or it does not. */
export const symptoms: readonly string[] = termList(`
  fail, error, crash, throw, exception, panic, timeout, time out, times out, timed out, deadlock, leak, lost,
  loses, lose$, losing, duplicat, corrupt, stale, wrong, block, hang, hung, retr, reject, oom, out of memory,
  killed, drops, dropped, race, breaks, broke$, broken, unreachable, overflow, exceed, expose, vulnerab, cve-,
  deprecat, unsupported, end of life, n+1, flak, fallback, stops, stopped, unauthori, denied, exhaust, saturat,
  outage, incident, page fault, regress, rolled back, rollback,
  falla, fallo, bloque, pierde, perdid, duplica, excepci, se cae, agota,
  falha, erro, trava, perde, duplic, exceç, estoura, vaza,
  échou, erreur, plante, perd$, perdu, doublon, expire, fuit,
  schlägt fehl, fehlschl, fehler, absturz, stürzt, blockier, verlier, verloren, doppelt, ausnahme,
  zeitüberschr, hängt,
  падает, ошибк, сбо, завис, теря, дублир, исключени, блокир, таймаут, утечк,
  lỗi, thất bại, treo, mất$, trùng, ngoại lệ, rò rỉ,
  失败, 报错, 错误, 崩溃, 超时, 死锁, 泄漏, 泄露, 丢失, 重复, 阻塞, 卡住, 异常, 宕机, 中断,
  失敗, エラー, クラッシュ, タイムアウト, デッドロック, リーク, 失われ, 重複, ブロック, 例外, 停止, 障害,
  실패, 오류, 에러, 타임아웃, 교착, 누수, 유실, 중복, 예외, 중단, 장애,
`);

/** Judgements that nobody could show to be wrong. */
export const judgements: readonly string[] = termList(`
  messy, mess$, ugly, bad$, poor, horribl, terribl, awful, legacy, outdated, old-fashioned, unmaintain,
  hard to, difficult to, spaghetti, tech debt, technical debt, clean up, cleanup, cleaner, clean code, improve,
  better, modern, optimi, enhanc, not ideal, suboptimal, fragile, brittle, painful, annoying, confusing, nicer,
  scalab, robust, slow, high quality, quality, complex, complicated, unclear, chaotic, inefficien, too long,
  too many, too much, too big, too large, sometimes, often,
  desordenad, malo, mala$, feo, difícil de, obsolet, deuda técnica, mejor, optimizar, moderni, complej, lent,
  bagunçad, ruim, dívida técnica, melhor, otimizar, complex,
  désordonn, mauvais, difficile à, obsolèt, dette technique, amélior, optimis, complexe,
  unordentlich, chaotisch, schlecht, schwer zu, schwer wart, veraltet, technische schuld, verbesser, optimier,
  komplex, unsauber, langsam,
  грязн, запутан, плох, сложно, устарел, технический долг, улучш, оптимиз, сложн, медленн,
  lộn xộn, khó$, lỗi thời, nợ kỹ thuật, cải thiện, tối ưu, phức tạp, chậm,
  混乱, 凌乱, 糟糕, 难以, 难维护, 老旧, 过时, 技术债, 优化, 改进, 提升, 改善, 更好, 复杂, 不好, 太慢, 很慢, 缓慢,
  汚い, 散らか, しづらい, しにくい, 古い, 技術的負債, 改善, 最適化, 複雑, 遅い,
  지저분, 엉망, 어렵, 오래된, 기술 부채, 개선, 최적화, 복잡, 느리,
`);

/** What tells when it happens, or what happens if nothing is done. */
export const occasions: readonly string[] = termList(`
  since, until, before, after, by the end, deadline, end of life, eol, deprecat, expire, quarter, q1, q2, q3, q4,
  release, launch, next month, next week, next year, this month, this week, last week, last month, today,
  tomorrow, outage, incident, audit, customer, contract, renewal, compliance, security, blocks, blocked,
  depends on, will$, is going to, grew, grow, doubled, tripled, hired, merger, license, licence, sunset,
  cost, each deploy, every deploy, each release, per week, per month, per day,
  desde, hasta, antes de, después, vence, fecha, cliente, contrato, incidente, auditor, bloquea, crec,
  até, depois, prazo, bloqueia, cresc,
  depuis, avant, après, échéance, client, incident, audit, bloque, croît,
  seit, bis$, vor$, nach$, frist, kunde, vertrag, ausfall, blockiert, wächst, quartal, läuft aus,
  с момента, до$, после, срок, клиент, инцидент, аудит, блокир, раст, квартал,
  từ khi, trước, sau khi, hạn, khách hàng, sự cố, kiểm toán, tăng,
  自从, 之前, 之后, 截止, 到期, 季度, 发布, 上线, 客户, 合同, 事故, 审计, 阻塞, 增长, 下个月, 下周, 即将,
  以来, までに, 前に, 後に, 期限, 終了, 四半期, リリース, 顧客, 契約, 障害, 監査, 増加, 来月, 来週,
  이후, 이전, 까지, 기한, 만료, 분기, 출시, 고객, 계약, 장애, 감사, 증가, 다음 달, 다음 주,
`);

/** Ways to tell that something is done which need no number. */
export const verifications: readonly string[] = termList(`
  test, benchmark, ci$, build, lint, compile, type check, typecheck, byte for byte, identical, unchanged,
  returns, responds, answers with, exits, exit code, status, log shows, log contains, no longer, none$, never,
  every$, each$, all$, zero$, only , exactly, at most, at least, fewer than, less than, more than, within,
  contains, appears, documented in, removed from, deleted, absent, passes, succeeds, fails when, rejects,
  prueba, ninguno, ninguna, cada, todos, todas, como máximo, devuelve, idéntico,
  teste, nenhum, nenhuma, cada, todos, no máximo, retorna, idêntico,
  aucun, chaque, tous, toutes, au plus, renvoie, identique,
  kein, jede, alle, höchstens, mindestens, liefert, identisch, unverändert,
  тест, ни один, кажд, все$, не более, возвращает, идентич,
  kiểm thử, không có, mỗi, tất cả, tối đa, trả về,
  测试, 基准, 构建, 没有, 每个, 每次, 所有, 至多, 至少, 返回, 一致, 不再, 通过,
  テスト, ベンチマーク, ビルド, すべて, 各, 以下, 以上, 未満, 返す, 一致, 変わらない,
  테스트, 벤치마크, 빌드, 모든, 각, 이하, 이상, 미만, 반환, 동일, 없,
`);
