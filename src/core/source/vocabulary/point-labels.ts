import { normalizeHeading } from '../document/plain-heading';
import { termList } from './term-list';

/** Labels of a line, as headings are compared. */
const compared = (terms: string): ReadonlySet<string> => new Set(termList(terms).map(normalizeHeading));

/** Labels in front of a colon that leave out what they name: "Not now: gift cards". */
export const leavingOutLabels = compared(`
  not now, maybe later, for later, out of scope, not in scope, won't, wont, won't have, won't do, will not do, non-goal, non-goals, excluded, exclusions,
  deferred, postponed, parked, future work, later versions, next version, not included, not planned,
  nicht jetzt, jetzt nicht, für später, vorerst nicht, nicht im umfang, außerhalb des umfangs, nicht-ziel, nicht-ziele, nichtziele, nicht enthalten, nicht dabei,
  ausgeschlossen, zurückgestellt,
  ahora no, por ahora no, para más adelante, fuera de alcance, fuera del alcance, no incluye, no incluido, no objetivos,
  pas maintenant, pas pour l'instant, hors périmètre, hors scope, hors portée, exclus, non inclus, non-objectifs,
  agora não, por enquanto não, fora do escopo, fora de escopo, não inclui, não incluído, não objetivos,
  не сейчас, вне рамок, вне объема, вне scope, не входит, не делаем,
  ngoài phạm vi, để sau, không bao gồm, không làm, chưa làm,
  不做, 暂不做, 暂不, 以后再做, 不包含, 不包括, 范围外, 不在范围内, 超出范围, 本期不做,
  対象外, 範囲外, スコープ外, 今回は対象外, 後回し, 今はやらない, やらないこと,
  범위 외, 범위 밖, 제외, 하지 않는 것
`);

/** Labels that leave out what they name, and that are a time as well: "Later: bulk invites". */
export const laterLabels = compared(
  `later, später, más adelante, plus tard, mais tarde, позже, потом, 以后, 나중에`,
);

/** How a sentence of a story begins that says what somebody does. */
export const tellsOfSomebody =
  /^(?:i|he|she|you|we|they|it|ich|du|er|sie|wir|es|man|él|ella|ellos|ellas|usted|je|tu|il|elle|on|nous|vous|ils|elles|ele|ela|eles|elas|você|nós|я|ты|он|она|они|мы|вы)(?![\p{L}\p{N}])|^(?:他|她|他们|她们|我|我们|그는|그녀는)/iu;

/** Labels of what nobody has decided yet: "TBD: the sender's address". */
export const openLabels = compared(`
  open question, open questions, open point, open points, open issue, open issues, still open, tbd, tbc, to be decided, to be defined, to be determined, to be clarified,
  undecided, not decided yet, not yet decided, needs clarification, to clarify,
  noch offen, offene frage, offene fragen, offener punkt, offene punkte, zu klären, noch zu klären, ungeklärt,
  pregunta abierta, preguntas abiertas, punto abierto, puntos abiertos, por definir, por decidir, por aclarar,
  question ouverte, questions ouvertes, point ouvert, points ouverts, à définir, à décider, à clarifier, à préciser,
  em aberto, questão em aberto, questões em aberto, pergunta em aberto, perguntas em aberto, a definir, a decidir, por esclarecer,
  открытый вопрос, открытые вопросы, не решено, уточнить, câu hỏi mở, chưa quyết, chưa quyết định, cần làm rõ,
  待定, 待确认, 待讨论, 待解决, 未决, 开放问题, 未定, 未決, 未決事項, 要検討, 未確定, 미정, 미결, 확인 필요
`);

/** Labels that are the state of a thing as well ("Open: the door lets people in"): what is open asks something there. */
export const openOrState = compared(`open, unresolved, offen, abierto, pendiente, ouvert, aberto, открыто`);

/** How a question begins that has no question mark. */
export const opensQuestion =
  /^(?:who|whom|whose|what|which|how|when|where|why|whether|if|do|does|is|are|should|can|may|must|wer|wen|wem|wessen|was|welche[rsnm]?|wie|wann|wo|wohin|warum|ob|quién|quiénes|qué|cuál|cuáles|cómo|cuándo|dónde|si|qui|que|quel(?:le)?s?|comment|quand|où|quem|qual|quais|como|quando|onde|se|кто|что|как|когда|где|какой|ai|ли)(?![\p{L}\p{N}])/iu;
