/** How people who chat refuse what was proposed, per language. Latin words are bounded by hand. */

const end = String.raw`(?![\p{L}\p{N}])`;
/** What may stand before the first word; `\W` would take letters of other scripts for it. */
const opening = String.raw`^[^\p{L}\p{N}]{0,3}`;
const hedge = String.raw`${opening}(?:(?:hm+|uh+|oh|ah|well|sorry|but|ok(?:ay)?|pues|bueno|mas|bom|mais|bon|ach|na ja|also|aber|ну|но)${end}[,.\s]*){0,2}`;

const noWords = `(?:no|nope|nah|nein|nee|non|não|нет|không)${end}`;
/** "No" where words are not spaced; without "いやな", "いえば" and "아니면", which refuse nothing. */
export const unspacedNo = String.raw`(?:不对(?!称)|不行|不要|不[，,。]|いや(?![なしがす])|いいえ|いえ(?![ばる])|아니(?:요|오|야|다)?(?!\p{L}))`;

/** "No": what follows may say why, or what instead. */
export const saysNo = new RegExp(`${hedge}(?:${noWords}|${unspacedNo})`, 'iu');

/** "No, ...": with a pause, it answers what was said before; without one it negates the next word ("no mails"). */
export const saysNoAlone = new RegExp(
  `${hedge}(?:${noWords}(?:\\s+(?:thanks?|thank you|please|way|gracias|obrigad[oa]|merci|danke|спасибо)${end})?\\s*(?:[,;:!–—-]|\\.(?!\\s*\\d)|$)|${unspacedNo})`,
  'iu',
);

/** Refusing without naming what: "rather not, nobody fills that in". */
export const dismisses = new RegExp(
  `${hedge}(?:(?:${noWords})[,.\\s]*)?(?:(?:${[
    "(?:i(?:['’]d| would) )?(?:rather|better|preferably|prefer) not|let['’]?s not|not a good idea|bad idea|(?:i(?:['’]m| am) )?against (?:it|that)|i don['’]?t like (?:it|that)|we don['’]?t (?:want|need) (?:that|it)|i don['’]?t want (?:that|it)",
    'mejor no|prefiero que no|no me gusta|melhor não|prefiro que não|não gosto',
    'plutôt pas|mieux vaut pas|mauvaise idée|je préfère pas|lieber nicht|besser nicht|bitte nicht|keine gute idee|dagegen',
    'лучше не(?: надо)?|не стоит|не надо|плохая идея|thôi|không nên',
  ].join(
    '|',
  )})(?:\\s*[,.;:!–—-]|\\s*$|\\s+(?:that|it|this|eso|isso|ça|das|это)${end})|(?:还是)?不要(?:了|吧)|别了|やめ(?:て|ま)|反対(?![側方のに])|하지 ?말|안 하는 게)`,
  'iu',
);

/** Saying what is not wanted: "I don't want mail". */
export const unwanted =
  /(?<![\p{L}\p{N}])(?:(?:i|we|they|users?|customers?|people|nobody) (?:really )?(?:do(?:es)?n['’]?t|do(?:es)? not) want|nobody wants|(?:don['’]?t|do not) want|no (?:quiero|queremos|quieren)|não (?:quero|queremos|querem)|(?:je )?ne (?:veux|voulons|veulent) pas|(?:je|on) (?:ne )?veut? pas|(?:ich|wir) (?:will|wollen) (?:kein\p{L}{0,2}|das nicht)|не (?:хочу|хотим|хотят)|không muốn)(?![\p{L}\p{N}])|不想要?|我不要|我们不要|欲しくない|ほしくない|원하지 않/iu;

/** A "no" that agrees: "no problem", "no, that's fine". */
export const concurs =
  /^[^\p{L}\p{N}]*(?:problem|worries|objections?|doubt|idea|need to worry|hay problema|(?:me )?parece bien|sem problema|tem problema|passt|kein problem|(?:that|it|this)(?:['’]s| is) (?:fine|ok(?:ay)?|good|right|great|correct|enough)|fine|ok(?:ay)?|agreed?|i agree|go ahead|all good|makes sense|of course|sure|nothing else|that['’]s (?:all|it))(?![\p{L}\p{N}])/iu;

/** A "no" that adds: "no, admins too". */
export const adds =
  /(?<![\p{L}\p{N}])(?:too|as well|also|también|também|aussi|auch|тоже|также|nữa)[^\p{L}\p{N}]{0,3}$|也(?:可以|行)?$|も$|도$/iu;
