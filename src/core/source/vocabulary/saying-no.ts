import { inForms } from './ideograph-forms';

/** What is brought out bit by bit, as headings name it; a letter or a number may follow. */
const released = {
  en: 'rev(?:ision)?|release|version|edition|build|drop|wave|milestone|stage|phase|step|iteration|increment|tranche|pilot|trial|beta|alpha|preview|launch|rollout|prototype|series|generation|gen|mark|mk|season|year|quarter|package|update',
  de: 'rev(?:ision)?|release|version|ausgabe|stufe|ausbaustufe|baustufe|welle|meilenstein|phase|etappe|iteration|pilot(?:phase|projekt|betrieb)?|beta|prototyp|serie|generation|lieferung|los|paket|update|jahr',
  es: 'rev(?:ision)?|release|version|edicion|entrega|oleada|hito|fase|etapa|iteracion|piloto|beta|prototipo|serie|generacion|lanzamiento|lote|ano',
  pt: 'rev(?:isao)?|release|versao|edicao|entrega|onda|marco|fase|etapa|iteracao|piloto|beta|prototipo|serie|geracao|lancamento|lote|ano',
  fr: 'rev(?:ision)?|release|version|edition|livraison|vague|jalon|phase|etape|iteration|pilote|beta|prototype|serie|generation|lancement|lot|annee',
  ru: 'ревизи\\p{L}+|релиз\\p{L}*|верси\\p{L}+|редакци\\p{L}+|поставк\\p{L}+|волн\\p{L}+|фаз\\p{L}+|этап\\p{L}*|очеред\\p{L}+|итераци\\p{L}+|пилот\\p{L}*|бет\\p{L}+|прототип\\p{L}*|год\\p{L}*',
} as const;

/** Up to two words between "in" and what is released ("the current release"), and the letter or number of that. */
const word = String.raw`(?:\p{L}+ ){0,2}?`;
const mark = String.raw`(?: [\p{L}\d]{1,2})?(?: \d+)*`;

/** "Not in Rev. C", "Nicht in Ausbaustufe 1", "No en la fase piloto": what one of several releases goes without. */
const notInRelease: readonly RegExp[] = [
  new RegExp(`^(?:still )?not (?:in|for|with|at|part) ${word}(?:${released.en})${mark}$`, 'u'),
  new RegExp(`^(?:noch )?nicht (?:in|im|fur|mit|zu[mr]?|bei|teil) ${word}(?:${released.de})${mark}$`, 'u'),
  new RegExp(`^(?:todavia |aun )?no (?:en|para|con|entra en) ${word}(?:${released.es})${mark}$`, 'u'),
  new RegExp(
    `^(?:ainda )?nao (?:em|na|no|nesta|neste|para|com|entra n[ao]) ${word}(?:${released.pt})${mark}$`,
    'u',
  ),
  new RegExp(`^pas (?:encore )?(?:dans|pour|avec|en|au) ${word}(?:${released.fr})${mark}$`, 'u'),
  new RegExp(`^(?:пока )?не (?:в|во|для|на) ${word}(?:${released.ru})${mark}$`, 'u'),
];

/** "Things people will ask for, and we say no", "Wozu wir nein sagen": what somebody may want and does not get. */
const refuses: readonly RegExp[] = inForms([
  /\s(?:say|says|said|saying|answer|answered|reply) (?:is )?(?:a )?(?:firm |polite |clear )?no(?: to| for now| thanks)?$|\s(?:say|says|said) no to(?: |$)|^saying no to |^(?:our |the )?answer is no$|(?:^|\s)(?:we|i) (?:have )?decided? against(?: |$)|^no to |(?:^|\s)(?:asked|asks?|wished|wanted) (?:for )?(?:but |yet )?(?:refused|declined|denied|rejected|turned down|not (?:granted|given|done|built|planned))$|(?:^|\s)(?:we|i) (?:will |have |had to |must |would )?(?:refused?|declined?|turn(?:ed)? down|reject(?:ed)?)$|^(?:what|things|stuff|features|topics) you (?:won t|will not|don t|do not) (?:find|get|see)(?: |$)/u,
  /(?:^|\s)nein (?:sagen|gesagt)(?: |$)|(?:^|\s)sagen wir nein(?: |$)|(?:^|\s)(?:wir|ich) (?:\p{L}+ )?(?:ablehnen|abgelehnt haben|ablehnten)$|(?:^|\s)(?:gewunscht|gefragt|gefordert) (?:aber |doch )?(?:abgelehnt|verworfen|nicht (?:geplant|umgesetzt))$/u,
  /(?:^|\s)(?:decimos|diremos|dijimos|digamos|respuesta es) (?:que )?no(?: |$)|(?:^|\s)(?:pedid[oa]s?|solicitad[oa]s?) (?:pero )?(?:rechazad|denegad|descartad)[oa]s?$|^(?:lo )?que (?:hemos )?(?:rechazamos|rechazaremos|rechazado)$/u,
  /(?:^|\s)(?:dizemos|diremos|dissemos|digamos|resposta e) (?:que )?nao(?: |$)|(?:^|\s)(?:pedid[oa]s?|solicitad[oa]s?) (?:mas )?(?:recusad|negad|rejeitad|descartad)[oa]s?$|^(?:o )?que (?:recusamos|rejeitamos|recusaremos)$/u,
  /(?:^|\s)(?:dit|dirons|disons|avons dit|reponse est) (?:que )?non(?: |$)|(?:^|\s)(?:demande|souhaite)e?s? (?:mais )?(?:refuse|rejete|ecarte)e?s?$|^ce que (?:nous|l on|on) (?:avons )?refus\p{L}+$/u,
  /(?:^|\s)(?:говорим|скажем|сказали|ответим|ответили|ответ) нет(?: |$)|(?:^|\s)(?:откажем|отказали|отказываем)$|(?:^|\s)просили (?:но )?(?:отказано|не дадим|отклонено)$/u,
  /(?:^|\s)(?:noi|tra loi|cau tra loi la) khong(?: |$)|^(?:nhung )?(?:dieu|thu|yeu cau) (?:bi |da |se )?tu choi$/u,
  /(?:我们|都|会|要|得)说不(?:的|$)|说不$|^(?:我们|会被|已|明确)拒绝的?(?:需求|要求|请求|想法|建议)?$|^被拒(?:绝)?的?(?:需求|要求|请求|想法|建议)$/u,
  /(?:お断り|断る)(?:する)?(?:もの|こと|要望|要求|機能|依頼)|(?:ノー|いいえ)と(?:言う|答える)|^却下(?:した|する)?(?:要望|要求|案|もの|こと)?$/u,
  /(?:거절|사양)(?:하는|할|한) (?:것|요청|요구|기능)|아니(?:요|라)고 (?:하는|할|한|말하는|말할)(?: |$)/u,
]);

/** Whether a heading, as headings are compared, says that somebody goes without what stands below it: refused, or not in this release. */
export function saysNo(heading: string): boolean {
  return [...notInRelease, ...refuses].some((pattern) => pattern.test(heading));
}
