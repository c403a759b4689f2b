/** What sections of specs are called, each pattern for one meaning. */

/** Its items are decisions. */
export const decisionsSection =
  /\bdecisions?\b|\btechnical considerations\b|entscheidung|decision|decisi[oó]n|decis[aã]o|decisões|décision|решени|quyết định|technische überlegungen|consideraciones técnicas|considerações técnicas|considérations techniques|决策|决定|技术考量|決定|設計判断|技術的な考慮事項|결정/iu;

/** What stands there was not chosen, or is not for this work. */
export const notChosenSection =
  /\b(?:alternatives?|rejected|not chosen|out of scope|non-?goals?|open questions?|future|related|references|see also|verworfen|alternativen|alternativas?|rechazad|rejeitad)\b|nicht im umfang|offene fragen|künftige?|verweise|verwandte|zugehörig|relacionad|associé|domaines liés|améliorations futures|fuera de alcance|preguntas abiertas|futur[ao]s?|referencias|fora d[eo] escopo|questões em aberto|referências|hors périmètre|questions ouvertes|références|альтернатив|备选|替代|范围外|待解决|未来|参考|相关|関連|代替案|対象外|未解決|今後|参考資料|대안/iu;

/** It says again in short what follows. */
export const summarySection =
  /\b(?:summary|overview|abstract|tl;?dr|zusammenfassung|kurzfassung|resumen|resumo)\b|überblick|résumé|visión general|visão geral|vue d['’]ensemble|резюме|обзор|tóm tắt|摘要|概述|概要|要約|요약|개요/iu;

/** It says where the spec departs from what is in use. */
export const deviationsSection =
  /\b(?:deviations?|deviat\p{L}*|depart(?:s|ure|ures)? from|exceptions? (?:to|from)|abweichung\p{L}*|desviaci\p{L}*|desvios?|dérogation\p{L}*|écarts?)\b|(?<!\p{L})écarts?(?!\p{L})|weicht\p{L}* .{0,60} ab\b|отклонени|ngoại lệ|偏离|例外|逸脱|예외/iu;

/** Its tables are made here. */
export const newTablesSection =
  /^(?:new|created|added) tables?$|^neue tabellen$|^(?:tablas nuevas|nuevas tablas)$|^(?:tabelas novas|novas tabelas)$|^nouvelles tables$|^(?:新增|新建)(?:的)?(?:数据)?表$|^新しいテーブル$|^新規テーブル$/iu;

/** Its tables are there and change. */
export const modifiedTablesSection =
  /^(?:modified|changed|altered|existing|updated) tables?$|^table (?:changes|modifications)$|^(?:geänderte|vorhandene) tabellen$|^tablas (?:modificadas|existentes)$|^tabelas (?:modificadas|existentes)$|^tables (?:modifiées|existantes)$|^(?:修改|变更|现有)的?(?:数据)?表$|^変更する?テーブル$|^既存のテーブル$/iu;

/** It tells UI components that are there from those to install. */
export const componentsToInstallSection =
  /(?<![\p{L}])components? to install$|^ui components$|^ui-komponenten$|^componentes de ui$|^composants d['’]interface$|^ui ?组件$|^ui ?コンポーネント$/iu;

/** A label of a list there: these are in the workspace. */
export const presentLabel =
  /^(?:in the workspace|existing|already (?:there|installed|present)|available|im arbeitsbereich|vorhanden|en el espacio de trabajo|existentes?|no workspace|dans l['’]espace de travail|existants?|工作区已有|现有|已有|ワークスペースにあるもの|既存)\s*[:：]/iu;

/** A label of a list there: these are to be installed. */
export const toInstallLabel =
  /^(?:to install|to add|new|install|zu installieren|neu|por instalar|a instalar|nuevos?|novos?|à installer|nouveaux?|需要安装|待安装|新增|インストールするもの|新規)\s*[:：]/iu;

/** It lists errors with what they answer: the whole heading, since many sections speak of errors in passing. */
export const errorsSection =
  /^(?:errors?|error (?:handling|taxonomy|cases?|codes?|responses?|catalog(?:ue)?|scenarios?|model)|failure (?:modes?|cases?|handling)|fehler|fehler(?:behandlung|fälle|codes|katalog|antworten|szenarien)|errores|(?:manejo|gestión|tratamiento|códigos|casos) de errores|erros|(?:tratamento|códigos|casos) de erros?|erreurs|(?:gestion|codes|cas|traitement) d(?:es |['’])erreurs?|ошибки|обработка ошибок|коды ошибок|xử lý lỗi|错误(?:处理|码|分类|代码|场景)?|异常处理|エラー(?:処理|ハンドリング|コード|一覧|分類)?|오류(?: ?(?:처리|코드))?)$/iu;
