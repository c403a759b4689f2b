/**
 * Words that do not change what a statement is about: articles, prepositions, auxiliaries, who acts where it is always the
 * same, and nouns that only complete another ("invitation link", "e-mail field"). Compared in lower case.
 */
export const neutralWords: ReadonlySet<string> = new Set(
  `
  a an the this that these those its it their his her our your and or of to in on at by for from with as is are be been being was
  were has have had do does did will would shall should must may might can could able need needs needed not no also so then
  after per when whenever once each every all any both only just automatically always generally it's there here which who whose
  into onto upon via than such e g i ie eg etc user users system systems application app product platform service link links url
  code field fields value values set size length long number period time duration amount total default defaults currently exactly about
  approximately around allow allowed allows permit permitted permits support supports supported require required requires get
  gets contain contains include includes hold holds consist consists comprise give given make made we they you i one use used using
  el la los las un una unos unas lo al del de en y o u que se su sus por para con es son ser está están debe deben deberá puede
  pueden podrá tras después cabo partir dentro cada todo todos toda todas no usuario usuarios sistema enlace enlaces campo tiempo
  o os as um uma uns umas ao aos à às do da dos das no na nos nas e ou que se seu sua seus suas por para com é são ser está estão
  deve devem deverá pode podem poderá após depois em fim dentro cada todo todos toda todas não usuário usuários utilizador sistema link campo tempo
  le la les l un une des du de d à au aux et ou que qui se sa son ses leur leurs par pour avec est sont être doit doivent peut
  peuvent après chaque tout tous toute toutes ne pas utilisateur utilisateurs système lien liens champ temps dans en sur bout fin partir
  der die das den dem des ein eine einen einem einer und oder von zu zum zur im in am an auf mit für bei ist sind sein werden wird
  muss müssen soll sollen kann können darf dürfen nach jede jeder jedes alle nicht kein keine benutzer nutzer system link feld ab
  и или в во на с со к ко по о об от до для при за из не что как его ее её их это быть является должен должна должны должно может
  могут необходимо нужно после каждый все всех пользователь пользователи пользователя система системы ссылка ссылки поле через
  và hoặc của cho với trong trên tại từ đến là được bị phải cần có thể sau mỗi các những một không người dùng hệ thống liên kết
  的 了 在 和 与 或 及 是 为 将 会 应 应该 必须 可以 可 能 能够 需 需要 后 之后 内 中 时 每 所有 系统 用户 链接 字段 其 该 此 由 于 被 对 请 后会 到
  は が を に で の と も へ や から まで 後 後に 以内 する した して される れる られる です ます こと もの ため よう できる 必要 システム ユーザー リンク する 場合 し さ せ ない ある いる
  은 는 후에 뒤에 이 가 을 를 의 에 에서 와 과 도 후 이후 뒤 동안 및 또는 시스템 사용자 링크 한다 합니다 된다 됩니다 해야 있다 있습니다 수 해야한다 모든 각
  `
    .split(/\s+/)
    .filter(Boolean),
);

/** Words for the same thing, by the beginning that all their forms share; the first names the group. */
export const sameThing: readonly (readonly string[])[] = [
  `expir valid invalid lifetime ttl lapse caduc vence vencer venc valide validez validade périm abl läuft laufen gültig ungült ablauf ablä истека истеч действ срок hết hạn hiệu 过期 失效 有效 有效期 到期 期限 期限切れ 有効 有効期限 失効 만료 유효 timeout time-out inactiv idle inatividade inactividad inactivité untät неактив 超时 空闲 无操作 タイムアウト 無操作 시간초과 비활성`,
  `retain retention keep kept store stored retenc retenç conserv aufbewahr хран lưu 保留 保存 保管 보관 보존`,
  `uptime availab disponib verfüg доступн 可用 可用性 稼働 稼働率 가용 가용성`,
  `respond response latency antwort répond répon resposta respuesta ответ 响应 レスポンス 応答 응답`,
].map((group) => group.split(' '));

/** Ways of writing one word that would be read as several. */
export const oneWord: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}])tim(?:e|es|ed|ing)[ -]outs?(?![\p{L}])/giu, 'timeout'],
  [/(?<![\p{L}])without (?:any )?activity(?![\p{L}])/giu, 'inactivity'],
  // Who does nothing for so long loses the session.
  [
    /(?<![\p{L}])(?:log(?:s|ged)?|sign(?:s|ed)?)[ -]?out(?![\p{L}])(?=[^.!?]{0,40}(?:inactiv|idle))/giu,
    'session timeout',
  ],
  [/(?<![\p{L}])sessions? ends?(?![\p{L}])/giu, 'session expires'],
  [/(?<![\p{L}])e-?mails?(?![\p{L}])/giu, 'email'],
  [/(?<![\p{L}])log(?:s|ged|ging)?[ -]?in(?![\p{L}])/giu, 'login'],
  [/(?<![\p{L}])(?:[ldnsjmtc]|qu)['’](?=\p{L})/giu, ''],
];

/** Words that mark what they stand beside as one variant of several, each with values of its own. */
export const variantWords: ReadonlySet<string> = new Set(
  `
  plan plans tier tiers phase phases stage stages release version v1 v2 v3 mvp sprint milestone free pro premium basic standard
  enterprise business starter mobile desktop tablet web ios android dev development staging production test environment option
  scenario example level step case alternative month week quarter year small medium large region country
  plano planos fase etapa versão versión gratuito gratis niveau étape stufe тариф этап версия gói giai đoạn
  套餐 版本 阶段 免费 专业版 企业版 移动端 桌面端 プラン 段階 無料 有料 요금제 단계 버전 무료 유료
  `
    .split(/\s+/)
    .filter(Boolean),
);
