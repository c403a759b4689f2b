import { inForms } from './ideograph-forms';
import { goesWithout } from './going-without';
import { saysNo } from './saying-no';

/**
 * Headings that say in a phrase of their own what will not be done ("What we won't build", "Lo que no vamos a hacer").
 * Compared with a heading in lower case, without diacritics and punctuation.
 */
const leavesOut =
  /(?:^|\s)(?:(?:what|things|items|features) (?:we|this|it|is|are|will) .{0,20}?\bnot\b|(?:we|will|it|this|is|are) (?:wont?|not|won t|don t|isn t|aren t|does not|do not) |won t (?:do|build|have|support|be|now|this time)|not (?:doing|building|planned|included|covered|part(?: of)?|in this)|explicitly (?:out|not|excluded)|(?:this|the) (?:issue|ticket|epic|release|version|pitch|document|prd) (?:does|do|doesn t|will|won t)(?: not)? (?:cover|include|contain|address|touch)|out(?: of)? (?:scope|v\d|mvp|this)|lo que no|que no (?:vamos|haremos|hacemos|hara|incluye|entra|es)|no (?:vamos a|haremos|incluye|incluido|se hara|forma parte)|o que nao|nao (?:vamos|faremos|sera|serao|inclui|faz parte)|ce (?:que|qu) .{0,30}?\bne\b|ne (?:ferons|fera|fait|sera) pas|non inclus|was wir nicht|nicht (?:enthalten|geplant|teil|bestandteil|gegenstand|vorgesehen|umfasst|inbegriffen)|kein (?:teil|bestandteil|gegenstand|ziel)|что .{0,20}?(?<!\p{L})не(?!\p{L})|не (?:делаем|будем|входит|входят|планируем|включ|будет)|khong (?:lam|bao gom|thuoc|nam trong|ho tro|co trong))(?=\s|$|\p{Ll})|(?:what we (?:parked|cut|left out)|(?:things |ideas |features )?(?:deliberately |intentionally |consciously |explicitly )(?:left|leaving) out|(?:things|ideas|features|what) (?:is |are |was |were )?(?:left out|set aside|put aside|parked)|cut if late|if (?:time|there is time)(?= |$)|left for later|beyond this|not this time|(?:queda|quedan|dejamos|fica|ficam) para (?:(?:a |uma |la |una )?(?:otra|outra|proxim[ao]|segunda)(?: \p{L}+)?|despues|mas adelante|depois|mais tarde)|(?:queda|quedan|quedo|se queda|deja|dejan|dejamos|dejado|dejar|dejadas?) fuera|(?:fica|ficam|ficou|deixamos|deixado|deixar|deixadas?) fora|nao entra[mr]?|fora (?:dest[ae]|dess[ae])|(?:idees|pistes|points|sujets|ce qu on|ce que l on|ce que nous)(?: .{1,10})? (?:mise?s?|met|mettons|laissee?s?|laisse|laissons) (?:a )?(?:cote|part)|pas (?:maintenant|pour l instant|cette fois)|bleib(?:t|en) (?:draussen|aussen vor)|(?:gehort|gehoren) nicht dazu|was nicht dazugehort|vorerst nicht|(?:para |pour )(?:despues|depois)$|(?:para |pour )?(?:mais tarde|mas adelante|plus tard|потом|позже)$|depois se .{1,10}$|что (?:потом|позже|дальше)$|version suivante|на потом|для следующ\p{L}+ верси)(?=\s|$)|(?:以后再做|先不做|不做|不包含|不包括|不涉及|不在|不纳入|不考虑)|(?:やらない|含まない|対象外|实装しない|実装しない|扱わない|^しないこと|[後后]回し|^今[後后]の?(?:[検检][討讨]|展望|予定|[拡扩][張张]))|(?:하지 않|않는 (?:것|일|기능)|안 하는|만들지 않|포함하지 않|다루지 않)/u;

/** The same in further words, one pattern per language. */
const leavesOutToo: readonly RegExp[] = [
  // "Things I don't want", "What nobody needs".
  /^(?:things|stuff|features|what) (?:that )?(?:(?:i|we) (?:don t|do not) (?:really )?(?:want|need|care)|nobody (?:wants|needs|asked for))(?: |$)/u,
  // "Won't do in 2.4", "Not in Loam-2", "Nicht in 3.0": what one release, or a product with a number, goes without.
  /^(?:(?:we )?won t|(?:not|nicht|no|nao|pas)) (?:in|for|im|en|em|dans) (?:\p{L}+ ){0,2}\p{L}*\d[\p{L}\d]*(?: \d+)*$/u,
  /^(?:(?:things|ideas|features|topics|items|points) )?(?:what|that|which) (?:we|i) (?:(?:a?re )?(?:deliberately |intentionally |consciously )?(?:leav(?:e|ing)|left|skip(?:ped|ping)?|dropp?(?:ed|ing)?|cut(?:ting)?|park(?:ed|ing)?|postponed?|shelved?|exclud(?:e|ed|ing)))(?: |$)|(?:^|\s)(?:left|leave) out(?: on purpose| for now| deliberately| intentionally)?$|^(?:someday|maybe|perhaps)(?: (?:later|maybe|someday|one day|next year|never))+$|^later maybe$|(?:^|\s)(?:dropped|discarded|shelved|parked|punted|postponed|excluded) (?:ideas|features|items|topics|points|for now|wishes)$|^ideas (?:we )?(?:dropped|rejected|discarded|parked|shelved)|^(?:things|ideas|features|wishes|plans|candidates) for (?:v[2-9]|later|future|next|after)(?: |$)|(?:^|\s)for (?:a )?(?:next|later|future) (?:version|release|iteration|phase|round|time)$|^(?:beyond|after|past) (?:v\d|mvp|version \d|release \d|first (?:version|release))(?: |$)|^cut from |^what .{0,20}?(?:will|does|do|shall) never(?: |$)|(?:^|\s)not (?:for|in|at|until|before) (?:now|mvp|v ?\d|\p{L}{0,2}\d|version|release|phase|scope|bet|batch|box|cycle|pitch|(?:this|first|next|current|initial)(?:$| (?:batch|bet|box|cut|cycle|document|edition|iteration|launch|mvp|phase|pilot|prd|project|quarter|release|round|scope|spec|sprint|stage|step|time|version|year)))(?: |$)|(?:^|\s)not (?:this|yet|right now|now)(?: (?:time|round|year|month|week|weekend|season|semester|term|evening|quarter|sprint|cycle|release|version|phase))?$|^not (?:tonight|today)$|(?:^|\s)what s not in|^(?:not|neither) (?:wanted|intended|needed|required|considered)(?: |$)/u,
  /(?:^|\s)fuera (?:esta|este|la|el|proyecto|version|entrega)(?: |$)|^(?:para )?(?:la |una )?(?:siguiente|proxima|segunda|futura) (?:version|entrega|fase|iteracion)$|(?:^|\s)no (?:entra|entran|entrara|se contempl\p{L}*|se cubren?|se hacen?)(?: |$)|^(?:(?:funciones|funcionalidades|puntos|temas|ideas|casos|requisitos|elementos) )?no (?:contemplad|previst|cubiert)\p{L}*|^(?:que|lo que) (?:no|nunca) (?:hace|hara|cubre|tendra|vamos|queremos|haremos|esta)|(?:ideas|puntos|temas|funciones) (?:descartad|aparcad|aplazad|pospuest)\p{L}*|^(?:descartad|aplazad|pospuest)[oa]s?(?: |$)|^(?:ahora|todavia|aun|por ahora|de momento|por momento|hoy|esta (?:noche|semana|temporada)|este (?:fin semana|mes|ano|trimestre)) no$|^no (?:hoy|(?:por |en )?esta (?:noche|semana|temporada|vez)|este (?:fin semana|mes|ano|trimestre))$/u,
  /(?:^|\s)fora (?:desta|deste|dessa|desse|projeto|versao|entrega)(?: |$)|^(?:para )?(?:a |uma )?(?:proxima|segunda|futura) (?:versao|entrega|fase|iteracao)$|(?:^|\s)nao (?:entram?|entrara|esta no escopo|se faz)(?: |$)|^(?:(?:funcoes|funcionalidades|pontos|temas|ideias|casos|requisitos|itens) )?nao (?:contemplad|previst|cobert)\p{L}*|^(?:que|o que) (?:nao|nunca) (?:faz|fara|cobre|tera|entra|esta)|(?:ideias|pontos|temas|funcoes|itens) (?:descartad|adiad|deixad)\p{L}*|^(?:descartad|adiad)[oa]s?(?: |$)|^(?:agora|ainda|por enquanto|por ora|hoje) nao$|^nao (?:hoje|(?:[dn]?esta|n?este) (?:vez|noite|semana|mes|ano|trimestre|fim semana|temporada))$/u,
  /^(?:ce qui|ce qu il|points|idees|elements|fonctions) (?:est |sont |reste |restent )?(?:exclus?|ecartee?s?|reportee?s?|abandonnee?s?|hors)|(?:^|\s)hors (?:ce|cette|cet|lot|projet|version|v\d)(?: |$)|^reportee?s?(?: |$)|^(?:(?:points?|sujets?|besoins?|fonctions?|fonctionnalites?|idees?|cas|elements?) )?non (?:couvert|retenu|prevu|traite|compris)e?s?(?: |$)|^(?:laisse|mis)(?:e|s|es)? (?:de )?cote|^ce qui n est pas|^ce qu(?:e|il|elle|on)? .{0,20}ne (?:fera|fait) jamais|(?:^|\s)pas (?:dans|prevu|inclus|compris)|^pas (?:ce (?:soir|week end|mois|trimestre)|cette (?:annee|saison|semaine)|aujourd hui)$|^(?:pour )?(?:la |une )?(?:prochaine|version|phase) (?:version|suivante|ulterieure)$/u,
  /(?:^|\s)(?:bewusst|absichtlich) (?:weggelassen|ausgelassen|ausgeklammert|nicht|verzichtet|ausgeschlossen)|^was (?:wir )?(?:(?:bewusst |vorerst |erstmal )?(?:weglassen|auslassen|ausklammern|verschieben|zuruckstellen|nicht (?!funktioniert|gut|klappt|lauft|passt|stimmt).*)|(?:bewusst|vorerst|erstmal) fehlt)$|^spatere (?:ausbaustufen?|phasen?|versionen?|erweiterungen?|ausbauten)|^(?:ideen|wunsche|punkte|themen) fur (?:spater|zukunft|nachste)|(?:^|\s)nicht (?:im|in|fur) (?:lieferumfang|umfang|scope|dieser|diesem|ersten|erste|mvp|v\d|jetzt|diese)|^(?:kommt|folgt) spater|^(?:spater|vielleicht|irgendwann) (?:vielleicht|spater|mal|einmal)|^was .{0,20}nie (?:tut|macht|konnen|tun)|(?:^|\s)(?:weg|draussen|aussen vor) ?bleib(?:t|en)|(?:^|\s)ausser betracht|^(?:jetzt|noch|erstmal|vorlaufig|heute|heute abend|diese woche|dieses (?:jahr|quartal|wochenende)) nicht$|^nicht (?:heute|heute abend|dieses mal|diesmal|(?:an )?diese[ms]? (?:abend|jahr|monat|quartal|semester|wochenende)|diese (?:saison|woche))$|^(?:das |dies )?(?:brauchen|machen|bauen|wollen|liefern|tun) wir (?:.{1,20} )?nicht$|^(?:das |dies )?(?:brauche|mochte|will) ich nicht$|^nicht (?:dabei|drin|notig|gebraucht|gewunscht)$/u,
  /(?:^|\s)не (?:сеичас|сразу|планир|рассматрива|войд|вошл|реализу|поддержива|трогаем|берем)\p{L}*|^(?:что )?не (?:нужно|требуется)(?: делать)?$|^(?:отказались|отложили|вычеркнули)(?: |$)|^(?:идеи|пожелания|задачи) на (?:будущее|потом)|^(?:потом|позже|когда нибудь)(?: |$)|^(?:на |в )?следующ\p{L}+ (?:верси|этап|релиз|очеред)\p{L}*$|(?:^|\s)вторая очередь$|^(?:в этот раз не(?:т)?|не (?:в )?этот раз)$|^не (?:сегодня|в эти выходные|в этом (?:году|месяце|квартале|сезоне)|на этои неделе)$/u,
  /(?:^|\s)(?:chua|khong) (?:lam|trien khai|ho tro|bao gom|thuc hien|phat trien|dua vao|nam)(?: |$)|^lan nay (?:khong|chua)(?: |$)|(?:^|\s)(?:chua|khong) can(?: lam| thiet)?$|^(?:de|doi|chuyen) (?:lai )?(?:sang )?(?:sau|phien ban sau|giai doan sau)/u,
  ...inForms([
    /不属于|(?:后续|以后|下期|二期|将来)再(?:做|说|议|考虑|实现)|暂(?:不|时不|缓)|不考虑|(?:搁置|推迟|延期)(?:的?(?:功能|需求|内容|事项|想法|部分)|项|的$)|被(?:砍|否)(?:掉|决)?(?:的?(?:功能|需求|内容|事项|想法|方案)|的?$)/u,
    /対象外(?:と(?:する|した).{0,4}|機能|項目|範囲|要件)?$/u,
    /見送(?:る|った|り)|(?:含め|対象とし|対象にし|作ら|やら|実装し|対応し)ない|次期(?:以降|開発|フェーズ)/u,
    /(?:범위|버전|출시|이번|개발)(?:에서|에는|에)? ?(?:제외|뺀|빠지는)|^이번(?:에는|엔) (?:제외|안)|다음.{0,6}(?:미룬|미루는|넘긴)|하지 않(?:기로|는|을)|안 (?:하는|만드는|할)|미룬 (?:것|기능)/u,
  ]),
];

/** "用户不在线时也可使用": what can be done even where something is not so; "暂时也不做" is nothing of that. */
const evenThen = /(?<![暂同临届])时(?:也|仍|都)|くても|않아도|없어도/u;

/** Whether a heading, as headings are compared, says that what stands below it will not be done. */
export function saysLeftOut(heading: string): boolean {
  if (evenThen.test(heading)) return false;
  const patterns = leavesOut.test(heading) || leavesOutToo.some((pattern) => pattern.test(heading));
  return patterns || saysNo(heading) || goesWithout(heading);
}

const deferral =
  /^(?:won['’]?t(?: (?:have|do|be|now|this time))?|future|later|planned|someday|maybe|eventually|backlog|stretch|post[- ]?(?:mvp|launch|v1)|(?:after|post) (?:launch|release|go[- ]?live|mvp|v\d)|maybe .{1,20}|next (?:year|quarter|release|version|phase)|v[2-9](?:\.\d+)?\+?|phase [2-9]\+?|futuro|futura|futuras?|futuros|mas adelante|mais tarde|depois|(?:depois|apos|despues|tras)(?: d[oa]l?| el| la)? (?:lancamento|lanzamiento|mvp)|futur|future|plus tard|apres (?:le )?(?:lancement|mvp)|ulterieur\p{L}*|spater|nach (?:dem )?(?:start|launch|mvp|release|go[- ]?live)|zukunft|zukunftig|в будущем|будущее|позже|потом|после (?:запуска|релиза|выхода|старта)|sau nay|tuong lai|giai doan sau|sau (?:khi )?(?:ra mat|phat hanh|mvp))$|^(?:향후|추후|나중|출시 (?:이후|후)|将来|今後|未来|后续|后期|以后|二期|后续迭代|上线(?:之)?后|リリース後|公開後)/u;

/** Words of a remark that put aside what they stand behind; they may name a state it can be in as well. */
const putAside =
  /^(?:(?:put )?on (?:hold|ice)|parked|shelved|deferred|postponed|put off|zuruckgestellt|verschoben|geparkt|auf eis(?: gelegt)?|aplazad[oa]s?|pospuest[oa]s?|aparcad[oa]s?|adiad[oa]s?|reportee?s?|mise? de cote|отложен[оаы]?|на паузе|tam hoan|hoan lai|보류|연기|保留|見送り|延期|搁置|擱置|暂缓|暫緩|推迟|推遲|缓做)$/u;

/** When something is looked at again: a remark that says that, too, names no states. */
const again =
  /(?:^|\s)(?:next|later|until|till|again|q[1-4]|20\d\d|v\d|nachste\p{L}*|spater|erneut|proxim[oa]s?|siguiente|mas adelante|despues|depois|prochaine?s?|plus tard|следующ\p{L}+|позже|sau|lan toi)(?=\s|$)|다음|재검토|추후|내년|下(?:期|个|次|一|季|半)|再(?:议|看|说|评)|明年|次(?:期|回)|来(?:年|期)|再検討/u;

/** Longest part of a remark that leaves something out, in characters: a longer one is a sentence on something else. */
const longestRemark = 40;

/** Whether a remark behind a heading ("(future)", "(향후)", "(after launch, not in this version)") puts off what it names. */
export function isDeferral(remark: string): boolean {
  const parts = remark.split(/[,;，；、–—]/u);
  const [first = '', ...others] = parts.map(plain);
  if (putAside.test(first) && others.every((part) => again.test(part))) return true;
  return parts.some((part) => {
    const bare = plain(part);
    return deferral.test(bare) || (bare.length <= longestRemark && saysLeftOut(bare));
  });
}

/** Whether all of a remark behind an item says when it comes: "(phase 2)", not "(not needed for drafts)", an exception. */
export function waits(remark: string): boolean {
  return deferral.test(plain(remark));
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .trim();
}
