import { inForms } from './ideograph-forms';

/**
 * Headings that leave something out in other words than "out of scope": a list of what nobody gets, what a release or a product
 * goes without, what somebody else does. One pattern per language, for headings as they are compared.
 */
const without: readonly RegExp[] = inForms([
  // "Nope list", "Nice to have, but no".
  /^said no to$|^(?:nope|no|not to|won ?t|hard no|never)(?: s)?(?: do)? (?:list|pile|box|bucket|zone|corner)$|^(?:nope|not to do|hard no(?: s)?|never ever)$|^(?:thanks|thank you) but no(?: (?:thanks|thank you))?$|^no (?:thanks|thank you)$|(?:^|\s)but no$|^(?:parked|postponed|deferred|shelved|put off) (?:for|until|till|to) /u,
  // "What the slice leaves out", "What version 1 does not do".
  /^what (?:[\p{L}\p{N}]+ ){1,4}(?:leaves?|left) (?:out|aside)$|^what (?:[\p{L}\p{N}]+ ){1,3}(?:omits|excludes|skips)$|^what (?:(?:first|next|new|our|current|initial) )?(?:app|product|pilot|slice|release|version|mvp|tool|system|platform|service|feature|project|prototype|update|site|portal|game|device|v ?\d)(?: [\p{N}]+)* (?:does not|doesn t|do not|don t|is not|isn t|can not|cannot|can t|should not) /u,
  // "Somebody else's job", "Handled elsewhere".
  /^not (?:our|my) (?:job|task|problem|business|concern|responsibility|call|turf|scope|remit|work)(?: |$)|^not ours(?: |$)|^(?:some(?:one|body) else|other (?:people|teams?|projects?|departments?)|others) (?:s )?(?:job|task|problem|business|concern|responsibility|turf|scope|remit|work)s?$|^(?:handled|covered|solved|dealt with|taken care|specified|bought|done) (?:elsewhere|by (?:others|other (?:teams?|projects?|people)|another (?:team|project)|some(?:one|body) else))$|^(?:left|belongs|up) to (?:others|other (?:teams?|projects?|people)|another (?:team|project)|some(?:one|body) else)$|^(?:other|another) (?:teams?|projects?) (?:(?:does|builds?|handles?|owns?)(?: (?:this|these|that|it))?|(?:this|these|that|it))$|^outside (?:our|this)? ?(?:remit|scope|pilot|document|release|project|version|slice)$/u,
  /^(?:la )?lista (?:los )?no(?:es)?$|^no (?:nos (?:toca|corresponde|compete)|es (?:cosa|asunto|tarea|trabajo|problema) nuestr[oa]|es nuestr[oa])(?: |$)|^(?:lo |los |las )?(?:hace|hacen|resuelve|resuelven|corresponde|corresponden) (?:a )?otr[oa]s?(?: (?:equipos?|areas?|proyectos?))?$|^(?:cosa|tarea|trabajo|asunto|responsabilidad) otr[oa]s? (?:equipos?|areas?|proyectos?)$/u,
  /^(?:a )?lista (?:dos )?nao(?:s)?$|^nao (?:(?:e )?(?:conosco|com a gente|nosso|nossa|problema nosso|tarefa nossa|responsabilidade nossa)|nos (?:cabe|compete))(?: |$)|^(?:fica|e|ficam|sao) (?:com|para) outr[oa]s?(?: (?:times?|equipes?|areas?|projetos?))?$|^o que .{1,24} deixa fora$/u,
  /^(?:la )?liste (?:des )?(?:non|refus)$|^ce n est pas (?:a nous|(?:de )?notre (?:ressort|role|affaire|metier))(?: |$)|^pas (?:de )?notre (?:ressort|role|affaire|perimetre)(?: |$)|^(?:releve|relevent|ressort) (?:d )?(?:autres?|une autre) |^(?:traite|gere|couvert|resolu)(?:e?s?) (?:ailleurs|par d autres)|^ce que (?:[\p{L}\p{N}]+ ){1,4}laisse (?:cote|part)$|^ce que (?:[\p{L}\p{N}]+ ){1,4}laisse a (?:cote|part)$/u,
  /^abgelehnt$|^nein liste$|^nicht unsere?(?:r|s)? (?:aufgabe|baustelle|sache|thema|problem|zustandigkeit)(?: |$)|^(?:das |dies )?(?:machen|macht|ubernehmen|ubernimmt|losen|bauen) (?:andere?|ein anderes (?:team|projekt)|jemand anders)$|^(?:liegt|bleibt|liegen) bei anderen$|^(?:wird |werden )?(?:anderswo|woanders|an anderer stelle) (?:gelost|geregelt|umgesetzt|behandelt|gebaut)|^was (?:[\p{L}\p{N}]+ ){1,4}(?:auslasst|weglasst|ausspart|ausklammert)$|^was (?:(?:der|die|das) )?(?:(?:erste|neue|diese[rs]?) )?(?:app|produkt|pilot|fassung|version|ausgabe|werkzeug|system|portal|projekt|stufe|phase|mvp|release) (?:\d+ )?(?:noch )?nicht /u,
  /^что (?:мы )?(?:отклонили|отвергли)(?: |$)|^список нет$|^не (?:наш|наша|наше) (?:задача|дело|забота|зона|ответственность|вопрос)(?: |$)|^(?:это )?(?:делают|делает|решают|решает) (?:другие|другая|другои|соседняя)(?: |$)|^что .{1,24} (?:оставляет|оставляем) (?:за рамками|в стороне|за бортом)$/u,
  /^(?:nhung )?(?:gi|dieu|yeu cau) (?:chung toi |chung ta )(?:da )?tu choi$|^khong phai (?:viec|nhiem vu|trach nhiem)(?: cua)? (?:chung toi|chung ta|minh)|^(?:do )?(?:nhom|doi|bo phan|du an) khac (?:lam|phu trach|dam nhan)/u,
  /^说了不(?:的|$)|^不归我们|^不是我们(?:的)?(?:事|活|责任|工作)|^由?(?:其他|别|另外|别的)(?:的)?(?:团队|部门|小组|项目组?|供应商)(?:来)?(?:负责|做|处理|解决)$/u,
  /^お?断(?:った|りした)(?:もの|こと|要望|要求|機能|依頼|案)$|^(?:他|別)(?:の)?(?:チーム|部署|部門|プロジェクト)(?:の|が|で|に)?(?:担当|対応|実施|任せる)(?:する)?(?:もの|こと|範囲)?$|^(?:担当|所管|管轄)外$/u,
  /^(?:다른|타) ?(?:팀|부서|조직|프로젝트)(?:에서|이|가|의)? ?(?:담당|처리|맡는|하는)|^우리 (?:일|업무|담당)(?:이|가)? 아닌|^담당 외$/u,
  // "Not coming", "Kommt nicht", "Prestations exclues".
  /^(?:not coming|not happening|won t happen|will not happen|not going in)$|^(?:excluded|cut|dropped|removed|left out) (?:from|of) (?:(?:this|the|our|first|current|initial) )*(?:release|version|scope|project|pilot|phase|contract|order|delivery|mvp|v ?\d[ \d]*|product|edition|iteration|work)$/u,
  /^kommt nicht(?: (?:rein|hinein|mit|dazu|vor))?$|^(?:das )?(?:lassen wir|bleibt|bleiben) (?:weg|bleiben|sein|draussen|aussen vor)$|^ausgeschlossene leistungen$|^leistungsausschlusse?$/u,
  /^no van?$|^(?:prestaciones|servicios|trabajos|partidas|suministros) excluid[oa]s$/u,
  /^nao (?:vai|vao)(?: (?:ter|entrar))?$|^(?:servicos|trabalhos|prestacoes|fornecimentos) excluid[oa]s$/u,
  /^(?:prestations|travaux|fournitures|services) (?:exclue?s|non compris(?:es)?)$/u,
  /^(?:исключенные|не включенные|не входящие) (?:работы|услуги)$/u,
]);

/** "Maybe next year", "Vielleicht nächstes Jahr": when something may come, if it does. */
const perhapsThen: readonly RegExp[] = inForms([
  /^(?:maybe|perhaps|possibly) (?:in )?(?:next|another|some(?: other)?) \p{L}+$/u,
  /^(?:left|kept|saved) for (?:next|another|some other) (?:year|quarter|month|week|day|time|season|spring|summer|autumn|fall|winter|release|version|edition|phase|stage|round|cycle|iteration|sprint|wave|milestone|project|pilot)$/u,
  /^(?:quiza|quizas|tal vez) (?:el |la |en )?(?:proxim[oa] \p{L}+|\p{L}+ que viene)$/u,
  /^talvez (?:no |na |em )?(?:proxim[oa] \p{L}+|\p{L}+ que vem)$/u,
  /^peut etre (?:l an prochain|l annee prochaine|(?:\p{L}+ )?prochaine?)$/u,
  /^vielleicht (?:im )?nachste[nrs]? \p{L}+$/u,
  /^(?:возможно|может быть) (?:в )?следующ\p{L}+ \p{L}+$/u,
  /^co (?:le|the) (?:nam|quy|ban) sau$/u,
  /^(?:也许|可能|或许)?(?:明年|下半年|下个?(?:季度|财年))(?:再)(?:看|说|议|做|考虑)$|^(?:也许|可能|或许)(?:明年|下半年|下个?(?:季度|财年))$/u,
  /^来(?:年度?|期)以降(?:に?(?:検討|対応|実施))?$/u,
  /^(?:아마 )?내년(?:에|으로|이후)? ?(?:검토|이후|미룸|미룬)/u,
]);

/** Whether a heading, as headings are compared, says that what stands below it is gone without, left to others or to another year. */
export function goesWithout(heading: string): boolean {
  return [...without, ...perhapsThen].some((pattern) => pattern.test(heading));
}
