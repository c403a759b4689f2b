/** How people who talk label what they decided, per language: "Decision: we store it", "Beschluss: ...". Latin words are bounded by hand. */

const names = [
  '(?:(?:final|new|key|our|the|team) )?(?:decisions?|conclusion)|(?:we )?(?:have )?(?:decided|agreed)|verdict',
  '(?:(?:finale|neue|unsere) )?(?:entscheidung(?:en)?|beschl(?:uss|üsse)|fazit|vereinbarung)|entschieden|beschlossen|vereinbart|festgelegt|abgemacht',
  '(?:(?:la|nuestra) )?(?:decisión|decisiones|conclusión|acuerdo)(?: final)?|decidido|acordado|decidimos|acordamos',
  '(?:(?:a|nossa) )?(?:decisão|decisões|conclusão|acordo)(?: final)?|combinado|fica decidido',
  '(?:(?:la|notre) )?(?:décisions?|conclusion)(?: finale)?|décidé|acté|convenu',
  '(?:(?:итоговое|принятое) )?решени[ея]|решено|решили|договорились|итог',
  'quyết định|chốt(?: lại)?|thống nhất|kết luận',
  '最终决定|决定|决议|结论|決定(?:事項)?|結論|合意(?:事項)?|(?:최종 )?결정(?: ?사항)?|결론|합의(?: ?사항)?',
].join('|');

/** "Decision:", "Decision 2:", "Decision on mails:", "Beschluss (Jonas):". */
export const decisionLabel = new RegExp(
  String.raw`^[^\p{L}\p{N}]{0,6}(?:${names})(?:\s*#?\d{1,3}|\s+(?:on|about|for|regarding|zu[mr]?|für|über|sobre|para|pour|concernant|по|về)\s[^:：.!?]{1,40}|\s*[(（][^)）]{1,30}[)）])?[*_\s]{0,4}[:：][*_]{0,3}\s*`,
  'iu',
);

/** What stands behind such a label where nothing is decided yet; "open the file" and "no mails" are decisions. */
export const undecided =
  /^[^\p{L}\p{N}]{0,3}(?:(?:still|noch|todavía|ainda|encore|ещё|еще) )?(?:(?:pending|outstanding|tb[ad]|to be (?:decided|made|defined|confirmed)|postponed|deferred|not (?:yet|made|taken)|ausstehend|vertagt|verschoben|pendiente|por (?:definir|decidir)|aplazada|pendente|em aberto|a (?:definir|decidir)|adiada|en attente|à (?:définir|décider)|reportée|не принят[оа]|отложен[оа]|chưa(?: có| quyết)?)(?:$|[^\p{L}\p{N}])|(?:open|needed|none|n\/a|offen|keine|abierta?|ninguna|aberta|nenhuma|ouverte|aucune|открыто|нет)[^\p{L}\p{N}]*$|待定|未定|待确认|无$|暂无|保留|要検討|なし$|미정|보류|없음)/iu;

/** What is decided against opens so: "Decision: no SMS". */
export const decidesAgainst =
  /^[^\p{L}\p{N}]{0,3}(?:(?:no|not|never|kein(?:e[mnrs]?)?|nicht|nada de|ningún|sin|não|nenhuma?|sem|pas d(?:e |['’])|aucune?|никаких|без|не|không)(?![\p{L}\p{N}])|不(?!仅|但|同|超)|没有)/iu;
