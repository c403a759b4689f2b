/** How people who chat offer something, and take it up in a few words, per language. Latin words are bounded by hand. */

export const end = String.raw`(?![\p{L}\p{N}])`;
export const opening = String.raw`^[^\p{L}\p{N}]{0,3}`;
/** What may stand before what counts: "and", "then", "so". */
export const link =
  '(?:(?:and|then|so|also|but|ok(?:ay)?|well|y|entonces|también|e|então|também|et|alors|aussi|und|dann|auch|и|тогда|также)(?![\\p{L}\\p{N}])[,.:\\s]*){0,3}';

/** "I'd limit it to one year", "we rate limit it": an offer in words of one's own. */
export const offers = new RegExp(
  `${opening}${link}(?:(?:${[
    "(?:i|we)(?:['’]d| would| could| can)?(?: rather| just| simply)? (?:limit|cap|restrict|allow|keep|store|send|show|hide|log|block|lock|add|use|make|put|set|require|round|sort|delete|drop|default|rate[- ]limit)|(?:rate[- ]limit|limit|cap) (?:it|that|them)|how about|what about",
    '(?:yo )?(?:limitaría|pondría|dejaría|usaría|añadiría|mostraría|guardaría|enviaría|limitamos|mostramos|guardamos|enviamos)',
    '(?:eu )?(?:limitaria|colocaria|deixaria|usaria|adicionaria|mostraria|guardaria|enviaria|limitamos|mostramos|guardamos|enviamos)',
    '(?:je (?:limiterais|mettrais|garderais|utiliserais|ajouterais|afficherais|enverrais)|on (?:limite|affiche|garde|envoie|ajoute|bloque))',
    '(?:ich würde|wir (?:begrenzen|beschränken|zeigen|speichern|schicken|behalten|sperren|löschen))',
    '(?:я бы|мы )(?:ограничил\\p{L}*|ограничим|показал\\p{L}*|покажем|сохранил\\p{L}*|сохраним|отправим)',
  ].join(
    '|',
  )})${end}|我会|我们(?:限制|显示|保存|发送|允许)|(?:制限|表示|保存)(?:する|し)(?:の)?(?:が|は)?(?:いい|どう))`,
  'iu',
);

/** "Right, let's do that then": nothing is said but that what was said before holds. */
export const pointsBackOnly = new RegExp(
  `${opening}(?:(?:yes|yep|yeah|ok(?:ay)?|right|fine|good|great|sure|agreed|sí|vale|sim|certo|oui|d['’]accord|ja|gut|genau|passt|да|хорошо)${end}[,.!\\s]*){0,2}${link}(?:(?:${[
    "(?:let['’]?s|we(?:['’]ll)?|i(?:['’]d)?) (?:do|go with|take|use|keep|have|say) (?:that|this|it|so)(?: then| too)?|(?:do|go with|take|keep) (?:that|this|it)(?: then)?",
    'hagamos eso|vamos con eso|lo hacemos así|vamos com isso|fazemos assim|vamos fazer isso|faisons (?:ça|comme ça)|on (?:fait|part) (?:ça|comme ça|là-dessus)',
    '(?:so )?machen wir(?: das| es)?(?: so)?|das nehmen wir|так и сделаем|давайте так',
  ].join(
    '|',
  )})${end}|就这么办|就这样(?:吧)?|そうしましょう|それで(?:行|い)きましょう|그렇게 하(?:죠|시죠))[^\\p{L}\\p{N}]{0,3}$`,
  'iu',
);

/** "10 please", "rather 5?", "5 maybe": an amount in place of the one that was named. */
export const otherAmount = new RegExp(
  `${opening}(?:(?:hm+|no|nein|non|não|нет|rather|better|maybe|perhaps|make it|say|lieber|eher|vielleicht|mejor|quizás|melhor|talvez|plutôt|peut-être|лучше|может)${end}[,.\\s]*){0,2}(\\p{N}{1,9}(?:[.,]\\p{N}{1,3})?)(?:\\s?(%|(?!(?:please|pls|maybe|perhaps|rather|instead|bitte|lieber|por|mejor|melhor|plutôt|пожалуйста|лучше)${end})[\\p{L}]{1,12}))?[^\\p{L}\\p{N},;.!?？—–-]{0,3}(?:(?:please|pls|maybe|perhaps|rather|instead|bitte|lieber|por favor|mejor|melhor|plutôt|пожалуйста|лучше)${end})?(?:[,;.!?？—–-]|$)`,
  'iu',
);

/** "Does the rest stay on it?": whether the product does something, asked of nobody's knowledge or time. */
export const asksWhether = new RegExp(
  `(?:${opening}|[,:;]\\s)${link}(?:i\\.e\\.\\s+)?(?:${[
    '(?:can|could|should|must|may|does|do|will|shall|is|are) (?!you\\b|i\\b|there\\b|(?:any|some)(?:one|body)\\b|we (?:have|know|think|agree|need to)\\b|(?:it|this|that) (?:ok|okay|clear|possible|done|ready)\\b)',
    '¿?(?:puede|pueden|debe|deben|se puede|hay que) |(?:pode|podem|deve|devem) |(?:peut|peuvent|doit|doivent|est-ce que) ',
    '(?:kann|können|soll|sollen|darf|dürfen|muss|müssen|bleibt|bleiben) (?!ich\\b|jemand\\b)|(?:может|могут|можно|должен|должна|должны) ',
  ].join('|')})|能不能|能否|要不要|是否|できますか|てもいいですか|할 수 있|해도 되`,
  'iu',
);

/** "Yes, the rest stays": a yes that says more. */
export const saysYesAndMore = new RegExp(
  `${opening}(?:(?:yes|yep|yeah|sí|si|sim|oui|ja|да|có|vâng)${end}[,:;.!\\s–—-]+|(?:是的?|对|可以|はい|네)[，,。.、\\s]+)(?=[^\\p{L}\\p{N}]{0,3}[\\p{L}\\p{N}].{5})`,
  'iu',
);
