/**
 * Words by which a plain sentence gives a rule: it holds for each, always or only, or in a case that it opens with. They
 * weigh only where a heading says that such sentences stand below it; people tell stories with them, too.
 */
export const rules =
  /^(?:when(?:ever)?|while|if|once|as soon as|wenn|sobald|solange|falls|quand|lorsqu|dès qu|si|tant que|cuando|mientras|en cuanto|quando|se|enquanto|assim que|когда|если|как только|khi|nếu|mỗi khi)(?!\p{L})|(?<!\p{L})(?:every|each|always|never|only|unless|until|whoever|automatically|jede[nmrs]?|immer|nur|nie|automatisch|bis zu|chaque|toujours|jamais|seule?s?|automatiquement|cada|siempre|nunca|solo|sólo|automáticamente|sempre|somente|apenas|automaticamente|кажд\p{L}+|всегда|только|никогда|автоматически|mỗi|luôn|chỉ|tự động)(?!\p{L})|每|总是|始终|只|自动|必ず|のみ|だけ|自動|場合|항상|만 |자동|마다|경우/iu;
