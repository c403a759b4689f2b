/**
 * How people in a conversation settle, take back, accept and propose, per language. Latin words are bounded by hand
 * because `\b` knows no accents.
 */

import { unspacedNo } from './refusal-phrases';

const start = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;
const anywhere = (words: string, unspaced: string): RegExp =>
  new RegExp(`${start}(?:${words})${end}|${unspaced}`, 'iu');
/** A word of spaced scripts is the first one, for which `\W` will not do: it takes letters that are not Latin. */
const atStart = (words: string, unspaced: string): RegExp =>
  new RegExp(`^(?:[^\\p{L}\\p{N}]{0,3}(?:${words})${end}|\\W{0,3}(?:${unspaced}))`, 'iu');

/** A decision, as against a wish. */
export const decides = anywhere(
  [
    "decided|decision(?: is)?|agreed|we agree|settled|let['’]?s|we(?:['’]ll| will| are going to) (?:go|use|do|have|keep|take|ship|drop)|going with|final answer",
    'decidimos|decidido|acordamos|de acuerdo|quedamos en|vamos a|hagamos|usemos',
    'combinado|fica decidido|ficou decidido|concordamos|vamos com|vamos usar|fechado',
    "on décide|c['’]est décidé|décidé|d['’]accord|entendu|on prend|on part sur|faisons",
    'wir entscheiden|entschieden|beschlossen|einverstanden|abgemacht|wir nehmen|lass(?:t)? uns|machen wir',
    'решили|решено|договорились|давайте|остановимся на',
    'quyết định|thống nhất|chốt',
  ].join('|'),
  '决定|确定|说好|定下来|就这么定|同意|那就|決定|決めた|決まり|にしましょう|で行きましょう|でいきましょう|合意|결정|하기로|정했|합의',
);

/** Taking the place of what was said before. */
export const corrects = new RegExp(
  [
    anywhere(
      [
        "scratch that|never ?mind|instead|actually|forget (?:that|what)|on second thought|change of plan|correction|rather than|let['’]?s not|no longer|not anymore|strike that|revised?|make (?:it|that)|change (?:it|that) to|switch to|changed my mind|i take that back",
        'na verdade|em vez|melhor|pensando bem|aliás|mudei de ideia|muda para|corrigindo',
        'en realidad|mejor|en vez|en lugar de|pensándolo bien|cambiemos|corrijo|rectifico',
        'en fait|plutôt|finalement|à la place|au lieu de|correction|après réflexion',
        'eigentlich|stattdessen|doch lieber|lieber|korrektur|statt|anders|nach reiflicher überlegung',
        'вместо|на самом деле|лучше|передумал\\p{L}*|поправка|точнее',
        'thay vào đó|thực ra|đổi thành|sửa lại',
      ].join('|'),
      '算了|改成|改为|而是|其实|还是用|更正|やっぱり|代わりに|ではなく|変更|訂正|아니라|대신|변경|정정',
    ).source,
    String.raw`^[^\p{L}\p{N}]{0,3}(?:(?:no|nope|nein|non|não|нет|không)${end}|${unspacedNo})`,
  ].join('|'),
  'iu',
);

/** Taking back without saying what instead. */
export const takesBack = anywhere(
  '(?:scratch|scrap) that|never ?mind|forget (?:that|what i said)|strike that|change of plan|i take that back|olvida eso|olvídalo|esquece isso|esqueça isso|oublie ça|oubliez ça|vergiss das|забудь',
  '算了|忘了|当我没说|忘れて|なかったことに|취소',
);

/** Agreeing with what the other side has just proposed. */
export const accepts = atStart(
  [
    "yes|yep|yeah|ok(?:ay)?|sure|agreed?|perfect|great|sounds good|fine|do (?:it|that)|let['’]?s do (?:it|that)|go (?:for it|ahead|with (?:that|it))|approved|exactly|right|good idea|works for me",
    'sí|si|vale|de acuerdo|perfecto|hazlo|adelante|sim|certo|perfeito|combinado|pode ser|fechado',
    "oui|d['’]accord|parfait|entendu|vas-y|ja|einverstanden|passt|gut|genau|perfekt|mach das",
    'да|хорошо|согласен|согласна|давай|отлично|vâng|đồng ý|được',
  ].join('|'),
  '(?<!不)(?:好|行|可以|同意)|没问题|就这样|はい|了解|そうしましょう|いいですね|承知|네|예|좋아|그렇게',
);

/** What a model offers to settle. */
export const proposes = anywhere(
  [
    "i(?:['’]d| would)? (?:suggest|recommend|propose)|we (?:could|can|should)|you (?:could|should)|how about|what about|my (?:suggestion|recommendation|proposal)|let['’]?s|recommended|shall we",
    'sugiero|recomiendo|propongo|podríamos|podemos|deberíamos|sugiro|recomendo|proponho|poderíamos|devemos',
    'je suggère|je propose|je recommande|on pourrait|nous devrions|ich schlage|ich empfehle|wir könnten|wir sollten',
    'предлагаю|рекомендую|можно|đề xuất|tôi gợi ý|chúng ta nên',
  ].join('|'),
  '建议|推荐|可以用|我们可以|提案|おすすめ|ましょう|どうでしょう|제안|추천|하면 어떨',
);

/** A negation, by which two statements about one thing can not both hold. */
export const negates = anywhere(
  "not|no|never|nobody|none|without|cannot|can't|won't|mustn't|shouldn't|don't|doesn't|nunca|jamás|sin|não|nunca|sem|ne|pas|jamais|sans|nicht|kein\\p{L}{0,2}|nie|ohne|не|нет|никогда|без|không|đừng",
  '不|没|別|ない|ません|않|안 |못',
);

/** Words with which people who chat take up what was said without agreeing. */
export const hesitates = atStart(
  'hmm+|hm|well|but|and|so|hey|hi|thanks?|wait|btw|también|pero|entonces|mas|então|e aí|mais|alors|bon|aber|also|und|но|а|ну|thế|vậy|nhưng',
  '那|但|嗯|诶|哦|じゃあ|でも|えっと|그럼|근데|음',
);

/** How a question opens, or where words are not spaced what it holds. */
export const wonders = new RegExp(
  [
    atStart(
      '(?:(?:so|and|but|ok(?:ay)?|hey|hmm+|sure|yes|yeah),?\\s+){0,3}(?:who|what|which|when|where|why|how|whose)|quién|qué|cuál|cuándo|dónde|cómo|cuánt[oa]s?|quem|qual|quando|onde|quant[oa]s?|qui|quel(?:le)?s?|quand|où|comment|combien|wer|was|welche[rsn]?|wann|wo|wie|кто|что|как(?:ой|ая|ие)?|когда|где|сколько|ai|khi nào|bao nhiêu',
      '谁|什么|哪|几|怎么',
    ).source,
    '(?:谁可以|什么|哪些|多少|怎么办|吗|呢)$|(?:誰|何|どれ|いつ|どこ).{0,12}$|(?:ですか|ますか|나요|까요|습니까)$',
  ].join('|'),
  'iu',
);

/** What a short answer settles by the limit it sets: "only admins", "max 10k rows". */
export const limits = anywhere(
  'only|max(?:imum)?|min(?:imum)?|at (?:most|least)|no more than|up to|nothing else|solo|sólo|solamente|(?:como )?máximo|só|apenas|somente|no máximo|seulement|uniquement|au plus|nur|höchstens|только|не более|chỉ|tối đa',
  '只|仅|最多|至少|就行|就好|のみ|だけ|まで|만 |만$|까지',
);
