/**
 * Titles of what is left over when everything else has a title: they name no feature, whatever stands below. Compared with a
 * heading in lower case, without diacritics, punctuation and small joining words.
 */
export const restTitle: RegExp =
  /^(?:(?:and )?(?:(?:all|any|some) )?others?|misc(?:ellaneous)?|miscellany|various|odds ends|everything else|(?:the )?rest|(?:(?:some |a few )?(?:other|further|more|small(?:er)?|minor|little|miscellaneous|remaining|various|additional) (?:items?|things?|points?|features?|functions?|improvements?|changes?|details?|stuff|topics?|wishes|bits)(?: pieces)?)|otr[oa]s|vari[oa]s|divers[oa]s|demas|outr[oa]s|(?:otr[oa]s|outr[oa]s|pequen[oa]s|diversos) (?:puntos?|cosas?|coisas?|pontos?|detalles|detalhes|funciones|funcionalidades|mejoras|melhorias|temas|itens)|divers|autres?|(?:autres|petits|petites|divers) (?:points|elements|fonctions|fonctionnalites|sujets|ameliorations|choses)|sonstige[sn]?|weiteres|diverses|verschiedenes|kleinigkeiten|ubriges|(?:sonstige|weitere|kleinere?|ubrige|andere) (?:punkte|dinge|funktionen|themen|anpassungen|verbesserungen|wunsche|sachen)|прочее|прочие|другое|разное|остальное|мелочи|(?:прочие|другие|мелкие|остальные|разные) (?:функции|задачи|улучшения|пункты|вещи|возможности)|khac|cac (?:muc|chuc nang|tinh nang|diem) khac|(?:其他|其它|其余|杂项)(?:功能|事项|项|内容|细节|改进)?|(?:その他|そのほか|他)(?:機能|机能|项目|項目|改善|要望)?|기타(?: (?:기능|항목|사항|개선))?)$/u;

/** "Addendum by Mr. Brandt": what somebody added later, of whatever kind. Compared in the same way. */
export const addedTitle: RegExp =
  /^(?:(?:an?|one|some|late|later|ein|eine|un|une|um|uma) )?(?:addend(?:um|a)|additions?|adicion(?:es)?|a[nñ]adidos?|agregados?|adic[oõ]es|acrescimos?|adendo|ajouts?|complements?|nachtrage?|erganzung(?:en)?|nachgereicht|дополнени[ея]|добавлено|bo sung|补充|追加(?:要望|事項)?|추가(?: 사항)?)(?: (?:by|from|of|por|de|do|da|par|von|vom|zum|zur|от|к)(?: .*)?| \d.*| (?:mr|mrs|ms|hr|herr|fr|frau|sr|sra|m|mme) .*)?$/u;
