/** What makes a quantity the most there may be, in front of it or behind it. */
export const upperBound =
  /\b(?:at most|up to|no more than|not more than|maximum(?: of)?|max\.?|within|under|less than|fewer than|below|(?:not |never )?exceeds?|(?:not )?exceeding|limited to|limit(?: of| is)?|capped at|no later than|or less|or fewer|no máximo|até|como máximo|hasta|máximo(?: de)?|menos de|abaixo de|dentro de|au plus|au maximum|jusqu['’]à|moins de|en moins de|höchstens|maximal|bis zu|innerhalb(?: von)?|weniger als|unter|tối đa|không quá|trong vòng|dưới)(?![\p{L}])|(?<!\p{L})(?:не более|не больше|до|максимум|в течение|менее|не превыша\p{L}*)(?!\p{L})|最多|不超过|不得超过|以内|以下|至多|最大|上限|小于|少于|低于|まで|以内|未満|最大|최대|이하|이내|미만|[<≤]\s*=?/giu;

/** What makes a quantity the least there may be. */
export const lowerBound =
  /\b(?:at least|no less than|not less than|no fewer than|minimum(?: of)?|min\.|more than|over|above|or more|or longer|or higher|pelo menos|no mínimo|mínimo(?: de)?|mais de|al menos|como mínimo|por lo menos|más de|au moins|au minimum|minimum|plus de|mindestens|mehr als|ít nhất|tối thiểu|trên)(?![\p{L}])|(?<!\p{L})(?:не менее|не меньше|минимум|как минимум|более|свыше)(?!\p{L})|至少|不少于|不低于|以上|最少|最小|大于|超过|少なくとも|최소|이상|적어도|[>≥]\s*=?/giu;
