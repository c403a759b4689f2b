/**
 * How a user story opens, per language: role, then wish. Matched at the start of a statement; every gap is bounded so
 * that matching stays linear.
 */
export const storyOpenings: readonly RegExp[] = [
  /^as (?!(?:promised|discussed|agreed|mentioned|said|usual|noted|described|requested|planned|before|always|soon|long|well|much|far|you|we|i|it|is|of|per|a (?:result|rule|consequence|start|first step|reminder))(?!\p{L}|-))(?:an?|the|any)?\s?.{1,120}?,?\s+(?:i|we)(?:'d|’d)?\s+(?:[\w'’]+\s){0,2}?(?:want|need|can|would|wish|should|must|expect|like|prefer|am able|shall|receive|see|get)\b/iu,
  /^作为.{1,60}?[，,、\s].{0,40}?(?:希望|想|需要|可以|能|要|期望)/u,
  /^(?:身為|作為|身为).{1,60}?[，,、\s].{0,40}?(?:希望|想|需要|可以|能|要|期望)/u,
  /^como\s.{1,120}?,?\s+(?:eu\s|yo\s)?(?:quero|preciso|gostaria|desejo|posso|devo|quiero|necesito|deseo|puedo|querem?os|me gustar[ií]a|espero)/iu,
  /^en tant qu.{1,120}?,?\s+je\s+(?:veux|souhaite|peux|voudrais|dois|désire|souhaiterais|aimerais)/iu,
  /^als\s.{1,120}?\s+(?:möchte|will|kann|brauche|muss|wünsche|benötige)\s+ich/iu,
  /^как\s.{1,120}?,?\s+я\s+(?:хочу|могу|желаю|должен|должна|хотел)/iu,
  /^я,?\s+как\s.{1,120}?,?\s+(?:хочу|могу|желаю|должен)/iu,
  /^.{1,60}?として[、,\s].{1,200}?(?:たい|ほしい|欲しい|できる|必要)/u,
  /^(?:\d{1,3}[.)])?[^.。!?]{1,60}?(?:로서|로써|로,)\s?(?:나는|저는)?.{1,200}?(?:싶다|싶습니다|원한다|원합니다|수 있다|수 있어야|해야)/u,
  // "전화로 확인해야 한다": without a comma it is by what something is done as well as who wants it.
  /^(?:\d{1,3}[.)])?[^.。!?]{1,60}?로\s(?:(?:나는|저는).{1,200}?(?:수 있|해야)|.{1,200}?(?:싶다|싶습니다|원한다|원합니다))/u,
  /^(?:với tư cách|với vai trò|là (?:một )?).{1,120}?,?\s*tôi\s+(?:muốn|cần|có thể|mong)/iu,
  /^come\s.{1,120}?,?\s+(?:voglio|vorrei|posso|desidero)/iu,
  /^als\s.{1,120}?\s+wil\s+ik/iu,
  /^jako\s.{1,120}?,?\s+(?:chcę|chci|potrzebuję)/iu,
  /^(?:bir\s)?.{1,60}?olarak,?\s.{1,200}?(?:istiyorum|isterim)/iu,
];

/** Labels that stand before a story and are no part of it. */
export const storyLabels =
  /^(?:user\s?stor(?:y|ies)|story|用户故事|用戶故事|故事|ユーザーストーリー|사용자 스토리|유저 스토리|hist[oó]ria (?:de|do) usu[aá]rio|historia de usuario|récit utilisateur|histoire utilisateur|nutzergeschichte|пользовательская история|câu chuyện người dùng|(?:hist[oó]ria|récit|geschichte|история|câu chuyện|ストーリー|스토리)(?=\s?[:：]))\s*(?:\d{1,3}(?:\.\d{1,3})*)?\s*[:：.\-–—]*\s*/iu;

/** How the second and later lines of a story open. */
export const storyContinuations =
  /^(?:i (?:want|need|can|would)|so that|in order to|so |quero|quiero|para que|para |a fim de|je veux|je souhaite|afin d|möchte ich|damit|um |я хочу|чтобы|我希望|我想|以便|从而|tôi muốn|để )/iu;

/** EARS keywords and modal verbs by which a sentence demands something. */
export const earsOpening =
  /\b(?:WHEN|WHILE|IF|WHERE)\b.{1,400}?\b(?:SHALL|MUST|THEN)\b|\bSHALL\b|^(?:当|如果|若|当且仅当).{1,200}?(?:系统|应|必须)|^(?:когда|если).{1,300}?(?:долж(?:ен|н))|^(?:cuando|si|quando|se)\s.{1,300}?(?:deber|deve|shall|entonces|então)/iu;

export const modal =
  /\b(?:must|shall|should|needs? to|has to|have to|required to|will be able to|can|allows?|supports?|enables?|provides?|deve|devem|debe|deben|puede|pueden|podrán?|podrá|pode|podem|poderão?|permite[nm]?|peut|peuvent|pourra|pourront|deber[áa]n?|dever[áa]o?|permit[ei]r?|doit|doivent|permet|muss|müssen|soll|sollen|kann|können)\b|(?:долж(?:ен|н)(?!\p{L}* был)|необходимо|нужно|следует|позволя|может|могут|будет|вправе)|(?:必须|应当|应该|应能|需要|支持|可以|能够|允许|提供|实现)|(?:なければならない|すること|できる|必要がある|べき)|(?:해야|되어야|수 있|지원|제공|필요)|(?:phải|cần|cho phép|hỗ trợ|có thể)/iu;

/** Verbs by which a sentence says what somebody must, shall or can do; those that only describe ("supports") left out. */
export const obligation =
  /(?<!\p{L})(?:must|shall|should|needs? to|has to|have to|required to|will|can|may|deve[mnr]?|debe[nr]?|deber[áa]n?|dever[áã]o?|puede[n]?|podr[áa]n?|pode[m]?|poder[áã]o?|permite[nm]?|doit|doivent|devra|peut|peuvent|pourra|permet|muss|müssen|soll|sollen|kann|können|phải|cần|có thể)(?!\p{L})|(?:долж(?:ен|н)(?!\p{L}* был)|необходимо|обязан|следует|позволяет|может|могут|будет|вправе|нельзя)|(?:必须|应当|应该|应能|需要|可以|能够)|(?:なければならない|できる|必要がある|べき)|(?:해야|되어야|수 있)/iu;

/** Verbs by which a sentence leaves no choice. */
export const strictDemand =
  /\b(?:must|shall)\b|必须|应当|必須|なければなら(?:ない|ず)|долж(?:ен|н)(?!\p{L}* был)|нельзя|muss|müssen|(?<!\p{L})(?:dever?[áãa]?[om]?|debe[nr]?[áa]?n?|doi(?:ven)?t|phải)(?!\p{L})|해야|하여야|되어야|있어야/iu;

/** A statement that opens with who uses the product, or the product, and what it can or must do. */
export const actorDemand = new RegExp(
  String.raw`^(?:(?:the|an?|each|every|all|any|el|la|los|las|un|una|cada|o|a|os|as|um|uma|le|les|l['’]|chaque|der|die|das|mỗi)\s?)?(?:\S+\s){0,2}?(?:users?|admin\S*|systems?|app|application|customers?|guests?|members?|visitors?|owners?|managers?|operators?|usuarios?|usuários?|sistema|cliente?s?|administrador\S*|utilisateurs?|système|administrateurs?|visiteurs?|benutzer|nutzer|kunden?|пользовател\S*|систем\S*|администратор\S*|клиент\S*|người dùng|hệ thống|quản trị viên|khách hàng|用户|系统|管理员|顾客|客户|ユーザー?|システム|管理者|利用者|お客様|사용자|시스템|관리자|고객)(?:[^.。]{0,40}?)(?:${obligation.source})`,
  'iu',
);

/** A heading that only names who tells the stories below it. */
export const namesTeller =
  /^(?:as (?:an?|the)\s.{1,60}|como\s.{1,60}|作为.{1,20}|作為.{1,20}|en tant qu.{1,60}|als\s.{1,60}|как\s.{1,60}|với (?:vai trò|tư cách)\s.{1,60}|là\s.{1,60}|.{1,30}として|.{1,30}로서)[:：,，、…]*$/iu;

/** The second half of a story: what somebody wants. */
export const opensWish =
  /^[^\p{L}]{0,4}(?:i (?:want|need|can|would|wish|should)|(?:eu )?(?:quero|preciso|gostaria|posso)|(?:yo )?(?:quiero|necesito|deseo|puedo|me gustaría)|je (?:veux|souhaite|peux|voudrais)|(?:ich )?(?:möchte|will|kann)|(?:я )?(?:хочу|могу|должен)|我(?:想|希望|需要|可以)|希望|想要|(?:tôi )?(?:muốn|cần|có thể))(?!\p{Ll})/iu;

/** Given/When/Then steps: they are acceptance criteria wherever they stand. */
export const scenarioStep =
  /^(?:given|when|then|and|but|dado|dada|cuando|quando|entonces|então|étant donné|quand|lorsque|alors|angenommen|wenn|dann|дано|когда|тогда|假如|假设|给定|当|那么|前提|もし|ならば|먼저|만약|그러면|cho trước|khi|thì)(?=[\s:：,，*])/iu;

/** Headings of the columns of a table that tells one story a row. */
export const storyColumns = {
  who: /^(?:as (?:an?|the)\b|como\b|作为|作為|en tant qu|als\b|как(?!\p{L})|với (?:vai trò|tư cách)|là(?!\p{L})|(?:user |actor |user type|persona|who)?(?:role|actor|persona|user)?$|rol$|papel$|perfil$|ator$|actor$|rôle$|acteur$|rolle$|роль$|кто$|пользователь$|角色|用户角色|役割|アクター|利用者|역할|사용자|vai trò|người dùng|tác nhân)/iu,
  role: /^(?:(?:user |actor )?(?:role|actor|persona|user|who)$|user type|rol$|papel$|perfil$|ator$|actor$|rôle$|acteur$|rolle$|роль$|кто$|пользователь$|角色|用户角色|役割|アクター|利用者|역할|사용자|vai trò|người dùng|tác nhân)/iu,
  wish: /^(?:i (?:want|need|can|would)|(?:eu )?(?:quero|gostaria)|(?:yo )?(?:quiero|necesito|deseo)|je (?:veux|souhaite)|(?:möchte|will) ich|ich (?:möchte|will)|(?:я )?(?:хочу|могу)|我(?:想|希望|需要)|想要|希望|したい|やりたい|(?:원한다|원하는|하고 싶)|(?:tôi )?muốn|(?:wants?|needs?)(?: to)?$)/iu,
  need: /^(?:wants?|needs?)$/iu,
  purpose:
    /^(?:so that|in order|para\b|afin|pour\b|damit|um\b|чтобы|зачем|以便|从而|目的|ため|왜냐|위해|để(?!\p{L})|mục đích|benefit|why)/iu,
} as const;
