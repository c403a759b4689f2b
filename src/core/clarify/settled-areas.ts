import type { Requirement } from '../source/source';

/** What a demand must say to settle an area, so that a person is not asked again what was just agreed on. */
const settling: Readonly<Record<string, RegExp>> = {
  // Who, and what they may do.
  security:
    /\bonly\b.{0,60}\b(?:admins?|owners?|users?|members?|roles?|managers?|staff|customers?)\b|\b(?:admins?|owners?|users?|members?|managers?|staff|customers?)\b.{0,20}\bonly\b|\b(?:must|has to|have to|needs? to) be (?:signed in|logged in|authenticated|authori[sz]ed|encrypted|an? (?:admin|owner|member))\b|\b(?:permission|role)\b.{0,40}\b(?:required|needed)\b/iu,
  // How fast or how much, with a number.
  performance:
    /\b(?:within|under|below|at most|less than|up to|no more than|maximum of|p\d\d|percentile)\b.{0,60}(?:\d|\b(?:one|two|three|five|ten)\b).{0,30}\b(?:m?s|milliseconds?|seconds?|minutes?|rps|requests?|rows?)\b|\b(?:\d+|one|two|three|five|ten) (?:m?s|milliseconds?|seconds?|minutes?)\b.{0,60}\b(?:percentile|p\d\d|latency|response|answer)/iu,
  // Which fields.
  data: /\b(?:fields?|columns?|attributes?|the (?:file|table|record|row|event)) (?:must|has to|have to|should|needs? to|shall)? ?(?:have|has|holds?|contains?|includes?|be|are|is|stores?)\b.{10,}|\b(?:store|save|keep|record)\b.{5,60}\b(?:table|column|database|days?|months?|years?)\b/iu,
  // What happens then.
  'error-handling':
    /\b(?:when|if|whenever|in case)\b.{0,40}\b(?:fail\w*|errors?|cannot|can ?not|can't|goes wrong|times? out|is down|unavailable)\b.{0,80}\b(?:must|should|shall|show|answer|return|retry|retries|message|not|log|will)\b|\bstatus [45]\d\d\b/iu,
  integration: /\b(?:GET|POST|PUT|PATCH|DELETE) \/\S+/u,
};

/** A time or a rate, and what makes it the product's own: `p95 below 300 ms`, `answers within 2 s`, `100 requests per second`. */
const measure =
  /\b\d+(?:[.,]\d+)?\s*(?:ms|milliseconds?|s|sec|seconds?|secondes?|segundos?|Sekunden)\b|\d\s*(?:毫秒|秒|ミリ秒|밀리초|초)/iu;
const ofProduct =
  /\bp(?:50|75|9\d{1,2})\b|\bpercentiles?\b|\blatenc\w+|\bresponse times?\b|\b(?:answers?|responds?|answered) (?:within|in under|below|in less than)\b|temps de réponse|tiempo de respuesta|tempo de resposta|antwortzeit|响应时间|応答時間|응답 ?시간/iu;
const rate =
  /\b\d[\d.,]*\s*(?:(?:requests?|orders|queries|users|messages|events)\s*(?:per|\/|a)\s*(?:s|second|minute|hour|day)\b|rps\b|qps\b|req\/s)/iu;

/**
 * Whether a requirement of any source states a measure that an area asks for, so that nobody is asked what its criteria say. Stricter
 * than {@link settlesArea}: one requirement of a PRD that speaks of owners does not tell who may do the rest.
 */
export function statesMeasure({ kind, text, acceptance }: Requirement, area: string): boolean {
  if (area !== 'performance' || kind === 'success-criterion') return false;
  return [text, ...acceptance.map((criterion) => criterion.text)].some(
    (said) => (measure.test(said) && ofProduct.test(said)) || rate.test(said),
  );
}

/**
 * Whether a demand made in a conversation answers what a template asks about an area, such as "Only owners may see it" for
 * `security`. Areas and languages that no words are known for are not settled: then a person is asked once too often.
 */
export function settlesArea(demand: string, area: string): boolean {
  return Object.hasOwn(settling, area) && settling[area]?.test(demand.replaceAll('`', '')) === true;
}
