import { end, link, opening } from './agreement-phrases';
import { aboutSpeakers } from './request-phrases';

/** When something is done, and the names that meetings have in a product: "remind people before we meet", "开会前提醒". */
const beside = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    'before|when(?:ever)?|after|if|until|once|while|whether',
    'antes de que|cuando|después de que|si|mientras|quando|depois que|se|avant que|quand|après que|bevor|wenn|nachdem|ob|что|когда|если',
  ].join(
    '|',
  )})(?![\\p{L}\\p{N}])[^,;]*|(?:开会|见面|碰头|打ち合わせ)(?:的|の|する)?(?:前|后|後|时|時|中|记录|記録|室|地点|提醒|通知)|만나(?:는|기)|만날 (?:때|시간|장소)`,
  'giu',
);

const day =
  '(?:(?:on |next |this |by )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next |this )?(?:week|morning|afternoon|evening)|tomorrow|today|tonight|later|soon|again|first|briefly|quickly|then|at (?:\\p{N}|noon|ten|nine|two|three)|in (?:an? |\\p{N}+ |the )(?:hour|minute|week|morning|afternoon|day)|about (?:it|that|this)|with)';

const phrases = new RegExp(
  `${opening}(?:(?:yes|yep|yeah|no|ok(?:ay)?|sure|hm+|maybe|perhaps|sí|sim|oui|ja|да)${end}[,.:;!\\s–—-]*){0,2}${link}(?:(?:${[
    "(?:we|let['’]?s|i)(?: all)?(?: could| can| should| will| might|['’]ll|['’]d)?(?: all)? (?:meet|catch up|sit down|look into|(?:talk|speak|chat|call|sync|discuss)(?: up| it| that| this)?(?=\\s*(?:$|[.,;!?])|\\s+" +
      day +
      '))',
    "i(?:['’]ve|['’]m| have| had| did| just| already)? (?!(?:need|indeed|feed|proceed|exceed|succeed|embed|seed|speed|wanted|needed)(?![\\p{L}]))\\p{L}+ed",
    '(?:is|are|was|were|ist|sind) .{0,60}?(?:up|done|ready|working|fixed|back|down|merged|deployed|broken|finished|running|fertig|decided|settled|(?:still|already) (?:open|unclear|undecided)|noch offen|geklärt|entschieden)(?: again| now| yet)?\\s*\\?',
    '(?:podemos |podríamos |vamos a )?(?:nos vemos|quedamos (?:el|a las|mañana|hoy|para)|nos reunimos|vernos|reunirnos|nos encontramos)|marcamos (?:uma? )?(?:reunião|call|conversa|papo)|on se (?:voit|parle|appelle)|on peut se voir',
    'wir (?:treffen uns|sprechen uns|telefonieren|reden)|(?:treffen|sprechen) wir(?: uns)?|ich (?:habe|bin)|созвонимся|встретимся|я уже',
  ].join('|')})${end}|.{0,20}?(?:开会|碰头|打ち合わせ|会いま|만나))`,
  'iu',
);

/** Whether people speak of themselves and their work: when they meet, what they did, whether something runs again. */
export function isOfThemselves(text: string): boolean {
  return phrases.test(text.replace(beside, ' '));
}

/** The same of a question, with the words that ask for days and people. */
export function asksOfThemselves(text: string): boolean {
  return aboutSpeakers.test(text.replace(beside, ' '));
}
