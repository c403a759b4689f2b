import { termList } from './term-list';

/** Words that postpone whatever a heading names, wherever they stand in it, brackets included. */
export const deferralTerms = termList(`
  deferred, postponed, pending evaluation, out of scope, later iterations, later iteration,
  later versions, later version, future release, future releases, future version, next version,
  post mvp, post launch, 后续迭代, 后续版本, 后续实现, 未来版本, 后期, 将来対応, 추후, frozen, congelado, congelados, futuras,
  futuros, futures, ultérieures, будущие, будущее, отложенные, отложено, tương lai, future requirements,
  later requirements, deferred requirements, cancelled, canceled, not in scope, future versions,
  futuras versiones, versiones futuras, versoes futuras, futuras versoes, versions futures,
  kunftige versionen, будущие версии, phien ban sau, 将来のバージョン, 향후 버전, 暂缓, 已取消,
`);
