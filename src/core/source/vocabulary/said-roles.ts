import type { SectionRole } from './section-roles';

/** How a paragraph says of the section it opens what stands there, by language: what speaks of it, then what it holds. */
interface Saying {
  /** "This part is", "All of them are": up to the words that name a role. */
  readonly opening: string;
  /** Words of each role, the most telling first. */
  readonly roles: readonly (readonly [SectionRole, string])[];
}

const sayings: readonly Saying[] = [
  {
    opening: String.raw`(?:this (?:part|section|chapter|list|page)|these|they|those|(?:all|each|every one|everything)(?: of (?:them|these|those|it|this|that)|(?: (?:that|which) follows| here| below))?|what follows|(?:the )?following|below) (?:is|are|lists?|holds?|contains?|collects?|states?|covers?) (?:all |each )?(?:the |our |an? )?(?:(?:hard|firm|real|binding|strict|agreed|main) )?`,
    roles: [
      ['non-functional', '(?:non-?functional|quality|technical) requirements?'],
      ['constraints', '(?:constraints?|hard limits?|limits we must keep)'],
      ['requirements', '(?:functional |business |product )?requirements?'],
    ],
  },
  {
    opening: String.raw`(?:(?:dieser (?:teil|abschnitt)|dieses kapitel|diese liste) (?:ist|sind|enthält|nennt|listet|sammelt)|(?:das|dies|hier) (?:sind|stehen)|(?:alle|alles|sie) (?:davon |hier |folgende )?(?:sind|ist)) (?:alle(?:s|samt)? )?(?:(?:die|unsere|eine?) )?(?:(?:harten?|verbindlichen?) )?`,
    roles: [
      ['non-functional', '(?:nicht-?funktionalen? anforderungen|qualitätsanforderungen)'],
      ['constraints', '(?:randbedingungen|rahmenbedingungen|vorgaben)'],
      ['requirements', '(?:funktionalen? )?anforderungen'],
    ],
  },
  {
    opening: String.raw`(?:(?:esta (?:parte|sección|lista)|este (?:apartado|capítulo)) (?:es|son|recoge|contiene|reúne|enumera)|(?:estos|estas|tod[oa]s(?: ell[oa]s)?|todo lo que sigue) (?:es|son)|(?:a continuación|aquí) (?:están|se (?:recogen|listan))) (?:tod[oa]s )?(?:los |las |nuestr[oa]s )?`,
    roles: [
      ['non-functional', 'requisitos no funcionales'],
      ['constraints', '(?:restricciones|condicionantes)'],
      ['requirements', '(?:requisitos|requerimientos)'],
    ],
  },
  {
    opening: String.raw`(?:(?:esta (?:parte|seção|lista)|este (?:capítulo|item)) (?:é|são|reúne|contém|traz|lista)|(?:estes|estas|tod[oa]s(?: el[ea]s)?|tudo o que segue) (?:é|são)|aqui (?:estão|ficam)) (?:tod[oa]s )?(?:os |as |noss[oa]s )?`,
    roles: [
      ['non-functional', 'requisitos não funcionais'],
      ['constraints', '(?:restrições|limitações)'],
      ['requirements', '(?:requisitos|exigências)'],
    ],
  },
  {
    opening: String.raw`(?:cette (?:partie|section|liste)|ce chapitre|ce sont|il s['’]agit|voici|tout(?:es|s)?(?: ce qui suit)?|elles|ils)(?: (?:est|sont|contient|recense|réunit|regroupe|liste))? (?:tou(?:te)?s )?(?:les |des |nos |une )?`,
    roles: [
      ['non-functional', 'exigences non fonctionnelles'],
      ['constraints', 'contraintes'],
      ['requirements', '(?:exigences|exigence)'],
    ],
  },
  {
    opening: String.raw`(?:(?:это|всё это|все это|все они|ниже|здесь|в этой части|в этом разделе|этот раздел)(?: (?:собраны|перечислены|содержит|описывает|стоят|приведены))?)(?: [—–-])? (?:все |наши )?`,
    roles: [
      ['non-functional', 'нефункциональные требования'],
      ['constraints', '(?:ограничения|жёсткие условия|жесткие условия)'],
      ['requirements', '(?:функциональные )?требования'],
    ],
  },
  {
    opening: String.raw`(?:(?:phần|mục|chương|danh sách) này|dưới đây|sau đây|tất cả|đây)(?: (?:đều |cũng )?(?:là|gồm|liệt kê|nêu))? (?:các |những )?`,
    roles: [
      ['non-functional', 'yêu cầu phi chức năng'],
      ['constraints', 'ràng buộc'],
      ['requirements', 'yêu cầu'],
    ],
  },
];

const unspaced: readonly (readonly [SectionRole, RegExp])[] = [
  [
    'non-functional',
    /(?:这(?:一)?(?:部分|章|节)|以下|下面|这些)(?:内容)?(?:都|全部|全)?(?:是|为|属于)非功能(?:性)?需求/u,
  ],
  [
    'constraints',
    /(?:这(?:一)?(?:部分|章|节)|以下|下面|这些)(?:内容)?(?:都|全部|全)?(?:是|为|属于)(?:硬性)?(?:约束|限制)/u,
  ],
  [
    'requirements',
    /(?:这(?:一)?(?:部分|章|节)|以下|下面|这些)(?:内容)?(?:都|全部|全)?(?:是|为|属于)(?:正式|硬性|功能)?(?:需求|要求)/u,
  ],
  [
    'non-functional',
    /(?:この(?:章|節|部分)|以下|ここに(?:挙げる|書く)もの)(?:は|が)(?:すべて|全て|いずれも)?非機能要件/u,
  ],
  [
    'constraints',
    /(?:この(?:章|節|部分)|以下|ここに(?:挙げる|書く)もの)(?:は|が)(?:すべて|全て|いずれも)?制約/u,
  ],
  [
    'requirements',
    /(?:この(?:章|節|部分)|以下|ここに(?:挙げる|書く)もの)(?:は|が)(?:すべて|全て|いずれも)?(?:機能)?要件/u,
  ],
  ['non-functional', /(?:이 (?:장|절|부분)|아래|다음)(?:은|는) (?:모두 |전부 )?비기능 ?요구 ?사항/u],
  ['constraints', /(?:이 (?:장|절|부분)|아래|다음)(?:은|는) (?:모두 |전부 )?제약/u],
  ['requirements', /(?:이 (?:장|절|부분)|아래|다음)(?:은|는) (?:모두 |전부 )?요구 ?사항/u],
];

const patterns: readonly (readonly [SectionRole, RegExp])[] = [
  ...sayings.flatMap(({ opening, roles }) =>
    roles.map(
      ([role, words]) => [role, new RegExp(`(?:^|[.:;!]\\s)${opening}${words}(?![\\p{L}])`, 'iu')] as const,
    ),
  ),
  ...unspaced,
];

/** Longest beginning of a paragraph that is looked at, in characters. */
const reach = 240;

/** What a paragraph says that its section holds: "All of them are requirements, not wishes"; `null` where it says nothing of it. */
export function saidRole(text: string): SectionRole | null {
  const head = text.slice(0, reach).replace(/\n/gu, ' ');
  return patterns.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
}
