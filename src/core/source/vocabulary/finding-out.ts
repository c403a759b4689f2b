/** How people who talk put off what they do not know: they ask somebody, talk about it, come back to it. Latin words are bounded by hand. */

const start = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;

/** People of whom the product asks something, and the speakers nothing: "we must ask the user before we delete". */
const ofProduct =
  '(?:Users?|Customers?|Members?|Admins?|Visitors?|Guests?|Owners?|People|Players?|Buyers?|Sellers?|Readers?)';
const nutzer =
  '(?:(?:den|die|der|dem|jeden|alle)\\s+)?(?:be?nutze\\p{L}*|nutze\\p{L}*|kund\\p{L}*|anwende\\p{L}*|mitglied\\p{L}*|besuche\\p{L}*|leute|gäste)';
const usuarios =
  "(?:al?|aos?|à|los?|las?|os?|as?|l)?[’'\\s]*(?:los\\s+|las\\s+|les\\s+|l[’'])?(?:usuári|usuari|client|utilisat|miembr|membr|visit)";

const others =
  '(?:me|him|her|them|around|legal|marketing|design|support|sales|finance|hr|ops|security|compliance|everyone|someone|somebody|the (?:team|lawyers?|boss|others|designers?|vendor|provider|product owner|stakeholders?|client|experts?|(?:legal|support|sales|data|design|security|ops|other|backend|frontend) (?:team|people|folks)))';
const mean =
  "(?:let['’]?s|(?:we|i|you|someone|somebody)(?:['’](?:ll|d better)| will| should| must| need to| have to| can| could| want to)?)(?: still| also| first| just| better| rather| probably| maybe)?";

const phrases = [
  `${mean} (?:ask ${others}(?! (?:for|to|before)${end})|(?:check|confirm|clarify|talk|speak|align|sync|consult) (?:(?:it|this|that) )?(?:with|to) ${others}|clarify(?= (?:that|this|it|first|later)${end}|\\s*[,.;!]|\\s*$)|wait for ${others}|run (?:it|this|that) by|sleep on|think (?:about|it over|again)|discuss|revisit|come back to|circle back|get back to|wait and see|look into (?:it|that|this)|park (?:it|that|this)|decide (?:(?:that|it|this|on (?:it|that|this)) )?(?:later|next|tomorrow|then|another)|take (?:it|that|this) offline)`,
  `(?:let['’]?s) (?:see(?= (?:what|whether|if|how|about|then|later)${end}|\\s*[,.;!]|\\s*$)|find out|wait(?=\\s*[,.;!]|\\s*$)|move on|get started|meet|catch up|talk (?:about|later|tomorrow|again))|(?:we|i) (?:need|have) to (?:find out|check)(?= (?:if|whether|first|with)${end}|\\s*[,.;!]|\\s*$)`,
  `(?:lasst? uns|(?:wir|ich) (?:müssen|sollten|muss|sollte|wollen)|(?:das|da|dazu|hier|es|dies) (?:müssen|sollten|muss|sollte) (?:wir|ich|man))(?: (?!${nutzer})[\\p{L}.]+){0,5}? (?:fragen|nachfragen|klären|abklären|besprechen|abstimmen|nachdenken|drüber schlafen|abwarten|vertagen|rückfragen)|(?:muss|müssen|sollte) (?:noch |erst |vorher ){0,2}(?:mit \\p{L}+ )?(?:geklärt|besprochen|abgestimmt) werden|fragen wir(?: mal| noch| am besten)? (?!${nutzer})`,
  `(?:vamos a|hay que|tenemos que|debemos|deberíamos|necesitamos) (?:pregunt(?:ar|árselo)(?:les?)?(?! ${usuarios})|(?:consultar|hablar|aclarar|ver)(?:lo)? con(?! ${usuarios})|aclararlo|discutir(?:lo)?|averiguarlo|pensarlo|verlo (?:luego|después))|preguntemos(?:les?)? a(?! ${usuarios})|preguntémosle`,
  `(?:vamos|temos que|temos de|precisamos|devemos|tem que) (?:perguntar(?! ${usuarios})|(?:consultar|falar|esclarecer|ver|alinhar|confirmar)(?: isso)? com(?! ${usuarios})|discutir|pensar (?:nisso|melhor)|ver isso depois)`,
  `(?:il faut|faut|on doit|nous devons|on devrait|il faudrait)(?: d['’]abord| encore)? (?:demander(?! (?:aux? |à )?${usuarios})(?= (?:à|au|aux)${end})|voir (?:ça |cela )?avec|clarifier|(?:en )?discuter|en parler|y réfléchir|vérifier avec)|demandons (?:à|au)(?! ${usuarios})`,
  `(?:давайте|нужно|надо|должны)(?: (?:ещё|еще|сначала|это))* (?:спрос(?:им|ить)(?! (?:у )?(?:пользовател|клиент|покупател))|уточн(?:им|ить)(?= (?:у|с)${end}|\\s*[,.;!]|\\s*$)|обсуд(?:им|ить)|подум(?:аем|ать)|подожд(?:ём|ем|ать)|выясн(?:им|ить)|посмотрим)`,
  '(?:cần|phải|nên|hãy|để)(?: tôi| mình| chúng ta)? (?:hỏi(?! (?:người dùng|khách))|thảo luận|bàn (?:lại|thêm|với)|suy nghĩ)',
].join('|');

const unspaced = [
  '(?:我们|我)?(?:需要|应该|得|要|先|再){0,3}(?:去?问(?:一?下|问)(?!用户|客户|顾客)|讨论一?下|商量|想一?想)',
  '(?:さん|様|チーム|法務|部)に(?:も)?(?:聞|確認|相談|問い合わ)\\p{L}*|(?:相談|検討|話し合い|議論)(?:し|い)?(?:ましょう|が必要|てから|べき\\p{L}*)',
  '(?:님|씨|팀)?(?:에게|한테|께|에) ?(?:물어|문의)\\p{L}*(?: ?\\p{L}+)?|(?:논의|상의|의논)(?:해야|합시다|하죠|해 ?보)\\p{L}*',
].join('|');

/** Of sentences, the clause that says so. */
const findingOut = new RegExp(`${start}(?:${phrases})${end}|${unspaced}`, 'giu');

/** "Let's ask Mara": whom one asks by name is no user of the product. Names are known by their capital. */
const askByName = new RegExp(
  `${start}(?:[Ll]et['’]?s|(?:[Ww]e|I|[Yy]ou|[Ss]omebody|[Ss]omeone)(?:['’]ll|['’]d better| will| should| must| need to| have to| can| could)?)(?: still| also| first| just| better| rather| probably| maybe)? (?:ask|(?:check|confirm|clarify|consult)(?: it| this| that)? with|(?<=[Ll]et['’]s )(?:wait for|(?:talk|speak) (?:to|with))) (?!${ofProduct}${end})\\p{Lu}\\p{L}+`,
  'gu',
);

/** A statement without its clauses in which the speakers go and ask, talk, or come back to it. */
export function withoutFindingOut(text: string): string {
  return text.replace(findingOut, ' ').replace(askByName, ' ');
}

/** Whether somebody is going to be asked, or it is talked about later. */
export function findsOut(text: string): boolean {
  return withoutFindingOut(text) !== text;
}
