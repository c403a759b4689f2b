import { inForms } from './ideograph-forms';

/** What a sentence names as standing below it, and what it says of that. */
const leads = (below: string, gone: string): RegExp =>
  new RegExp(`(?:^| )(?:${below}) .{0,40}?(?:${gone})`, 'u');

const english = 'elements|features|functions|ideas|items|points|requirements|services|things|topics';
const spanish = 'elementos|funciones|funcionalidades|ideas|puntos|requisitos|servicios|temas';
const portuguese = 'elementos|funcoes|funcionalidades|ideias|itens|pontos|requisitos|servicos|temas';
const french = 'besoins|elements|exigences|fonctions|fonctionnalites|idees|points|prestations|sujets';
const german = 'anforderungen|funktionen|ideen|leistungen|punkte|themen|wunsche';
const russian = 'возможности|идеи|пункты|работы|требования|функции';

/** What happens on a condition, per language: "once" and "each" are said of plans, too, and a Portuguese "se" of itself. */
const conditions =
  'if|when|whenever|while|wenn|falls|sobald|solange|si|cuando|mientras|(?<!(?:^| )(?:no|nao|ne) )se|quando|caso|enquanto|lorsque|quand|если|когда|neu|khi';
const evenThen = String.raw`(?<![暂同临届])时(?:也| |$)|くても|않아도|없어도`;

/** "The following is recorded when a car is parked": what happens on a condition is what the product does. */
export const tellsWhen = new RegExp(
  String.raw`(?:^| )(?:${conditions}|unless|once|each|every|jede[rmsn]?|cada|chaque|кажд\p{L}*|moi)(?: |$)|${evenThen}`,
  'u',
);

/** The same behind what is left out: "deferred unless there is time" and "postponed until each is funded" still are. */
export const tellsWhenBehind = new RegExp(`(?:^| )(?:${conditions})(?: |$)|${evenThen}`, 'u');

/**
 * Sentences in front of a list that leave out what it holds: "The items below are deferred and no part of this phase". What is
 * left out is named as such, for "the following roles are excluded from approval" says what the product does. One pattern per
 * language, for a sentence as headings are compared.
 */
export const leadsToLeftOut: readonly RegExp[] = inForms([
  leads(
    `(?:following|these|other) ?(?:are|is|will|have|come|${english})|(?:${english}|what) (?:\\p{L}+ )?(?:below|follows?)`,
    '(?:deferred|postponed|excluded(?! from (?!(?:\\p{L}+ ){0,3}(?:scope|release|version|[vr]\\d|q[1-4]|phase|project|mvp|launch|pilot|contract|offer|iteration|sprint|milestone|increment|round|cycle|rollout|deliver(?:y|able)|prototype|poc|beta|alpha|prd|document|spec|specification|proposal|estimate|initiative|epic|ticket|roadmap|backlog|effort|work)(?: |$)))|left out|parked|out scope|no part|not (?:part|in scope|included|covered|planned|built)|(?:comes?|waits?) (?:later|until))(?: |$)',
  ),
  leads(
    `siguiente|(?:siguientes|est[ao]s) (?:${spanish})|(?:${spanish}) (?:siguientes|a continuacion|abajo)`,
    '(?:(?<!pueden? ser )(?:aplazad|pospuest|excluid|descartad)[oa]s?(?! por (?!ahora|momento|el momento|falta|razones|motivos|cuestiones))|fuera|quedan? para|no (?:forman?|se (?:inclu|contempl|har)\\p{L}*|estan? (?:incluid|previst)[oa]s?|entran?))(?: |$)',
  ),
  leads(
    `seguinte|(?:seguintes|est[ae]s) (?:${portuguese})|(?:${portuguese}) abaixo`,
    '(?:(?<!podem? ser )(?:adiad|excluid|descartad)[oa]s?(?! (?:pel[oa]s?|por) (?!agora|hora|ora|momento|enquanto|falta|razoes|motivos|questoes))|fora|ficam? para|nao (?:fazem? parte|serao (?:feit|incluid|implementad|entregue)\\p{L}*|estao? (?:incluid|previst)[oa]s?|entram?|se inclu\\p{L}*|sao parte))(?: |$)',
  ),
  leads(
    `(?:ces|autres) (?:${french})|(?:${french}|ce qui) (?:ci dessous|ci apres|suivante?s?|suit)`,
    '(?:reportee?s?|exclu(?:e?s?|t)|ecartee?s?|hors (?:perimetre|lot|marche)|ne (?:fait|font|sont|est|seront) pas)(?: |$)',
  ),
  leads(
    `folgendes|(?:folgende|nachstehende|nachfolgende|diese)[nr]? (?:${german})|(?:${german}) unten`,
    '(?:zuruckgestellt|verschoben|ausgeschlossen|entfallen|(?:kommen|folgen) spater|(?:nicht|kein) (?:teil|bestandteil|gegenstand|enthalten|vorgesehen|geplant))(?: |$)',
  ),
  leads(
    `следующее|(?:следующие|эти|\\p{L}+ ниже) (?:${russian})`,
    '(?:(?:отложен|исключен|перенесен)\\p{L}{0,3}|не (?:вход|включ|предусм|планир|реализ|рассматр)\\p{L}*)(?: |$)',
  ),
  leads(
    '(?:chuc nang|hang muc|muc|noi dung|tinh nang|yeu cau|y tuong) (?:sau|duoi day|ben duoi|nay)',
    'hoan lai|loai tru|de (?:lai )?sau|khong (?:thuoc|nam trong|bao gom|lam)|chua lam',
  ),
  /(?:以下|下列|下述)(?:功能|内容|事项|项目|需求|部分|各项|要求|(?=[不均都暂将])).{0,16}?(?:不(?:在(?!线)|包括|包含|属于|做|纳入|涉及)|推迟|暂缓|延后|排除|(?:以后|后续|下期|二期)再)/u,
  /(?:以下|下記|次)の?(?:機能|項目|内容|事項|もの|要件|要望)?[はも].{0,20}?(?:対象外|範囲外|スコープ外|含(?:まれ|め|ま)(?:な|ませ)|見送|行わな(?!く)|行いません|後回し|次期)/u,
  /(?:다음|아래)(?:의)? ?(?:기능|항목|내용|사항|요구사항|것)?(?:들)?(?:은|는|도) .{0,20}?(?:제외|포함(?:되지|하지) 않|범위 (?:밖|외)|하지 않(?!아도|고도)|보류|추후)/u,
]);
