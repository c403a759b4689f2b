/** A statement that asks for something or settles it. */
export const asks =
  /\b(?:we(?:'ll| will)? need|we want|we should|we must|must|should|shall|let(?:'|’)?s|has to|have to|needs to|decided|decision is|agreed|we(?:'ll| will) (?:go with|use|do|have|add|support|keep|store|send|limit|show|allow)|i(?:'d like| want| need)|please (?:add|make|support|use)|requirement is|going with|make sure|it'?s required|only (?:admins?|owners?|users?) (?:can|may)|(?:users?|admins?|owners?|members?|customers?|people|guests?|visitors?|editors?|viewers?|clients?|teams?|developers?|everyone|nobody) (?:can|may|cannot|can't|must|should|need))\b|我们需要|需要|必须|应该|决定|要求|希望|我们要|同意|しましょう|必要|べき|決定|해야|필요|결정|하기로|precisamos|devemos|devem?\b|precisam?\b|tem que\b|vamos\b|decidimos|necesitamos|debemos|deben?\b|necesita\b|hay que\b|tenemos que|il faut|nous devons|doi(?:t|vent)\b|devrait\b|on doit\b|on décide|décidé|wir brauchen|wir müssen|müssen\b|muss\b|sollt?e?n?\b|brauchen\b|entschieden|нужно|надо|должн|решили|давайте|chúng ta cần|phải|quyết định/iu;

/** What somebody may think of something: in the words of a permission, and none. */
export const speculation =
  /\b(?:\w+s|people|everyone|everybody|somebody|someone|nobody) (?:can|may) (?:also |even |still |well |then |often )?(?:expect|think|believe|assume|suppose|wonder|hope|prefer|feel|forget|want|wish|complain|be (?:confused|surprised|annoyed|tempted))\b/giu;

/** What will not be done. */
export const declines =
  /\b(?:out of scope|we won'?t|will not|not (?:now|in this release|for now|this time|in v1)|won'?t (?:do|support|need)|don'?t need|no need (?:for|to)|skip .{1,40} for now|no \w+(?: \w+){0,3} (?:for now|yet|this time|in v1)|leave .{1,40} (?:out|for later)|later release|v2)\b|不做|不需要|暂不|以后再|やらない|不要|하지 않|필요 없|fora do escopo|não vamos|no vamos a|fuera de alcance|hors périmètre|pas besoin|nicht nötig|brauchen wir nicht|не будем|не нужно|không cần/iu;

/** An answer that does not answer. */
export const deflects =
  /\b(?:not sure|don'?t know|no idea|good question|tbd|to be decided|open(?: question| point)?|need to (?:check|ask|find out|think)|let me (?:check|ask)|will (?:check|ask|get back)|come back to (?:that|this)|unclear|we(?:'ll| will) see|haven'?t decided|undecided|park (?:that|this))\b|不确定|不知道|待定|再说|分からない|未定|모르|미정|não sei|no sé|je ne sais pas|weiß nicht|не знаю|không biết/iu;

/** Talk that states nothing although it contains a word of asking. */
export const smallTalk =
  /^(?:yes|yeah|ok(?:ay)?|sure|thanks?|thank you|right|great|good|hi|hello|agreed|sounds good|sim|sí|oui|ja|да)(?![\p{L}\p{N}])[,.!\s]*(?:\w+(?:[,.!\s]+\w+){0,2}[,.!\s]*)?$|^(?:好的?|はい|네)[,.!\s]*(?:\w+(?:[,.!\s]+\w+){0,2}[,.!\s]*)?$/iu;

/** Engineering initiatives by their headings and words. */
export const initiativeSignals: readonly (readonly [RegExp, number])[] = [
  [
    /engineering[- ](?:initiative|initiated|requirements?|driven|motivation)|technical initiative|tech(?:nical)? debt initiative|工程(?:改进|倡议|计划)|技术改造|iniciativa (?:técnica|de engenharia|de ingeniería)|initiative technique|technische initiative|инженерная инициатива/iu,
    3,
  ],
  [
    /^why now\b|^por que agora|^por qué ahora|^pourquoi maintenant|^warum jetzt|^почему сейчас|^为什么是现在|^为何现在|^なぜ今/iu,
    2,
  ],
  [/^(?:technical |engineering )?motivation\b/iu, 1],
  [/\b(?:migration|refactor(?:ing)?|modernization|re-?architecture|deprecation|upgrade|tech debt)\b/iu, 1],
];
