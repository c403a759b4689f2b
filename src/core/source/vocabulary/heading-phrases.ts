import { simplifyIdeographs } from './ideograph-forms';
import type { SectionRole } from './section-roles';

interface HeadingPhrases {
  readonly role: SectionRole;
  /** One pattern per language, for a heading in lower case, without diacritics, punctuation and small joining words. */
  readonly patterns: readonly RegExp[];
}

/** Patterns in the character forms in which headings are compared. */
function inForms(patterns: readonly RegExp[]): readonly RegExp[] {
  return patterns.map(({ source, flags }) => new RegExp(simplifyIdeographs(source), flags));
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
  {
    role: 'constraints',
    patterns: inForms([
      /^(?:must|has to|have to|needs to) (?:hold|run|fit|respect|survive|be(?! (?:there|ready|in|done|available|possible|able)(?: |$))|comply|withstand|always)(?: |$)/u,
      /^what .{0,40}(?:must|has to|have to|needs? to|should) (?:hold|respect|survive|satisfy|fit|comply|withstand|guarantee|endure|cope|live with|work with|stick)/u,
      /^(?:lo )?que (?:siempre )?(?:debe|tiene que|ha de) (?:cumplir|respetar|garantizar|soportar)/u,
      /^(?:o )?que .{0,20}(?:deve|precisa|tem que) (?:cumprir|respeitar|garantir|suportar)/u,
      /^ce qu .{0,20}(?:doit|faut) (?:respecter|garantir|supporter|tenir)/u,
      /^was .{0,20}(?:einhalten|aushalten|erfullen|gelten) (?:muss|soll)/u,
      /^(?:обязательные условия|обязательно|что обязательно|непременные условия)$/u,
      /^(?:dieu|nhung dieu) (?:kien )?bat buoc/u,
      /^(?:必须|一定要|务必)(?:满足|遵守|做到|保证)/u,
      /^(?:守る(?:べき)?こと|守るべき(?:こと|ルール)|満たすべき(?:こと|条件))$/u,
      /^(?:반드시|꼭) (?:지켜야|지킬|충족해야)/u,
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
  { role: 'context', patterns: [...asksWho, ...asksWhen] },
  {
    role: 'detail',
    patterns: inForms([
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
