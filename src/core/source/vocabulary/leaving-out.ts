/**
 * Headings that say in a phrase of their own what will not be done ("What we won't build", "Lo que no vamos a hacer").
 * Compared with a heading in lower case, without diacritics and punctuation.
 */
export const leavesOut =
  /(?:^|\s)(?:(?:what|things|items|features) (?:we|this|it|is|are|will) .{0,20}?\bnot\b|(?:we|will|it|this|is|are) (?:wont?|not|won t|don t|isn t|aren t|does not|do not) |won t (?:do|build|have|support|be|now|this time)|not (?:doing|building|planned|included|covered|part(?: of)?|in this)|explicitly (?:out|not|excluded)|(?:this|the) (?:issue|ticket|epic|release|version|pitch|document|prd) (?:does|do|doesn t|will|won t)(?: not)? (?:cover|include|contain|address|touch)|out(?: of)? (?:scope|v\d|mvp|this)|lo que no|que no (?:vamos|haremos|hacemos|hara|incluye|entra|es)|no (?:vamos a|haremos|incluye|incluido|se hara|forma parte)|o que nao|nao (?:vamos|faremos|sera|serao|inclui|faz parte)|ce (?:que|qu) .{0,30}?\bne\b|ne (?:ferons|fera|fait|sera) pas|non inclus|was wir nicht|nicht (?:enthalten|geplant|teil|bestandteil|gegenstand|vorgesehen|umfasst|inbegriffen)|kein (?:teil|bestandteil|gegenstand|ziel)|что .{0,20}?\bне\b|не (?:делаем|будем|входит|входят|планируем|включ|будет)|khong (?:lam|bao gom|thuoc|nam trong|ho tro|co trong))(?=\s|$|\p{Ll})|(?:what we (?:parked|cut|left out)|(?:things |ideas |features )?(?:deliberately |intentionally |consciously |explicitly )(?:left|leaving) out|(?:things|ideas|features|what) (?:is |are |was |were )?(?:left out|set aside|put aside|parked)|cut if late|if (?:time|there is time)(?= |$)|left for later|beyond this|not this time|(?:queda|quedan|dejamos|fica|ficam) para (?:(?:a |uma |la |una )?(?:otra|outra|proxim[ao]|segunda)(?: \p{L}+)?|despues|mas adelante|depois|mais tarde)|(?:queda|quedan|quedo|se queda|deja|dejan|dejamos|dejado|dejar|dejadas?) fuera|(?:fica|ficam|ficou|deixamos|deixado|deixar|deixadas?) fora|nao entra[mr]?|fora (?:dest[ae]|dess[ae])|(?:idees|pistes|points|sujets|ce qu on|ce que l on|ce que nous)(?: .{1,10})? (?:mise?s?|met|mettons|laissee?s?|laisse|laissons) (?:a )?(?:cote|part)|pas (?:maintenant|pour l instant|cette fois)|bleib(?:t|en) (?:draussen|aussen vor)|(?:gehort|gehoren) nicht dazu|was nicht dazugehort|vorerst nicht|(?:para |pour )(?:despues|depois)$|(?:para |pour )?(?:mais tarde|mas adelante|plus tard|потом|позже)$|depois se .{1,10}$|что (?:потом|позже|дальше)$|version suivante|на потом|для следующ\p{L}+ верси)(?=\s|$)|(?:以后再做|先不做|不做|不包含|不包括|不涉及|不在|不纳入|不考虑)|(?:やらない|含まない|対象外|实装しない|実装しない|扱わない|^しないこと|[後后]回し|^今[後后]の?(?:[検检][討讨]|展望|予定|[拡扩][張张]))|(?:하지 않|않는 (?:것|일|기능)|안 하는|만들지 않|포함하지 않|다루지 않)/u;

const deferral =
  /^(?:future|later|planned|someday|maybe|eventually|backlog|stretch|post[- ]?(?:mvp|launch|v1)|v[2-9](?:\.\d+)?\+?|phase [2-9]\+?|futuro|futura|futuras?|futuros|mas adelante|mais tarde|depois|futur|future|plus tard|ulterieur\p{L}*|spater|zukunft|zukunftig|в будущем|будущее|позже|потом|sau nay|tuong lai|giai doan sau)$|^(?:향후|추후|나중|将来|今後|未来|后续|后期|以后|二期|后续迭代)/u;

/** Whether a remark behind a heading ("(future)", "(향후)") puts off what the heading names. */
export function isDeferral(remark: string): boolean {
  return deferral.test(
    remark
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .toLowerCase()
      .trim(),
  );
}
