/**
 * How a bullet opens that goes on from the heading above it: a preposition, a limit, a number or a condition ("Only for
 * members", "Até 3 fotos", "По предмету и классу"). What can be done stands at the front of a bullet that speaks for itself.
 */
export const detailOpening =
  /^(?:(?:by|for|from|to|with|without|only|up to|at most|at least|per|in|on|within|before|after|until|between|about|visible|available|one|two|three|max\.?|min\.?|maximum|minimum)|(?:por|para|con|sin|solo|sólo|hasta|desde|en|entre|antes|después|según|de|del|a|al|cada|máximo|mínimo|privad[oa]s?|obligatori[oa]s?)|(?:com|sem|só|somente|apenas|até|em|no|na|depois|segundo|conforme|do|da)|(?:par|pour|avec|sans|seulement|uniquement|jusqu['’]à|depuis|dans|avant|après|selon|du|au plus|au moins)|(?:nach|für|von|mit|ohne|nur|bis|ab|pro|auf|vor|zwischen|höchstens|mindestens|maximal)|(?:по|для|от|до|с|со|без|только|не (?:более|больше|менее|меньше|позже|раньше)|за|в|во|на|при|между|перед|после|каждый|максимум|минимум)|(?:theo|cho|từ|với|chỉ|tối đa|tối thiểu|trong|trước|sau|mỗi|gồm|bao gồm))(?=[\s:])|^(?:[~≤≥<>]?\s?\d[\d.,]*\s?(?!\.)\S)|^(?:按|仅|只|最多|至少|每|不超过|含|包括|默认)|^(?:最大|最低|毎|のみ)|^(?:최대|최소|매)/iu;
