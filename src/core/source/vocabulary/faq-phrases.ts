/** Titles of chapters of questions with their answers. */
export const faqTitle: RegExp =
  /(?:^|\s)(?:faqs?|q ?& ?a|frequently asked questions|questions (?:and|&) answers|preguntas (?:frecuentes|y respuestas)|perguntas (?:frequentes|e respostas)|questions (?:fréquentes|et réponses)|foire aux questions|häufige(?: gestellte)? fragen|fragen und antworten|част\p{L}+ вопросы|вопросы и ответы|câu hỏi thường gặp|hỏi đáp)(?=$|[\s:：(（])|常见问题|问答|よくある(?:ご)?質問|質疑応答|자주 묻는 질문|질문과 답변/iu;

/**
 * Questions whose answers tell of a plan, its reasons, its risks or its market, one pattern per language: why, when, how big,
 * what may go wrong, what nobody knows yet.
 */
const asksOfPlan: readonly RegExp[] = [
  /^(?:why|when|how (?:big|large|much does|much will|many (?:people|customers|users))|who (?:decides|decided|is (?:on|in) |pays for this|owns this|builds|are )|what (?:happens when|happens next|could|might|may|can go|will (?:it|this) cost|does (?:it|this) cost|are (?:we|the risks|our)|is (?:the (?:plan|risk|market|business)|next))|how (?:do|will|did|have|are) (?:we (?:know (?:if|that|whether)|measure|make money|earn|sell|find out|get there|decide)|you know))|(?:^|\s)(?:un(?:sure|decided|clear)|don['’]t know|competit\p{L}+|kill (?:this|it)|go wrong|success)(?:\s|\?|$)/iu,
  /^(?:¿\s*)?(?:por qué|cuándo|qué (?:puede|podría) (?:fallar|salir mal|pasar)|cuánto (?:cuesta|costará|mercado)|qué (?:no sabemos|viene después))/iu,
  /^(?:por ?qu[eê]|quando|o que (?:pode|poderia) (?:falhar|dar errado)|quanto (?:custa|vai custar)|o que (?:não sabemos|vem depois))/iu,
  /^(?:pourquoi|quand|qu['’]est-ce qui (?:peut|pourrait) (?:échouer|mal tourner)|combien (?:ça |cela )?(?:coûte|coûtera)|que ne savons-nous pas)/iu,
  /^(?:warum|wieso|wann|was (?:kann|könnte) (?:schiefgehen|scheitern)|was kostet (?:das|es)|was wissen wir (?:noch )?nicht|wie groß)/iu,
  /^(?:почему|зачем|когда|что (?:может|могло бы) пойти не так|сколько (?:это )?(?:стоит|будет стоить)|чего мы (?:ещё )?не знаем)/iu,
  /^(?:tại sao|vì sao|khi nào|bao giờ|điều gì có thể (?:sai|hỏng)|chi phí)/iu,
  /^(?:为什么|为何|什么时候|何时|(?:可能)?会(?:失败|出错)|成本)|(?:多大市场|还不确定|不清楚)/u,
  /^(?:なぜ|どうして|いつ|何が失敗)|(?:まだ決まっていない|リスク)/u,
  /^(?:왜|언제)|(?:실패할|아직 모르는|위험)/u,
];

/** Whether a question of a list of them asks of a plan, not of the product. */
export function isOfPlan(question: string): boolean {
  return asksOfPlan.some((pattern) => pattern.test(question));
}
