/** Words by which it is told whether a target can be measured. */

/** What only a number can state, as a label: `Performance:`, `Availability:`. */
export const quantity =
  /^(?:(?:[A-Z]{1,5}-)?\d[\w.-]*\s*[:：]\s*)?(?:performance|latency|response times?|throughput|scalability|capacity|availability|uptime|antwortzeit(?:en)?|durchsatz|skalierbarkeit|verfügbarkeit|leistung|rendimiento|latencia|escalabilidad|disponibilidad|desempenho|latência|escalabilidade|disponibilidade|rapidité|latence|débit|disponibilité|производительность|доступность|hiệu năng|độ trễ|性能|响应时间|吞吐量?|可用性|可扩展性|応答時間|スループット|성능|응답 시간|처리량|가용성)(?:\s*\([^)]*\))?\s*[:：]/iu;
/** Promises that no test decides, beside the vague words that requirements are searched for. */
export const promise =
  /(?<![\p{L}\p{N}-])(?:scales? (?:well|easily|horizontally|linearly|out)|(?:in )?near[- ]real[- ]time|without (?:noticeable |any )?delays?|highly available|low latenc(?:y|ies)|high (?:throughput|performance|availability)|good performance|performs well|as (?:fast|soon) as possible|always available|gut skalier\p{L}*|hochverfügbar|escala bien|escala bem|monte en charge|alta disponibilidad|alta disponibilidade|haute disponibilité|gute leistung|buen rendimiento|bom desempenho|bonne performance)(?![\p{L}\p{N}-])|高可用|高性能|易于扩展|可扩展性好|高可用性|性能が良|スケールする/iu;
/** How fast: only a time, a rate or a share decides it, whatever else of the sentence is counted. */
export const speed =
  /(?<![\p{L}\p{N}-])(?:quick(?:ly)?|fast|rapidly|swiftly|promptly|responsive(?:ly)?|schnell(?:e[rnms]?)?|zügig|rápid[oa]s?|rápidamente|rapidamente|ágil|rapides?|rapidement|быстро)(?![\p{L}\p{N}-])|很快|快速|迅速|(?<![加明欢畅愉])快(?=[。，、\s]|$)|速い|速く|高速|素早/iu;
export const measuredSpeed =
  /\d\s*(?:µs|ms|milliseconds?|s|sec(?:s|onds?)?|min(?:s|utes?)?|hours?|hrs?|h|%|percent|rps|qps|req|requests?|Millisekunden?|Sekunden?|Sek|Minuten?|segundos?|seg|minutos?|secondes?|heures?|horas?|Stunden?|секунд\p{L}*|сек|минут\p{L}*|мин|час(?:а|ов)?|мс|giây|phút|giờ)(?![\p{L}])|\d\s*(?:毫秒|秒|分钟|小时|ミリ秒|分|時間|초|시간)|p\d{2}|\bper (?:second|minute)\b|\/s\b/iu;
