import { inForms } from './ideograph-forms';
import type { SectionRole } from './section-roles';

interface HeadingPhrases {
  readonly role: SectionRole;
  /** One pattern per language, for a heading in lower case, without diacritics, punctuation and small joining words. */
  readonly patterns: readonly RegExp[];
}

/**
 * Headings that say in a clause of their own what they hold ("What the app can do", "Quién lo usa", "守ること"), by role.
 * The first that fits decides. What is left out is said in `leaving-out.ts`; only what must not happen comes before it,
 * for that is a demand.
 */
export const mustNotHappen: readonly RegExp[] = inForms([
  /^(?:what |things that )?(?:must|may|should) (?:never|not)(?: ever)? (?:happen|fail|break|go wrong|get lost)/u,
  /^lo que (?:nunca|no) (?:puede|debe|tiene que) (?:fallar|pasar|ocurrir|suceder|faltar|romperse)/u,
  /^(?:o )?que (?:nunca|nao) (?:pode|deve|tem que) (?:falhar|acontecer|ocorrer|faltar|quebrar)/u,
  /^ce qui ne (?:doit|peut) (?:pas|jamais) (?:arriver|se produire|echouer|manquer)/u,
  /^was (?:nie|nicht) (?:passieren|geschehen|fehlen|ausfallen) darf/u,
  /^(?:чего|что) (?:не должно|не может|нельзя) ?(?:случ|происход|произойти|слома|теря|допус)/u,
  /^(?:nhung )?dieu khong duoc (?:xay ra|phep xay ra)/u,
  /^(?:不能|不可|绝不能)(?:发生|出错)/u,
  /^(?:あってはならないこと|起きてはいけないこと)/u,
  /^(?:절대 )?(?:일어나서는|있어서는) 안 되는/u,
]);

/** Headings of what nobody knows yet: they leave nothing out, whatever is denied in them. */
export const notYetKnown: readonly RegExp[] = inForms([
  /^(?:what|things|stuff|points|topics)(?: (?:that|which))? (?:we|i|nobody|no one) (?:(?:still |just )?(?:don t|(?:do |does )?not|doesn t)(?: yet)? (?:know|understand)|knows?)(?: |$)|^(?:still|not yet) (?:unclear|open|unknown|decided|clear|settled|known)$|^(?:to|needs?) (?:be )?(?:clarif(?:y|ied)|decide[d]?|check(?:ed)?|confirm(?:ed)?)$|^what (?:we|i) (?:still )?(?:need|want|have) to (?:know|decide|find out|learn|clarify|check|confirm|ask|discuss|agree)(?: |$)|(?:^|\s)faqs?$|^faqs? for /u,
  /^(?:lo )?que (?:aun |todavia )?(?:no (?:sabemos|tenemos claro|esta claro|esta decidido)|nos falta (?:saber|decidir))|^(?:por|falta) (?:aclarar|definir|decidir|confirmar)$/u,
  /^(?:o )?que (?:ainda )?(?:nao (?:sabemos|esta claro|esta decidido|foi decidido)|falta (?:saber|decidir))|^(?:a|falta) (?:esclarecer|definir|decidir|confirmar)$/u,
  /^ce (?:qu(?:e|on|e l on|e nous)? .{0,12}ne (?:sait|savons|connait) pas|qui n est pas (?:clair|decide|tranche)|qu il reste a (?:savoir|decider|clarifier))|^ce qu on ne sait pas|^(?:reste )?a (?:clarifier|decider|confirmer|preciser)$/u,
  /^was (?:wir )?(?:noch )?(?:nicht (?:wissen|klar|entschieden|geklart)|unklar|offen)(?: ist| sind)?$|^(?:noch )?(?:unklar|ungeklart|offen)(?:es)?$/u,
  /^(?:чего|что) (?:мы )?(?:пока |еще )?(?:не (?:знаем|понятно|ясно|решено|решили)|неясно|непонятно)|^(?:надо|нужно) (?:уточнить|решить)$|^(?:пока |еще )?(?:неясно|непонятно|не решено|не ясно|не понятно)$/u,
  /^(?:nhung )?(?:dieu|diem|van de) (?:con )?(?:chua (?:ro|biet|quyet|chot)|can lam ro)/u,
  /^(?:还|尚|暂)?(?:不清楚|不知道|没想好|没定|未定|未确定|待定)/u,
  /^(?:まだ)?(?:決まっていない|分からない|わからない|未定の|確認したい)(?:こと|点|事項)?$|^確認事項$/u,
  /^(?:아직 )?(?:모르는|정하지 (?:않은|못한)|정해지지 않은|결정되지 않은|확인할) (?:것|사항|점)/u,
]);

/** Headings of the way things are done today. */
const asItIs: readonly RegExp[] = inForms([
  /^where (?:we|things) (?:are|stand)(?: |$)|^how (?:it|this|that|things|we|they|people|everything) .{0,24}(?:today|now|currently|at present|so far)(?: |$)|^(?:way|how) it is(?: today| now)?$|^(?:situation|process|practice|workflow|life)? ?today$|^what (?:we|people|they) (?:do|use|have) (?:today|now)$|^what happens (?:today|now)$/u,
  /^como (?:se |lo |es |esta |estamos |funciona |trabajamos )?.{0,16}(?:hoy|ahora|actualmente)(?: |$)|^(?:que|lo que) (?:hay|tenemos|hacemos|pasa) (?:hoy|ahora)/u,
  /^como (?:e |se |esta |estamos |funciona |trabalhamos )?.{0,16}(?:hoje|agora|atualmente)(?: |$)|^(?:que|o que) (?:ha|temos|fazemos|acontece) (?:hoje|agora)/u,
  /^comment .{0,24}(?:aujourd hui|actuellement|maintenant)(?: |$)|^ce qui (?:existe|se fait) (?:aujourd hui|actuellement)/u,
  /^(?:wie|so) .{0,20}(?:heute|derzeit|aktuell|bisher|jetzt)(?: |$)|^(?:was|wie) (?:wir )?heute/u,
  /^как (?:(?:это|все|мы|сеичас) ?){0,2}.{0,16}сеичас(?: |$)|^как (?:сеичас|есть|устроено|работает) ?(?:сеичас|сегодня)?/u,
  /^(?:hien (?:nay|tai|gio)|cach lam hien tai)(?: |$)/u,
  /^(?:现在|目前|当前).{0,4}(?:怎么|如何|的做法|情况|流程|问题)/u,
  /^(?:今|現在)の?(?:やり方|流れ|運用|状況|問題)/u,
  /^(?:지금|현재)(?:은|의)? .{0,8}(?:방식|상황|업무|모습)/u,
]);

/** Headings of a picture of what people wrote down together: "Photo of the whiteboard". */
const pictured: readonly RegExp[] = inForms([
  /^(?:photos?|pictures?|snapshots?|scans?|images?) (?:(?:from|taken (?:at|in)) )?(?:the |our |my |team )?(?:(?:white ?)?board|flip ?chart|sticky notes|napkin|notebook|workshop|meeting|session)s?$|^(?:white ?board|flip ?chart|workshop) (?:photos?|pictures?|snapshots?)$/u,
  /^fotos? (?:del? |la |el )?(?:pizarra|taller|reunion|rotafolio)$/u,
  /^fotos? (?:do |da |o )?(?:quadro(?: branco)?|oficina|reuniao|flip ?chart)$/u,
  /^photos? (?:du |de |l |la )*(?:tableau(?: blanc)?|atelier|reunion|paper ?board)$/u,
  /^fotos? (?:vom|des|der|aus dem|von der) (?:whiteboards?|flip ?charts?|tafel|workshops?|sitzung)$/u,
  /^(?:фото|снимок|фотография) (?:доски|флипчарта|с воркшопа|со встречи)$/u,
  /^anh (?:chup )?(?:bang(?: trang)?|buoi hop)$/u,
  /^(?:白板|会议)(?:照片|拍照|截图)$/u,
  /^(?:ホワイトボード|付箋)の?写真$/u,
  /^(?:화이트보드|회의) 사진$/u,
]);

/** Headings of a tale of how it would be: "A day with it", "Ein Tag im Lager". */
const aDay: readonly RegExp[] = inForms([
  /^(?:a|one|some) (?:\p{L}+ )?(?:day|week|morning|afternoon|evening|night|shift|year) (?:with|in|at|as|on|later)(?: (?!(?:a |our |your )?(?:glance|once|advance|calendar|row|view|detail|review|numbers)(?: |$))|$)/u,
  /^un(?:a)? (?:\p{L}+ )?(?:dia|semana|manana|tarde|noche|turno) (?:con|en|como)(?: |$)/u,
  /^uma? (?:\p{L}+ )?(?:dia|semana|manha|tarde|noite|turno) (?:com|em|no|na|como)(?: |$)/u,
  /^une? (?:\p{L}+ )?(?:jour|journee|semaine|matin|matinee|soiree|nuit) (?:avec|dans|a|au|en|chez)(?: |$)/u,
  /^eine? (?:\p{L}+ )?(?:tag|woche|morgen|vormittag|abend|nacht|schicht) (?:mit|im|in|bei|als|am)(?: |$)/u,
  /^один (?:день|вечер) (?:с|со|из|в|на)(?: |$)|^день из жизни/u,
  /^mot (?:ngay|tuan|buoi \p{L}+) (?:voi|cua|o|trong|tai)(?: |$)/u,
  /^.{1,10}(?:师|士|员|者|人|生|长|户)的?一(?:天|周)(?:生活)?$/u,
  /^.{1,12}(?:師|士|員|者|人|生|長|客|さん|スタッフ)の?一日(?:の?流れ|の?例)?$/u,
  /^.{1,12}의 하루$/u,
]);

/** Headings of an annex with its number or letter: "Appendix B: Price list", "付録A". */
const annexed: readonly RegExp[] = inForms([
  /^(?:appendix|annex|attachment|anexo|apendice|annexe|anhang|anlage|приложение|phu luc) (?:[a-h]|\d{1,2}|[ivx]{1,4}|[абгде])(?: |$)/u,
  /^(?:附录|附件|付録|別紙|添付|부록|별첨) ?(?:[a-h]|\d{1,2}|[一二三四五六七八九十])/u,
]);

/** An annex with its number or letter and a title of its own, which is captured. */
export const ownTitleOfAnnex =
  /^[^\p{L}\p{N}]{0,4}(?:(?:appendix|annex|attachment|anexo|ap[eé]ndice|apêndice|annexe|anhang|anlage|приложение|phụ lục)\s+(?:\p{L}|\d{1,2}|[ivx]{1,4})\s*[:.–—-]\s*|(?:附录|附件|付録|別紙|添付|부록|별첨)\s?(?:[a-h]|\d{1,2}|[一二三四五六七八九十])[\s：:、.．–—-]*)([^\s：:、.．–—-].{2,100})$/iu;

/** Headings of what is looked at once the product is out: they put nothing off. */
export const lookedAtLater: readonly RegExp[] = inForms([
  /^(?:what|things|numbers|metrics)(?: that)? (?:we|i|team)(?: d| ll| will| would| are going to| re going to| want to| plan to)? (?:look at|look for|keep an eye on|watch(?: for)?|track|measure|monitor|check|observe|evaluate|review|learn) (?:afterwards?|later|next|once|after|post|when)(?: |$)/u,
  /^(?:lo )?que (?:vamos a |queremos )?(?:mirar|medir|vigilar|observar|segui|revisar|evaluar)\p{L}* (?:despues|luego|tras|mas adelante|cuando|una vez)(?: |$)/u,
  /^(?:o )?que (?:vamos |queremos )?(?:olhar|medir|acompanhar|observar|monitorar|avaliar)\p{L}* (?:depois|apos|mais tarde|quando)(?: |$)/u,
  /^ce qu(?:e|on)?(?: (?:nous|l on|on))? (?:allons |va )?(?:regarder|mesurer|suivr|surveiller|observer|evaluer)\p{L}* (?:ensuite|apres|plus tard|une fois|quand)(?: |$)/u,
  /^(?:was|worauf|woran) wir (?:uns )?(?:danach|hinterher|spater|nachher|nach .{1,16}) (?:ansehen|anschauen|messen|beobachten|prufen|schauen|achten|auswerten|verfolgen)(?: |$)/u,
  /^(?:что|за чем|на что)(?: мы)?(?: (?:будем|потом|позже|после \p{L}+))+ (?:измер|отслежив|след|смотр|наблюд|оценив)\p{L}*/u,
  /^(?:nhung )?(?:gi|dieu) (?:chung ta |chung toi )?se (?:do|theo doi|xem lai) sau/u,
  /^(?:上线|发布|之|事)后(?:要|会|再)?(?:看|观察|跟踪|关注|衡量|监控)(?:什么|哪些|.{0,4}(?:指标|数据))/u,
  /^(?:リリース|公開|導入)後に(?:見る|確認する|測る|測定する|追う)(?:もの|こと|点|指標)?$/u,
  /^(?:출시|오픈) 후(?:에)? (?:볼|확인할|측정할|지켜볼)/u,
]);

/** Headings of notes that somebody took while others talked. */
const noted: readonly RegExp[] = inForms([
  /^(?:my |our |raw |some )?notes? (?:from|taken (?:at|in|during)) /u,
  /^(?:notas|apuntes) (?:tomad\p{L}+ )?(?:en )?(?:la |las |el |los )?(?:reunion|sesion|llamada|mesa|entrevista|charla|taller|conversacion|comite)/u,
  /^(?:notas|anotacoes) (?:na |no |a |o )?(?:reuniao|sessao|chamada|conversa|oficina|entrevista|comite)/u,
  /^(?:notes|compte rendu) .{0,6}(?:reunion|atelier|entretien|comite|seance|appel|echange)/u,
  /^(?:notizen|mitschrift|protokoll|anmerkungen) (?:aus|vom|von|zum|zur) .{0,10}(?:meeting|termin|gesprach|workshop|sitzung|besprechung|runde|anruf|interview|treffen)/u,
  /^(?:заметки|записи|итоги) .{0,4}(?:встреч|созвон|совещан|интервью|обсужден)/u,
  /^(?:ghi chu|ghi chep) (?:tu |trong |buoi |cuoc )*(?:hop|phong van|trao doi)/u,
  /^.{0,10}(?:会议|评审会|讨论|访谈|沟通会?|例会|周会)上?的?(?:纪要|记录|备注|笔记)/u,
  /^.{0,10}(?:会議|打ち合わせ|打合せ|ミーティング|ヒアリング|インタビュー)の?(?:メモ|記録|議事録)/u,
  /^.{0,10}(?:회의|미팅|인터뷰) ?(?:메모|기록|노트)/u,
]);

/** Headings of what must be there on the day the product comes out: whoever signs that, signs the requirements. */
const dueAtLaunch: readonly RegExp[] = inForms([
  /^what (?:must|has to|needs to|have to) be (?:true|there|in place|ready|done|working|possible|live) (?:on|at|by|for|before|when) .{0,12}(?:launch|day 1|day one|first day|release|go live|opening|start|v ?1|mvp|pilot|ship|open)/u,
  /^(?:lo )?que (?:debe|tiene que|ha) (?:ser cierto|estar list[oa]|cumplirse|funcionar|existir|haber) .{0,12}(?:lanzamiento|apertura|primer dia|estreno|arranque|salida)/u,
  /^(?:o )?que (?:deve|precisa|tem que|tem) (?:ser verdade|estar pronto|funcionar|existir|haver) .{0,12}(?:lancamento|abertura|primeiro dia|estreia)/u,
  /^ce qui doit (?:etre (?:vrai|pret|en place)|fonctionner|exister|marcher) .{0,16}(?:lancement|ouverture|premier jour|mise en service|demarrage|sortie)/u,
  /^was (?:zum|zur|bei|am|bis zum|bis zur|vor|vor dem) .{0,12}(?:start|launch|release|go live|ersten tag|eroffnung|einfuhrung)\p{L}* .{0,24}(?:muss|mussen)$/u,
  /^что должно (?:быть|работать|выполняться) .{0,20}(?:запуск|старт|открыти|релиз)/u,
  /^nhung gi phai (?:co|dung|san sang) .{0,16}(?:ra mat|khai truong|phat hanh)/u,
  /^(?:上线|发布|首发|开业|启用)(?:当天|前|时|日)?(?:必须|一定要|要)(?:满足|具备|做到|成立|有|完成)/u,
  /(?:リリース|公開|ローンチ|開始|稼働)(?:時|日|まで|当日)?に(?:必要な|満たすべき|揃える|できている(?:べき)?)(?:こと|もの|条件)/u,
  /(?:출시|오픈|런칭)(?:일|할 때| 시|까지)?(?:에)? ?(?:되어야|있어야|갖춰야|필요한)/u,
]);

/** Headings of what somebody hopes to reach. */
const hopedFor: readonly RegExp[] = inForms([
  /^(?:numbers|figures|metrics|results|targets)(?: that| which)? (?:we|i|they) (?:want|hope|aim|expect|need|would like)(?: |$)/u,
  /^(?:numeros|cifras|metricas|resultados) que (?:nos )?(?:queremos|esperamos|buscamos|gustaria|gostariamos)(?: |$)/u,
  /^(?:chiffres|resultats|mesures) que (?:nous|l on|on) (?:voulons|veut|esperons|espere|visons|vise|attendons|attend)(?: |$)/u,
  /^(?:zahlen|werte|ergebnisse) die wir (?:sehen|erreichen|haben|erwarten|anpeilen)(?: |$)/u,
  /^(?:цифры|показатели|результаты) (?:которые|которых) (?:мы )?(?:хотим|ждем|ожидаем)(?: |$)/u,
  /^(?:nhung )?(?:con so|ket qua) (?:ma )?(?:chung toi |chung ta )?(?:muon|mong)(?: |$)/u,
  /^(?:希望|想|期望)(?:看到|达到|见到)的?(?:数字|指标|结果|数据)/u,
  /^(?:目指す|達成したい|見たい)(?:数字|数値|指標)/u,
  /^(?:보고|기대하는) ?(?:싶은 )?(?:숫자|수치|지표)/u,
  /^(?:what|where) (?:do )?(?:we|i|they) (?:want|hope|aim|try|would like)(?: to)? (?:achieve|reach|get|change|improve|prove|be|see)(?: |$)/u,
  /^(?:lo )?que (?:queremos|buscamos|esperamos|pretendemos)(?: poder)? (?:conseguir|lograr|alcanzar|mejorar|obtener)/u,
  /^(?:o )?que (?:queremos|buscamos|esperamos|pretendemos) (?:conseguir|alcancar|atingir|melhorar|obter)/u,
  /^ce que (?:nous|l on|on) (?:voulons|veut|esperons|espere|cherchons|cherche)(?: a)? (?:obtenir|atteindre|ameliorer|reussir)/u,
  /^was (?:wir|soll|wollen) .{0,16}erreich/u,
  /^(?:чего|что) (?:мы )?(?:хотим|хочется|планируем) (?:добиться|достичь|получить|улучшить)/u,
  /^(?:chung ta |chung toi )?(?:muon|mong) (?:dat|dat duoc) /u,
  /^(?:想|要|希望)(?:达到|达成|解决|改善)/u,
  /^(?:達成したい|実現したい|目指す|めざす)(?:こと|姿|状態)/u,
  /^(?:이루고|달성하고) 싶은/u,
]);

/** Headings of what is needed, wanted or built, in a clause. */
const wanted: readonly RegExp[] = inForms([
  // "Must be in", "Was rein muss": what goes in.
  /^(?:what |things (?:that )?)?(?:must|has to|have to|needs? to|should) (?:go|be|get) in(?: it| there| first| v ?\d)?$|^what goes in(?:to)?(?: it| there| first| v ?\d)?$/u,
  /^was (?:(?:alles|unbedingt|noch|da|mindestens) )*(?:rein|hinein|drin sein|dabei sein|dazu|mit rein) (?:muss|soll|sollte)$|^(?:muss|soll|sollte)(?: (?:alles|unbedingt|noch))* (?:rein|hinein|drin sein|dabei sein|mit rein)$/u,
  /^(?:lo )?que (?:tiene que|debe|ha de|deberia) (?:entrar|estar|llevar|ir)(?: |$)/u,
  /^(?:o )?que (?:tem que|precisa|deve) (?:ter|entrar|estar)(?: |$)/u,
  /^ce qui doit (?:y )?(?:etre dedans|etre$|figurer|entrer)/u,
  /^что (?:обязательно )?должно (?:войти|попасть)(?: |$)/u,
  /^必ず(?:入れる|載せる|盛り込む|欲しい)/u,
  /^(?:꼭|반드시) (?:있어야|들어가야) (?:할|하는)/u,
  /^what (?:we|i|team) (?:really )?(?:need|want|expect|require|ask(?:ed)? for|build|ship|deliver)s?(?: |$)(?!(?:from|of|on|with|by|to (?:avoid|prevent|see|hear|measure|prove|test|know|decide|find|learn|clarify|check|confirm|ask|discuss|agree|understand|happen))(?: |$))|^what (?:we|i) (?:will|are going to|re going to|plan to|want to|intend to) (?:build|ship|deliver|make|do|implement)(?: |$)|^what (?:is|s|gets) (?:needed|wanted|required|in|built|asked for|being built)(?: |$)(?!(?:from|it|by|on|here)(?: |$))|^(?:in|for) (?:v1|this (?:release|version|iteration)|first (?:release|version)|launch|mvp)$/u,
  /^(?:lo )?que (?:necesitamos|se necesita|hace falta|pedimos|queremos|esperamos|construimos|construiremos|vamos a (?:construir|hacer|entregar)|se va a (?:construir|hacer)|haremos|incluye|incluira|entra)(?: |$)(?!(?:saber|decidir|evitar|aclarar|averiguar|aprender|comprobar|confirmar)(?: |$))|^necesidades (?:de|del|los|las|usuario|cliente|negocio)/u,
  /^(?:o )?que (?:precisamos|e preciso|e necessario|pedimos|queremos|esperamos|construimos|construiremos|vamos (?:construir|fazer|entregar)|sera (?:feito|construido)|inclui|entra)(?: |$)(?!(?:saber|decidir|evitar|esclarecer|descobrir|aprender|confirmar)(?: |$))|^necessidades (?:do|da|dos|usuario|cliente|negocio)/u,
  /^ce (?:qu il (?:nous )?faut|dont (?:nous avons|on a) besoin|que (?:nous|l on|on) (?:construisons|construit|voulons|veut|demandons|attendons|attend|livrons|livre|allons (?:construire|faire|livrer)|va (?:construire|faire|livrer))|qui est (?:demande|attendu|prevu|inclus))(?: |$)(?!(?:de |d )?(?:eviter|savoir|decider|apprendre|comprendre|clarifier|verifier)(?: |$))/u,
  /^was (?:wir (?:brauchen|bauen|wollen|liefern|umsetzen|erwarten)|(?:gebaut|umgesetzt|gebraucht|benotigt|gewunscht|geliefert) (?:wird|werden soll)|dazugehort|dabei ist|wir (?:bauen|umsetzen|liefern) (?:wollen|werden)|gefordert ist)(?: |$)/u,
  /^что (?:нам )?(?:нужно|надо|требуется|хотим|делаем|строим|будем (?:делать|строить)|сделаем|должно быть|входит|понадобится)(?: |$)(?!(?:узнать|решить|избежать|уточнить|проверить|понять|выяснить)(?: |$))/u,
  /^(?:chung ta |chung toi )?(?:can (?:lam |nhung |co )?gi|se lam gi|muon gi)$|^(?:nhung gi|nhung dieu) (?:can|chung ta can|se lam|phai co)|^can (?:co|lam)(?: gi)?$/u,
  /^(?:我们|本期|这次|本次)?(?:需要|要|想要|打算|准备)(?:做|有)?(?:什么|哪些|的功能|的内容)|^我们(?:需要|要做|想要)(?!确认|决定|了解|讨论|避免|知道|澄清|回答)/u,
  /(?:(?<!確認が|決定が|検討が|調整が|判断が)必要な|欲しい|ほしい|作る|作りたい|やりたい|求める)(?:もの|こと|機能)$/u,
  /(?:(?<!확인이 |결정이 |논의가 |검토가 )필요한|만들|만드는|원하는|구현할) (?:것|기능)(?:들)?$/u,
]);

/** Headings that ask who uses the product. */
export const asksWho: readonly RegExp[] = inForms([
  /^(?:for )?whom?(?: |$)|^(?:the )?people(?: involved)?$/u,
  /^(?:para |a )?quien(?:es)?(?: |$)/u,
  /^(?:para |por )?quem(?: |$)/u,
  /^(?:pour |a )?qui(?: |$)/u,
  /^(?:fur )?(?:wen|wer)(?: |$)/u,
  /^(?:для )?(?:кто|кого|кому)(?: |$)/u,
  /^(?:danh )?(?:cho )?ai(?: |$)/u,
  /^(?:谁|给谁|为谁)/u,
  /^(?:だれ|誰)/u,
  /^(?:누가|누구)/u,
]);

/** Headings that ask when, in what order and for how much. */
const asksWhen: readonly RegExp[] = inForms([
  /^when$|^how (?:much|long|soon)(?: |$)/u,
  /^(?:cuando|cuanto|quando|quanto|quand|combien|wann|khi nao|когда|сколько)$/u,
  /^(?:分几步|怎么推进|什么时候)/u,
  /^(?:進め方|いつ)/u,
  /^언제/u,
]);

/** Headings that ask by what success is known. */
const asksWhetherItWorked: readonly RegExp[] = inForms([
  /^how (?:will |do |would |can )?(?:we|you|i)(?: will| ll)? (?:know|tell)(?: |$)|^how (?:will |do |would )?(?:we|you|i)(?: will| ll)? (?:measure|judge)(?: (?:it|this|success|impact|progress|whether.*|if.*))?$/u,
  /^como (?:vamos a |podremos )?(?:sabremos|sabemos|saber)(?: |$)|^como (?:vamos a )?(?:mediremos|medimos|medir)(?: (?:el )?(?:exito|resultado|impacto))?$/u,
  /^como (?:vamos |iremos )?(?:saberemos|sabemos|saber)(?: |$)|^como (?:vamos |iremos )?(?:mediremos|medimos|medir)(?: (?:o )?(?:sucesso|resultado|impacto))?$/u,
  /^comment (?:saura|saurons|sait|savoir|sauront)(?: |$)|^comment (?:mesurera|mesurerons|mesurer|mesurons)(?: (?:le )?(?:succes|reussite|l impact|impact))?$/u,
  /^(?:woran|wie) .{0,20}?(?:erkennen|merken|sehen|wissen)(?: wir)?(?: |$)|^(?:woran|wie) (?:wir )?(?:den )?erfolg messen|^(?:woran|wie) messen wir(?: den)? erfolg/u,
  /^как (?:мы )?(?:поимем|узнаем|измер\p{L}+ успех)(?: |$)/u,
  /^(?:lam (?:sao|the nao)|bang cach nao) .{0,16}(?:biet|do luong)/u,
  /^(?:如何|怎么|怎样|怎么样)(?:衡量|判断|评估|知道)(?:是否)?(?:成功|效果|成败|做对|做成)?|^(?:怎么|怎样|如何|什么)(?:才)?算(?:是)?(?:成功|做成|做好)/u,
  /^(?:どうやって|どのように|何をもって|何で).{0,8}(?:成功|効果|成果).{0,4}(?:测|計|判断|はか)/u,
  /^(?:성공|성과|효과).{0,4}(?:어떻게|무엇으로)|^어떻게 (?:성공|성과|효과)/u,
]);

export const headingPhrases: readonly HeadingPhrases[] = [
  { role: 'annex', patterns: annexed },
  { role: 'requirements', patterns: dueAtLaunch },
  { role: 'measure', patterns: hopedFor },
  {
    role: 'constraints',
    patterns: inForms([
      /^(?:must|has to|have to|needs to) (?:hold|run|fit|respect|survive|be(?! (?:there|ready|in|done|available|possible|able)(?: |$))|comply|withstand|always)(?: |$)/u,
      /^what .{0,40}(?:must|has to|have to|needs? to|should) (?:always )?(?:hold|be true|respect|survive|satisfy|fit|comply|withstand|guarantee|endure|cope|live with|work with|stick)/u,
      /^(?:lo )?que (?:siempre )?(?:debe|tiene que|ha de) (?:cumplir|respetar|garantizar|soportar)/u,
      /^(?:o )?que .{0,20}(?:deve|precisa|tem que) (?:cumprir|respeitar|garantir|suportar)/u,
      /^ce qu .{0,20}(?:doit|faut) (?:respecter|garantir|supporter|tenir)/u,
      /^was .{0,20}(?:einhalten|aushalten|erfullen|gelten) (?:muss|soll)/u,
      /^(?:обязательные условия|обязательно|что обязательно|непременные условия)$/u,
      /^(?:dieu|nhung dieu) (?:kien )?bat buoc/u,
      /^(?:必须|一定要|务必)(?:满足|遵守|做到|保证)/u,
      /^(?:守る(?:べき)?こと|守るべき(?:こと|ルール)|満たすべき(?:こと|条件))$/u,
      /^(?:반드시 |꼭 )?(?:지켜야|지킬|충족해야|지키는) ?(?:할|하는)? ?(?:것|점|조건|사항)?/u,
    ]),
  },
  {
    role: 'features',
    patterns: inForms([
      /^what (?!.*\b(?:not|nobody|never|today|now|already|wrong|competitors?|others|market|alternatives)\b).{0,40} (?:does|do|can|could|can do|gets?|offers?|provides?|covers|lets .{1,20} do)$/u,
      /^what (?!.*\bnot\b).{0,40}(?:can|should|must|has to|have to|needs? to|wants? to|will|is able to|are able to) (?:be able to )?(?:do|offer|provide|support|handle|take care)/u,
      /^(?:lo )?que (?!no\b)(?:.{0,30} )?(?:ofrece|hace|permite|permitira|(?:puede|podra|pueden|debe|deben|tiene que|debera) (?:poder )?(?:hacer|ofrecer|permitir))(?: |$)/u,
      /^(?:o )?que (?!nao\b)(?:.{0,30} )?(?:faz|fazer|oferece|permite)(?: |$)/u,
      /^ce qu(?:e|i|il|elle|on)? (?!ne\b|n\b)(?:.{0,30} )?(?:fait|offre|propose|permet|(?:peut|doit|saura|sait) (?:pouvoir |savoir )?faire)(?: |$)/u,
      /^was (?!.*\bnicht\b).{0,30}(?:kann|konnen|macht|tut|bietet|leistet|(?:leisten|konnen|tun|bieten) (?:soll|muss|sollen|mussen))$/u,
      /^что (?!не ).{0,30}(?:умеет|умеют|делает|может|могут|(?:должен|должна|должно|должны) (?:уметь|делать)|предлагает|дает|получает|получают)(?: |$)/u,
      /^(?!.*\bkhong\b).{0,30}(?:lam duoc|co the lam|phai lam|se lam)(?: nhung)? gi$/u,
      /^(?:要|能|可以|需要)做(?:什么|哪些)|^.{0,8}(?:能|可以)做(?:什么|哪些事?|的事)$/u,
      /(?<!ない)(?:できること|実現すること|やること)$/u,
      /(?:무엇을|뭘) (?:할 수 있|하는)|할 수 있는 (?:것|일)(?:들)?$/u,
    ]),
  },
  { role: 'measure', patterns: asksWhetherItWorked },
  { role: 'context', patterns: [...asItIs, ...asksWho, ...asksWhen, ...noted, ...aDay] },
  { role: 'features', patterns: wanted },
  { role: 'detail', patterns: pictured },
  {
    role: 'detail',
    patterns: inForms([
      /^(?:some )?(?:notes?|hints?|remarks?|tips|advice) (?:for|to) (?:(?:the|our|any|future) )?(?:agents?|ai|architects?|assistants?|authors?|builders?|claude|coders?|copilot|design(?:ers?)?|dev(?:s|elopers?|elopment)?|engineer(?:s|ing)|implement(?:ers?|ors?|ation)|llms?|models?|programmers?|qa|readers?|reviewers?|self|teams?|tech|technical|testers?|testing|whoever|you)(?: |$)/u,
      /^(?:notas?|pistas|consejos|dicas) (?:para|sobre) (?:(?:el|la|los|las|o|a|os|as) )?(?:agente|arquite|desarroll|desenvolv|design|disen|equip|ia(?: |$)|implement|program|qa(?: |$)|quien|quem|revis|tecnic|time(?: |$))/u,
      /^(?:notes?|remarques?|conseils?) (?:pour|sur|a) (?:(?:l|le|la|les) )?(?:agent|architect|concept|design|dev|equipe|ia(?: |$)|implement|program|realis|relect|techn|qa(?: |$))/u,
      /^(?:hinweise?|anmerkungen|notizen|tipps) (?:fur|zu|zur|zum|an) (?:(?:das|die|den|der) )?(?:agent|architekt|design|dokument|entwickl|gestalt|implement|ki(?: |$)|leser|programmier|qa(?: |$)|realis|team|techni|tester|umsetzung)/u,
      /^(?:заметки|примечания|замечания) (?:для|по|о) (?:агент|архитект|дизаин|документ|ии(?: |$)|команд|программ|разработ|реализ|техни|тестиров|читател)/u,
      /^(?:ghi chu|luu y) (?:cho|ve) (?:ai(?: |$)|doi|ky thuat|lap trinh|nhom|phat trien|tai lieu|thiet ke|trien khai)/u,
      /^(?:给|致)(?:产品|团队|工程|开发|技术|智能体|模型|测试|研发|设计|评审|读者|ai).{0,6}的(?:说明|备注|提示)$/u,
      /^why(?: |$)|^what (?:it|this) is for$/u,
      /^(?:por que|pourquoi|warum|wieso|wozu)(?: |$)/u,
      /^(?:зачем|почему)(?: |$)/u,
      /^(?:tai|vi) sao(?: |$)/u,
      /^(?:为什么|为何)/u,
      /^(?:なぜ|どうして)/u,
      /^왜/u,
    ]),
  },
];
