/** How a statement forbids, per language. */
export const forbids =
  /\b(?:must(?: not|n['’]t)|shall not|shan['’]t|should(?: not|n['’]t)|can ?not|can['’]t|may not|will not|won['’]t|(?:is|are) not (?:allowed|permitted|able)(?: to)?|(?:is|are) (?:forbidden|prohibited)(?: from| to)?|not be able to|no (?:debe|deben|deberá|deberán|puede|pueden|podrá|podrán|se permite)|não (?:deve|devem|deverá|pode|podem|poderá|é permitido)|ne (?:doit|doivent|peut|peuvent) pas|ne sont pas autorisés à|(?:darf|dürfen|soll|sollen|kann|können) (?:nicht|kein\p{L}*)|không (?:được|thể|được phép))(?!\p{L})|(?<!\p{L})(?:не (?:должен|должна|должно|должны|может|могут)|запрещено|нельзя)(?!\p{L})|不能|不可(?:以)?|不得|禁止|不允许|无法|不应(?:该)?|不支持|できない|できません|してはならない|してはいけない|不可|수 없(?:다|습니다|어야)|안 된다|안됩니다|금지|불가/giu;

/** How a statement says that something never is. */
export const never =
  /\b(?:never|do(?:es)? not|don['’]t|doesn['’]t|nunca|jamais|nie(?:mals)?|không bao giờ)(?!\p{L})|(?<!\p{L})никогда(?: не)?(?!\p{L})|永不|从不|決して|절대/giu;

/** How a statement demands or allows. */
export const demands =
  /\b(?:must|shall|should|may|can|will|(?:is|are) (?:able|allowed|permitted|required)(?: to)?|ha(?:s|ve) to|debe[n]?|deberán?|puede[n]?|podrán?|deve[m]?|deverão?|deverá|pode[m]?|poderão?|poderá|doit|doivent|peut|peuvent|muss|müssen|soll|sollen|kann|können|darf|dürfen|phải|có thể|được phép)(?!\p{L})|(?<!\p{L})(?:должен|должна|должно|должны|может|могут|можно)(?!\p{L})|必须|应当|应该|应|可以|能够|允许|支持|なければならない|できる|できます|可能|수 있|해야|가능/giu;

/** Opposite states: one thing is not on both sides. Beginnings that all forms of a word share, lower case. */
export const opposites: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    [
      'required',
      'mandatory',
      'obligatory',
      'obrigatóri',
      'obligatori',
      'obligatoire',
      'pflicht',
      'erforderlich',
      'обязател',
      'bắt buộc',
      '必填',
      '必須',
      '필수',
    ],
    [
      'optional',
      'opcional',
      'facultatif',
      'facultativ',
      'freiwillig',
      'необязател',
      'tùy chọn',
      '选填',
      '可选',
      '任意',
      '선택',
    ],
  ],
  [
    [
      'enabled',
      'switched on',
      'turned on',
      'habilitad',
      'ativad',
      'activad',
      'activé',
      'aktiviert',
      'включен',
      '启用',
      '开启',
      '有効',
      '활성화',
    ],
    [
      'disabled',
      'switched off',
      'turned off',
      'deshabilitad',
      'desativad',
      'desactivad',
      'désactivé',
      'deaktiviert',
      'выключен',
      '禁用',
      '关闭',
      '無効',
      '비활성화',
    ],
  ],
  [
    [
      'encrypted',
      'cifrad',
      'criptografad',
      'chiffré',
      'verschlüsselt',
      'зашифрован',
      '加密',
      '暗号化',
      '암호화',
    ],
    [
      'unencrypted',
      'plain text',
      'plaintext',
      'sin cifrar',
      'texto plano',
      'en clair',
      'unverschlüsselt',
      '明文',
      '平文',
      '평문',
    ],
  ],
  [
    ['case-sensitive', 'case sensitive'],
    ['case-insensitive', 'case insensitive', 'not case-sensitive'],
  ],
  [
    ['ascending', 'ascendente', 'croissant', 'aufsteigend', '升序', '昇順', '오름차순'],
    ['descending', 'descendente', 'décroissant', 'absteigend', '降序', '降順', '내림차순'],
  ],
  [
    ['synchronous', 'síncron', 'synchrone', 'synchron', 'синхронн', '同步', '同期', '동기'],
    [
      'asynchronous',
      'asíncron',
      'assíncron',
      'asynchrone',
      'asynchron',
      'асинхронн',
      '异步',
      '非同期',
      '비동기',
    ],
  ],
];

/** Nouns whose values are a closed list: a status, a role, a format. Beginnings, lower case. */
export const listedThings =
  /(?<!\p{L})(?:status(?:es)?|states?|roles?|types?|kinds?|formats?|levels?|priorit(?:y|ies)|permissions?|currenc(?:y|ies)|languages?|channels?|frequenc(?:y|ies)|categor(?:y|ies)|estados?|rol(?:es)?|tipos?|formatos?|níve(?:l|is)|niveles?|idiomas?|monedas?|moedas?|canais|canales|permisos?|permissões|statuts?|états?|rôles?|langues?|devises?|niveaux?|zustände?|rollen?|typen?|formate?|sprachen?|stufen?|währungen?|статус\p{L}*|состояни\p{L}*|рол(?:ь|и|ей)|тип\p{L}*|формат\p{L}*|язык\p{L}*|trạng thái|vai trò|loại|định dạng|ngôn ngữ)(?!\p{L})|状态|角色|类型|格式|语言|级别|优先级|状態|役割|種類|種別|形式|言語|상태|역할|유형|형식|언어/iu;

/** What says that a list names only some. */
export const partialList =
  /\b(?:such as|e\.g\.|for example|for instance|including|includes?|like|etc|and so on|among others|at least|only|por ejemplo|por exemplo|como|incluindo|incluyendo|par exemple|notamment|comme|z\. ?b\.|zum beispiel|usw|например|и т\. ?д|ví dụ|v\.v)(?!\p{L})|例如|比如|等|など|例えば|등|예를 들어|\.{3}|…/iu;

/** What speaks of how things are or were, not of how they shall be. */
export const presentState =
  /\b(?:currently|today|previously|at present|so far|used to|was|were|had been|until now|actualmente|hoy|atualmente|hoje|actuellement|aujourd['’]hui|derzeit|heute|bisher|hiện tại|hiện nay)(?!\p{L})|(?<!\p{L})(?:сейчас|сегодня|ранее|раньше)(?!\p{L})|目前|当前|现在|現在|これまで|현재|지금까지/iu;

/** What makes a statement hold only where something else does. */
export const conditional =
  /\b(?:if|when|whenever|unless|while|where|except|otherwise|until|in case|provided|for (?:the )?(?:first|last)|si|cuando|salvo|excepto|mientras|se|quando|exceto|enquanto|lorsque|quand|sauf|tant que|wenn|falls|sofern|außer|solange|khi|nếu|trừ khi)(?!\p{L})|(?<!\p{L})(?:если|когда|кроме|пока|при)(?!\p{L})|如果|若|当|除非|除了|の場合|とき|もし|경우|때|제외/iu;

/** The future tense by which contracts demand in languages that have it as an ending: "La persona acercará el código". */
export const future =
  /(?<!\p{L})(?:\p{L}{2,}[aei]r(?:á|án|ão)|\p{L}{2,}dr(?:á|án)|sera|seront|aura|auront|devra|pourra|permettra|\p{L}{3,}(?:eront|iront))(?!\p{L})|[须須]/u;
