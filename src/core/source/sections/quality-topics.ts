import { oncePer } from '../../text/remembered';
import type { FactTopic, Requirement } from '../source';

/** Topics that say how well something is done. */
export const qualityTopics: ReadonlySet<FactTopic> = new Set<FactTopic>([
  'performance',
  'security',
  'compatibility',
  'infrastructure',
  'error-handling',
  'observability',
  'testing',
]);

/** Words by which a non-functional requirement belongs to one quality, most telling first. */
const vocabulary: readonly (readonly [topic: FactTopic, pattern: RegExp])[] = [
  [
    'security',
    /secur|authent|authoriz|encrypt|gdpr|privacy|permission|token|audit|sicherheit|datenschutz|seguran|segurid|sécurit|безопасн|bảo mật|安全|权限|加密|セキュリティ|보안/iu,
  ],
  [
    'performance',
    /perform|latency|throughput|response time|load time|scal(?:e|ab)|concurren|\b\d+\s?(?:ms|seconds?|rps|qps)\b|leistung|desempenho|rendimiento|rapid|производит|hiệu (?:năng|suất)|性能|响应时间|并发|パフォーマンス|성능/iu,
  ],
  [
    'observability',
    /observab|monitor|metric|logging|\blogs?\b|tracing|alert|überwach|métrica|журналир|监控|日志|監視|모니터링/iu,
  ],
  [
    'error-handling',
    /error|failure|retry|retries|recover|fallback|resilien|fehler|erro\b|errores|erreur|ошибк|lỗi|错误|异常|エラー|오류/iu,
  ],
  [
    'infrastructure',
    /deploy|hosting|availab|uptime|infrastruct|docker|kubernetes|backup|verfügbar|disponib|доступност|部署|可用性|可用性|배포/iu,
  ],
  ['compatibility', /compatib|browser|migrat|legacy|version|kompatib|совместим|tương thích|兼容|互換|호환/iu],
  [
    'ui',
    /usab|accessib|wcag|a11y|responsive|locali[sz]|i18n|usabil|удобств|易用|可访问|ユーザビリティ|사용성/iu,
  ],
  ['testing', /test|coverage|maintainab|quality|wartbar|manuten|可维护|保守|유지보수/iu],
];

/** The topic that a requirement states something on: the quality it is about, or how success is measured; else `null`. */
export function topicOfRequirement(requirement: Requirement): FactTopic | null {
  return requirement.kind === 'success-criterion' ? 'success' : qualityTopicOf(requirement);
}

/** The quality that a non-functional requirement is about, or `null`. */
export function qualityTopicOf(requirement: Requirement): FactTopic | null {
  return topicOnce(requirement);
}

/** An outline asks for it at each of its topics, and a receipt compares many outlines. */
const topicOnce = oncePer((requirement: Requirement): FactTopic | null => {
  if (requirement.kind !== 'non-functional') return null;
  const places = [requirement.group ?? '', `${requirement.title} ${requirement.text}`];
  for (const place of places) {
    const found = vocabulary.find(([, pattern]) => pattern.test(place));
    if (found !== undefined) return found[0];
  }
  return null;
});
