/** What columns of tables are called, each pattern for one meaning. */

/** What was decided. */
export const decisionColumn =
  /^(?:(?:key |design )?decisions?|choice|chosen(?: option)?|selected|(?:wesentliche )?entscheidung(?:en)?|decisi(?:ón|ones)(?: clave)?|decis(?:ão|ões)(?: principais)?|décisions?(?: clés)?|решение|quyết định|(?:关键)?决策|决定|决定事项|(?:主要な)?決定|결정)$/iu;

/** What a spec builds on. */
export const dependencyColumn =
  /^(?:dependency|dependencies|library|libraries|package|technology(?: stack)?|tech(?:nology)? stack|framework|component used|abhängigkeit(?:en)?|bibliothek|technologie|paket|dependencias?|biblioteca|paquete|tecnología|dependências?|pacote|tecnologia|dépendances?|bibliothèque|paquet|зависимость|thư viện|依赖|依赖项|库|包|技术栈|技术|框架|依存|依存先|依存関係|ライブラリ|パッケージ|フレームワーク|技術|의존성|라이브러리|기술)$/iu;

/** Whether it was chosen, beside what was weighed. */
export const outcomeColumn =
  /^(?:verdict|status|decision|chosen\??|outcome|result|recommend(?:ed|ation)|urteil|entscheidung|ergebnis|empfehlung|veredicto|estado|decisión|resultado|veredito|decisão|statut|décision|résultat|结论|状态|决策|决定|结果|判定|ステータス|状態|決定|結果)$/iu;

/** Why it was turned down. */
export const rejectionColumn =
  /reason for rejection|why (?:not|rejected)|rejected because|grund (?:der|für die) ablehnung|ablehnungsgrund|motivo (?:del rechazo|da rejeição)|(?:motif|raison) du rejet|否决(?:原因|理由)|拒绝(?:原因|理由)|却下(?:の)?理由|不採用(?:の)?理由/iu;

/** A command to type. */
export const commandColumn =
  /^(?:(?:test )?commands?|run(?: with)?|befehl|testbefehl|comando(?: de prueba| de teste)?|commande(?: de test)?|команда|lệnh|(?:测试)?命令|(?:テスト)?コマンド|명령어?)$/iu;

/** A package by its name. */
export const packageColumn =
  /^(?:dependenc(?:y|ies)|packages?|librar(?:y|ies)|modules?|crates?|gems?|dependencias?|paquete|biblioteca|dependências?|pacote|dépendances?|paquet|bibliothèque|abhängigkeit(?:en)?|paket|bibliothek|依赖|依赖项|包|库|依存|依存先|依存関係|パッケージ|ライブラリ|의존성)(?:\s+names?)?$/iu;

export const versionColumn =
  /version|constraint|einschränkung|(?<!re)vers(?:ión|ão|ões)|restricci|restriç|contrainte|版本|约束|バージョン|制約|버전/iu;

/** The type of a column or field. */
export const columnTypeColumn =
  /^(?:(?:data ?|column ?|sql ?|native ?|db ?)?types?|datentyp|typ|art|tipo(?: de dato)?|类型|型|種別|타입)$/iu;

export const columnNameColumn =
  /^(?:columns?|fields?|names?|column name|field name|spalte|feld|columna|campo|coluna|colonne|champ|列|字段|字段名|カラム|列名|컬럼)$/iu;

export const migrationFileColumn =
  /migration|migraci|migraç|\bfile|datei|archivo|arquivo|fichier|файл|文件|迁移|ファイル|マイグレーション|移行|파일/iu;

export const compatibilityColumn = /compat|rückwärts|abwärts|совмест|兼容|互換|호환/iu;

/** Components of a library that a file is made of. */
export const usedComponentsColumn =
  /(?<![\p{L}])components? used$|(?<![\p{L}])verwendete \p{L}*-?komponenten$|componentes(?: de ui)? (?:usados|utilizados)$|composants (?:d['’]interface )?utilisés$|使用的 ?(?:ui ?)?组件$|使用する(?:ui)?コンポーネント$/iu;

/** Names that come with this work. */
export const newNamesColumn =
  /interface|exported|props|new|schnittstelle|exportiert|neu|interfaz|nuev|nov|nouve|exporté|接口|导出|新增|インターフェース|公開|新規|新しい/iu;

/** What a measurement is held against. */
export const targetColumn =
  /^(?:target|threshold|alert threshold|target threshold|ziel(?:wert)?|(?:alarm)?schwelle(?:nwert)?|schwellwert|grenzwert|objetivo|umbral(?: objetivo| de alerta)?|meta|limite(?: alvo| de alerta)?|limiar|seuil(?: visé| d['’]alerte)?|цель|порог|ngưỡng|mục tiêu|目标|(?:目标|告警)?阈值|目標|目標値|(?:アラートの)?しきい値|閾値|목표|임계값)$/iu;

/** How bad or how likely. */
export const levelColumn =
  /^(?:impact|likelihood|probability|severity|auswirkung|wahrscheinlichkeit|eintrittswahrscheinlichkeit|impacto|probabilidad|probabilidade|severidad|severidade|gravité|probabilité|влияние|вероятность|tác động|khả năng(?: xảy ra)?|mức độ|影响|可能性|概率|影響度?|発生確率|영향(?:도)?|가능성)$/iu;

/** A status of HTTP. */
export const statusCodeColumn =
  /^(?:http[\s-]*)?(?:status(?:[\s-]*codes?)?|codes?|estado|statut)$|^http(?:[\s-]*(?:status|code))?(?:[\s-]*code)?$|^(?:http\s*)?(?:状态码?|ステータス(?:コード)?|상태\s*코드|statuscode|código(?: de estado)?|код(?: статуса)?)$|^(?:estado|status|statut|código|code)\s+http$/iu;

/** Nothing need stand there. */
export const mayBeEmptyColumn =
  /log|note|comment|remark|bemerkung|anmerkung|hinweis|protokoll|nota|registro|journal|remarque|备注|说明|日志|備考|注記|ログ/iu;

/** The path of a file. */
export const pathColumn =
  /(?:^|\s)(?:files?|paths?|(?:migrations)?datei(?:en|pfad)?|archivos?|arquivos?|fichiers?|файлы?)(?:\s|$)|路径|文件|ファイル|パス|파일|경로|tệp/iu;

/** What is done to a file. */
export const fileActionColumn =
  /^(?:action|change|status|type|op(?:eration)?|acción|ação|aktion|art|änderung|tipo|estado|cambio|mudança|statut|changement|操作|类型|状态|变更|変更(?:内容)?|種別|ステータス|작업)$/iu;

/** What a spec says of a rule. */
export const ruleVerdictColumn =
  /verdict|status|followed|applied|compliance|result|urteil|bewertung|angewandt|veredicto|veredito|estado|aplicad|statut|appliqué|вердикт|kết luận|结论|状态|适用|判定|判断|ステータス|適用|판정/iu;

/** What others look up: an id, a path, a type, a status or a command. */
export const tellingColumn = new RegExp(
  `^(?:${[
    '(?:req(?:uirement)?|user story|story|task|criterion|test|case|error|goal|item)? ?ids?',
    '(?:user )?stor(?:y|ies)|requirements?|criteri(?:on|a)|acceptance criteri(?:on|a)|maps to(?: requirement)?|implementing tasks|tasks?|plan items',
    'reasons?(?: for rejection)?|why (?:not|rejected)|mitigations?',
    'components?|columns?|fields?|tests?|errors?|decisions?|dependenc(?:y|ies)',
    'files?|file paths?|paths?|migrations?|migration files?|rule documents?|documents?|where',
    '(?:data ?)?types?',
    '(?:http )?status(?: codes?)?',
    '(?:test )?commands?',
    '(?:anforderung|aufgabe|datei|pfad|typ|befehl|testbefehl)(?:en)?|(?:需求|任务|文件|路径|类型|状态码?|命令)|(?:requisito|tarea|tarefa|archivo|arquivo|ruta|tipo|comando)s?',
    // What the columns of the built-in templates are called in their languages.
    '(?:story|anf\\.)-id|status|abhängigkeiten|migrationen|umsetzende aufgaben|planpunkte|gehört zu anforderung|kriterium|komponenten?|spalte|feld|tests?|fehler|entscheidung|abhängigkeit|dateipfad|migrationsdatei|regeldokument|fundort|art|http-status|gegenmaßnahme|grund der ablehnung',
    'id de (?:historia|req\\.)|estado|dependencias|migraciones|tareas que la implementan|puntos del plan|corresponde al requisito|criterio|componentes?|columna|campo|prueba|error|decisión|dependencia|ruta del archivo|archivo de migración|documento de reglas|dónde|estado http|comando de prueba|mitigación|motivo del rechazo',
    'id d[ao] (?:história|req\\.)|dependências|migrações|documento de regras|tarefas que implementam|itens do plano|corresponde ao requisito|critério|coluna|teste|erro|decisão|dependência|caminho do arquivo|arquivo de migração|onde|status http|comando de teste|mitigação|motivo da rejeição',
    "id (?:du récit|d['’]exigence)|exigences?|statut|dépendances|migrations|fichiers|tâches?(?: de réalisation)?|points du plan|correspond à l['’]exigence|critère|composants?|colonne|champ|erreur|décision|dépendance|chemin(?: du fichier)?|fichier(?: de migration)?|document de règles|où|statut http|commande(?: de test)?|parade|motif du rejet",
    '(?:故事|需求)编号|状态|迁移|实现任务|计划项|对应的需求|标准|组件|列|字段|测试|错误|决策|依赖项?|文件路径|迁移文件|规则文档|位置|http 状态码|测试命令|缓解措施|否决原因',
    '(?:ストーリー|要件)id|ステータス|状態|依存関係|マイグレーション|要件|(?:実装)?タスク|計画項目|対応する要件|基準|コンポーネント|列|テスト|エラー|決定|依存先|(?:ファイル)?パス|ファイル|マイグレーションファイル|ルール文書|場所|種別|型|httpステータス|(?:テスト)?コマンド|対策|却下の理由',
  ].join('|')})$`,
  'iu',
);
