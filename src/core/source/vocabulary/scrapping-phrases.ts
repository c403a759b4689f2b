/** How people who talk strike out what they had named before, per language. Latin words are bounded by hand. */

import { end, link, opening } from './agreement-phrases';

const clause = `(?:${opening}|[,;:–—-]\\s|\\.\\s)${link}`;

/** "Scrap the cookie", "let's drop 'forever'": the name comes behind. */
export const scrapsNext = new RegExp(
  `${clause}(?:${[
    "(?:(?:please |let['’]?s |we(?:['’]ll| will| should| can| could)? |i['’]d )?(?:scrap|ditch|strike|nix|axe|scratch|get rid of|throw out|cross out|take out)|(?:let['’]?s |we (?:can |should |could )?|i['’]d )(?:drop|cut|kill|lose|forget(?: about)?))",
    '(?:(?:dann |bitte )?(?:streich(?:en|t)?|verw(?:erfen|irf)|kipp(?:en|t)?)(?: wir)?(?: bitte)?)',
    '(?:quitemos|descartemos|descartamos|olvidemos|olvida|tachemos|tacha|eliminemos)',
    '(?:(?:vamos )?(?:descartar|riscar|esquecer)|descartamos|descarta|risca|risquem|esquece|tiramos)',
    '(?:(?:on )?(?:laisse(?:z|r)? tomber|laissons tomber|oublie|oublions|abandonne|abandonnons|raye|rayons|enlève|enlevons|retire|retirons))',
    '(?:(?:давайте )?(?:убираем|убер[её]м|вычёркиваем|вычеркиваем|вычеркнем|вычеркни|выкидываем|выкинем|отменяем|отменим|откажемся от|забудем (?:про|о)))',
    '(?:(?:hãy )?bỏ(?: đi| luôn| qua| cái)?|gạch bỏ|loại bỏ)',
  ].join('|')})${end}|(?:^|[，。；,;]\\s?)(?:那就?|那么|就|把|还是|先)*(?:去掉|删掉|砍掉|拿掉|划掉|放弃)`,
  'iu',
);

/** "Das Cookie streichen wir", "「無期限」はなしで", "“永久”去掉": the name comes before. */
export const scrapsBefore = new RegExp(
  `\\s(?:${[
    '(?:streichen|verwerfen|kippen)(?: wir)?|(?:lassen wir )weg|(?:nehmen wir )raus|(?:fällt|fallen|fliegt|fliegen) (?:weg|raus)|(?:kann|können) (?:weg|raus|wegfallen)|(?:ist|sind) raus',
    '(?:is|are) (?:out|off the table)|(?:can|has to|must) go',
    '(?:queda|quedan) (?:fuera|descartad[oa]s?)|(?:fica|ficam) (?:de )?fora|(?:est|sont) (?:abandonnée?s?|écartée?s?)|на фиг',
  ].join(
    '|',
  )})(?:$|[\\s]*[,.;:!–—])|[”"」』’']?(?:是)?(?:就)?(?:去掉|删掉|砍掉|拿掉|划掉)(?:吧|了)?(?:$|[，。,.])|(?:は|も|を)?(?:やめ(?:ましょう|よう|ます|て)|なし(?:で|に)|外(?:しましょう|そう|します)|削(?:りましょう|ります)|ボツ|取り下げ)|(?:은|는|을|를|도)? ?(?:빼(?:죠|자|기로|요|고)|없애(?:죠|자|기로)|(?:취소|삭제|제외)(?:하죠|하자|합시다|하기로))`,
  'iu',
);

/** A name in quotation marks. */
export const quotedName =
  /["“”„«「『]\s?([^"“”„«»「」『』]{1,60}?)\s?["“”»」』]|(?<![\p{L}\p{N}])['‘]([^'‘’]{1,60}?)['’](?![\p{L}\p{N}])/u;

/** What stands between the things of a list. */
export const listSeparator = String.raw`\s(?:and|or|plus|und|oder|sowie|y|e|o|u|ou|et|и|или|và|hoặc)\s|[、和或与及]|と|や|または|이?나 |와 |과 |또는 |하고 `;

/** Words that bind a thing to the one that has it: "an export with a date filter". */
export const binds =
  /(?:^|\s)(?:with|without|including|per|by|as|mit|ohne|inklusive|als|con|sin|com|sem|avec|sans|с|без|với|như)\s(?:(?:an?|the|its?|einer?|einem|einen|der|dem|den|une?|una|uma?|le|la|el|o|a)\s)?$/iu;
