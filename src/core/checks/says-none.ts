const none =
  /^(?:(?:none|nothing|n\/a|not applicable|keine?[rsn]?|nichts|entfällt|ningun[oa]?|nada|no aplica|nenhum[a]?|não se aplica|aucune?|rien|sans objet|нет|не применимо|không(?: có)?|无|無し?|不适用|なし|該当なし|없음|해당 없음)(?:\s*[.。:：,;(–—-].*)?|no (?:new |known |other )?[\p{L}-]+\.?)$/isu;

/** Whether a text says that there is nothing of the sort: `None`, `No new tables.`, `None: it stays`, `なし`, a dash alone. */
export function saysNone(text: string): boolean {
  const said = text.trim();
  return none.test(said.length > 400 ? said.slice(0, 400) : said) || !/[\p{L}\p{N}]/u.test(said);
}
