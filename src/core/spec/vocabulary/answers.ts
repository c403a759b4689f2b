/** A cell or a line says that there is nothing of the sort. */
export const noneOfIt =
  /^(?:(?:none|nothing|n\/a|not applicable|keine?[rsn]?|nichts|entfällt|nicht anwendbar|ningun[oa]?|nada|no aplica|nenhum[a]?|não se aplica|aucune?|rien|sans objet|non applicable|нет|не применимо|không(?: có)?|无|無し?|没有|不适用|不涉及|なし|特になし|該当なし|該当しない|없음|해당 없음)(?:\s*[.。:：,;(–—-].*)?|no (?:new |known |other )?[\p{L}-]+\.?|kein(?:e[rsn]?)? (?:neuen? |weiteren? )?[\p{L}-]+\.?|(?:sin|sem|sans|ningún|nenhum|nenhuma|ninguna|aucune?) (?:nouve(?:au|lle) |nov[oa] |nuev[oa] )?[\p{L}-]+\.?|\p{L}{1,12}なし[。.]?|无(?:新增?|变更|日期)\p{L}{0,8}[。.]?)$/isu;

/** A requirement is left out on purpose: `Out of scope: reason`, `No technical work: reason`. */
export const leftOut = new RegExp(
  `^(?:${[
    'out of scope|no technical work',
    'nicht im umfang|außerhalb des umfangs|keine technische arbeit|kein technischer aufwand',
    'fuera de(?:l)? alcance|sin trabajo técnico',
    'fora d[eo] escopo|sem trabalho técnico',
    'hors (?:du )?périmètre|aucun travail technique|sans travail technique',
    '(?:不在)?范围(?:之)?外|不在范围内|超出范围|无需技术工作|无技术工作',
    '対象外|範囲外|スコープ外|技術的な作業(?:は)?なし',
  ].join('|')})\\s*(?:[:：–—-]\\s*(?!\\s)(.*))?$`,
  'isu',
);

/** A mark that stands alone where something is still to be said. */
export const markerAlone = /^(?:TBD|TBA|TBC|TODO|FIXME|XXX|NEEDS CLARIFICATION|\?{2,}|\.{3,}|…)[.!]?$/iu;

/** High, medium and low, in lower case. */
export const levelWords: readonly string[] = [
  ...['high', 'medium', 'low'],
  ...['hoch', 'mittel', 'niedrig', 'gering'],
  ...['alto', 'alta', 'medio', 'media', 'bajo', 'baja', 'médio', 'média', 'baixo', 'baixa'],
  ...['élevé', 'élevée', 'moyen', 'moyenne', 'faible', 'haut', 'haute', 'basse'],
  ...['высокий', 'высокая', 'высокое', 'средний', 'средняя', 'среднее', 'низкий', 'низкая', 'низкое'],
  ...['cao', 'trung bình', 'thấp', '高', '中', '低', '高い', '低い', '높음', '중간', '보통', '낮음'],
];
