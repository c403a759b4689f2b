/**
 * How sentences of running text say what they are about, in the languages that PRDs are found in. They are only asked where no
 * heading says it. For texts in lower case: with the flag `i`, classes such as `\p{L}` take the engine ten times as long to prepare.
 */

/** What somebody wants to reach. */
export const wish =
  /(?<!\p{L})(?:(?:we|i|they|owners?|users?|customers?|the (?:team|company|product)) (?:really )?(?:want|aim|intend|hope|wish|would like|plan)s?(?: (?:to|that|people|users|it|this))?|(?:the |our |this |main |overall )?(?:goal|aim|objective|purpose|intent|intention)s? (?:here )?(?:is|are|of this)|(?:in order|so as) to|wir (?:wollen|möchten|beabsichtigen)|(?:das |unser )?ziel (?:ist|sind|dieser|des)|wollen wir|möchten wir|nous (?:voulons|souhaitons|visons)|(?:l['’]|notre )?objectif (?:est|principal|consiste)|le but (?:est|consiste)|queremos|buscamos|pretendemos|(?:el |nuestro |o |nosso )?objetivo (?:es|é|principal)|мы хотим|(?:наша )?цель\s|chúng tôi muốn|mục tiêu (?:là|của))(?!\p{L})|我们(?:希望|想要?|打算)|目标(?:是|为)|旨在|目的(?:是|在于)|したい|目的は|目標は|目指し|목표는|하고자|하고 싶/u;

/** A figure that tells how well something goes: a share, a rate, a usual time. */
export const measure =
  /(?<!\p{L})(?:rates?|shares?|percentages?|proportions?|ratios?|medians?|averages?|conversions?|retention|churn|(?:number|amount|volume|count) of|time (?:to|from|until|between)|nps|csat|kpis?|metrics?|anteils?|quoten?|rate|mediane?|durchschnitt\p{L}*|(?:an)?zahl der|\p{L}+quote|\p{L}+rate|taux|pourcentage|médiane|moyenne|nombre d\p{L}*|tasas?|porcentajes?|proporción|mediana|promedio|número de|cuota|taxas?|percentua\p{L}*|proporção|média|дол[яию]|процент\p{L}*|медиан\p{L}*|числ[оа]|tỷ lệ|số lượng)(?!\p{L})|\d\s?(?:%|％|percent|prozent|pour ?cent|por ?ciento|por ?cento)|比例|比率|[接完转成留打点]\p{L}?率|占比|平均|中位数|割合|率を|率が|中央値|件数|비율|[가-힣]률|평균/u;

/** Watching a figure, or being right by it. */
export const watching =
  /(?<!\p{L})(?:(?:we|the team) (?:will )?(?:watch|measure|track|monitor|count|look at)|(?:is|are|gets?) (?:watched|measured|tracked|monitored)|we (?:will )?(?:know|tell|see) (?:that|whether|if|by)|succe(?:ss|eds?|ssful)|wir (?:messen|beobachten|verfolgen)|gemessen|erfolg\p{L}*|nous (?:mesurons|suivons)|mesuré\p{L}*|succès|réussi\p{L}*|medimos|se mide|éxito|mediremos|é medid\p{L}*|sucesso|измеря\p{L}*|успех\p{L}*|đo lường|thành công)(?!\p{L})|衡量|跟踪|监测|成功|測定|計測|成功|측정|성공/u;

/** That a figure shall move. */
export const moving =
  /(?<!\p{L})(?:rais(?:e|es|ing)|increas(?:e|es|ing)|grow(?:s|ing)?|rise|rises|lift|improv(?:e|es|ing)|reduc(?:e|es|ing)|cut|cuts|lower(?:s|ing)?|shrink|decreas(?:e|es|ing)|drop|drops|falls?|halv(?:e|es|ing)|doubl(?:e|es|ing)|go(?:es)? (?:up|down|from|to)|bring|get|reach(?:es)?|steig\p{L}*|erhöh\p{L}*|senk\p{L}*|sink\p{L}*|verringer\p{L}*|verdoppel\p{L}*|halbier\p{L}*|augment\p{L}*|rédui\p{L}*|baiss\p{L}*|passer|doubler|atteindre|aument\p{L}*|reduc\p{L}*|reduz\p{L}*|baj\p{L}*|subir|duplicar|dobrar|alcanzar|alcançar|повы\p{L}*|сниз\p{L}*|увелич\p{L}*|уменьш\p{L}*|tăng|giảm)(?!\p{L})|提高|提升|增加|降低|减少|缩短|达到|上げ|高め|増や|減ら|下げ|短縮|引き上げ|높이|늘리|줄이|낮추/u;

/** A figure before and after: "from 40 % to 60 %". */
export const change =
  /(?<!\p{L})(?:from|von|de|del|с|từ)\s{1,3}\d[\d.,]*\s{0,2}\S{0,12}\s{1,3}(?:to|auf|à|a|para|hasta|até|до|lên|xuống)\s{1,3}\d|从\s?\d[\d.,]*\s?\S{0,8}?(?:提高|提升|增加|降低|减少)?[到至]\s?\d|(?<![\d.,])\d[\d.,]{0,12}\s?\S{0,6}から\s?\d|(?<![\d.,])\d[\d.,]{0,12}\s?\S{0,6}에서\s?\d/u;

/** What must not be passed, or must be kept to. */
export const limiting =
  /(?<!\p{L})(?:must(?: not|n['’]t)?|shall(?: not)?|ha(?:s|ve) to|may not|(?:is|are) not allowed|(?:is|are) (?:forbidden|prohibited)|no more than|at most|at least|only through|only via|exclusively|muss|müssen|darf|dürfen|höchstens|mindestens|ausschließlich|nur über|doit|doivent|au plus|au moins|uniquement|exclusivement|debe|deben|como máximo|al menos|exclusivamente|únicamente|deve|devem|no máximo|pelo menos|apenas|должн\p{L}*|не более|не менее|нельзя|phải|tối đa|tối thiểu|không được)(?!\p{L})|必须|不得|最多|至少|不超过|只能|なければならない|てはならない|以内|のみ|해야|이내|금지/u;

/** What goes wrong, or how things are today. */
export const trouble =
  /(?<!\p{L})(?:never|nobody|no one|can ?not|can['’]t|unable|(?:do|does|did)(?: not|n['’]t)|(?:is|are|was|were) (?:not|overlooked|lost|missed|forgotten|ignored|abandoned|rejected)|too (?:slow|long|many|much|often|late|few)|overlook\p{L}*|forg[eo]t\p{L}*|los(?:e|es|t)|lack\p{L}*|complain\p{L}*|fail\p{L}*|miss(?:es|ed|ing)?|wast\p{L}*|by hand|manual(?:ly)?|hard to|difficult\p{L}*|confus\p{L}*|frustrat\p{L}*|problems?|pain|suffer\p{L}*|tickets?|chas\p{L}*|currently|today|at present|so far|until now|nie(?:mals|mand)?|nicht|kein\p{L}*|übersehen|vergess\p{L}*|verlier\p{L}*|verloren|beschwer\p{L}*|scheiter\p{L}*|fehl\p{L}*|von hand|manuell|mühsam|probleme?|derzeit|heute|bisher|jamais|personne|ne \S{1,20} (?:pas|plus)|trop|perd\p{L}*|oubli\p{L}*|plaign\p{L}*|échou\p{L}*|à la main|manuellement|difficile\p{L}*|problèmes?|actuellement|aujourd['’]hui|nunca|nadie|no (?:se|puede|pueden|hay|tiene|saben?)|demasiad\p{L}*|pierd\p{L}*|olvid\p{L}*|quej\p{L}*|falla\p{L}*|a mano|manualmente|difícil\p{L}*|problemas?|actualmente|hoy|ninguém|não|demais|perde\p{L}*|esquec\p{L}*|reclam\p{L}*|falha\p{L}*|à mão|atualmente|hoje|никогда|никто|не|вручную|проблем\p{L}*|сейчас|сегодня|сложно|không|chưa|thủ công|vấn đề|hiện nay)(?!\p{L})|从不|从未|没有|不能|无法|难以|太[多慢久]|忘记|遗漏|错过|手动|人工|问题|目前|现在|抱怨|失败|できない|できません|ていない|ません|忘れ|見落と|手作業|手動|問題|課題|現在|失敗|없다|없습니다|못하|않|수동|문제|현재/u;

/** A share in words: "one in eight". */
export const shareInWords =
  /(?<!\p{L})(?:(?:one|two|three|(?<!\d)\d{1,6}) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,6})|every (?:second|third|fourth|fifth)|(?:half|a (?:third|quarter|fifth)|most) of|jede[rs]? (?:zweite|dritte|vierte|fünfte|achte|zehnte)|une? \p{L}+ sur \p{L}+|un[ao]? de cada \p{L}+|um[a]? em cada \p{L}+|кажд\p{L}+ (?:второ|трет|четверт|пят|восьм|десят)\p{L}*)(?!\p{L})|[一二三四五六七八九十\d]分(?:之|の)[一二三四五六七八九十\d]|[一二三四五六七八九十\d]人に[一二三四五六七八九十\d]/u;

/** Sentences about the document itself say nothing about the work. */
export const aboutTheText =
  /^[^\p{L}\p{N}]*(?:this (?:document|prd|page|section|spec\w*|file)|the following|see (?:also|the|below|above)|note|last (?:updated|edited|changed|modified|reviewed|revised)|version|dieses dokument|dieses prd|im folgenden|siehe|hinweis|stand|ce document|cette page|voir|remarque|este (?:documento|prd|apartado)|véase|veja|nota|этот документ|см\.|примечание|tài liệu này|xem)(?!\p{L})|^(?:本文[档書]?|本ドキュメント|この文書|この資料|以下|参[见照]|注[:：]|이 문서)/u;
