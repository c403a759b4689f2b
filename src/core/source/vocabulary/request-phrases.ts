/** How people who chat ask for something without a word of demanding, per language. Latin words are bounded by hand. */

const start = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;

/** "Audit event for each export please": what is asked of the product, not of whoever listens; see {@link ofTheTalk}. */
export const pleads = new RegExp(
  [
    `${start}(?:please|pls|plz|por favor|bitte|s['’]il (?:te|vous) pla[iî]t|svp|пожалуйста)[^\\p{L}\\p{N}]{0,4}$`,
    '请(?:加|增加|添加|显示|支持|记录|提示|允许|隐藏)|(?:追加|表示|記録|対応|通知|保存)(?:して|を)?(?:ください|お願い)|(?:추가|표시|기록|지원|저장|알려)(?:해)? ?(?:주세요|부탁)',
  ].join('|'),
  'iu',
);

/** What is asked of the other speaker: to wait, to look, to send something round, to do a step of the work. */
export const ofTheTalk = new RegExp(
  `${start}(?:${[
    'me|us|wait|moment|sec(?:ond)?|minute|hold on|tell|repeat|explain|look|check|review|read|remind|call|ping|mute|speak|slow down|go ahead|go on|continue|next|try|run|commit|push|merge|deploy|fix|do (?:it|that|so)|again|summari[sz]e|thanks?|help',
    'espera|momento|dime|repite|explica|revisa|mira|ayuda|continúa|espere|me|aguarde|diga|repita|explique|veja|ajuda|continue',
    'attends|attendez|dis|dites|répète|répétez|explique[rz]?|regarde[rz]?|aide[rz]?|warte|warten|sag|sagen|wiederhol\\p{L}*|erklär\\p{L}*|schau\\p{L}*|prüf\\p{L}*|hilf|mir|uns|nochmal|weiter',
    'подожди\\p{L}*|скажи\\p{L}*|повтори\\p{L}*|объясни\\p{L}*|посмотри\\p{L}*|проверь\\p{L}*|помоги\\p{L}*|мне|нам',
  ].join('|')})${end}|帮我|告诉我|等`,
  'iu',
);

/** A question about the speakers themselves, whose answer lists days or people: "when can we meet?", "who is coming?". */
export const aboutSpeakers = new RegExp(
  `${start}(?:${[
    "(?:you|we) (?:all )?(?:meet|talk|speak|call|come|join)|(?:are|is) (?:you|everyone|everybody) (?:free|available|there|in)|who (?:is|are|will be|can) (?:coming|joining|come|join|there|here)|who['’]s (?:coming|joining|there|here)",
    'nos (?:vemos|reunimos|encontramos|vamos encontrar)|podemos (?:vernos|reunirnos|quedar|reunir)|quién(?:es)? vienen?|quem vem',
    'on se (?:voit|retrouve|parle)|nous (?:voyons|retrouvons)|qui vient|treffen wir(?: uns)?|sehen wir uns|wir uns (?:treffen|sehen)|wer kommt',
    'встретимся|созвонимся|встречаемся|кто будет|gặp nhau|họp',
  ].join('|')})${end}|开会|见面|打ち合わせ|会いま|만날|만나`,
  'iu',
);

/** What is to be done by the speakers, at a time of theirs: "send the slides after the call". */
export const ofTheWork = new RegExp(
  `${start}(?:slides|deck|(?:before|after|until|by) (?:the (?:call|meeting|weekend|demo)|lunch|work|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight)|(?:until|when|before|after|if|once) i)${end}`,
  'iu',
);

/** "Show a message above 10,000 rows": what the product does, said to nobody; only with {@link occasion}. */
export const orders = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}(?:(?:and|then|also|so|ok(?:ay)?|just|but|yes|fine|y|entonces|también|e|então|também|et|alors|aussi|und|dann|auch|и|тогда|также)${end}[,.\\s]*){0,3}(?:[^,]{1,30},? (?:and|y|e|et|und|и) )?(?:${[
    'show|display|warn|notify|alert|hide|log|record|block|reject|refuse|lock|disable|mark|highlight|keep|delete|remove|limit|ask for|send',
    'muestra|mostrar|avisa|avisar|oculta|ocultar|registra|registrar|bloquea|bloquear|rechaza|rechazar|mostra|mostre|avise|esconde|registre|bloqueie|rejeita|rejeite',
    'affiche[rz]?|avertir|masque[rz]?|journalise[rz]?|bloque[rz]?|refuse[rz]?|zeigt?|zeige|warnt?|warne|verberge|protokolliere|sperre|blockiere',
    'показать|показывать|предупреждать|скрывать|записывать|блокировать|hiển thị|cảnh báo|ẩn|ghi lại|chặn',
  ].join('|')})\\s+(?!me${end}|us${end}|it${end})`,
  'iu',
);

/** When, from what amount on, or how often. */
export const occasion = new RegExp(
  `${start}(?:${[
    'when(?:ever)?|if|while|unless|until|once|above|over|beyond|below|under|more than|less than|at least|at most|after|before|(?:for )?(?:each|every)|on (?:error|failure|success)',
    'cuando|si|mientras|más de|menos de|por encima de|a partir de|después de|antes de|(?:por )?cada|quando|se|enquanto|mais de|acima de|depois de',
    'lorsque|quand|tant que|plus de|moins de|au-delà de|au-dessus de|après|avant|chaque|wenn|falls|sobald|solange|ab|über|unter|mehr als|weniger als|nach|vor|jede[rmsn]?',
    'если|когда|пока|более|больше|менее|после|перед|кажд\\p{L}*|khi|nếu|trên|hơn|sau|trước|mỗi',
  ].join('|')})${end}`,
  'iu',
);
