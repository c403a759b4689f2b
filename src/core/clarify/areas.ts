/** The areas over which a feature is clarified, in the order in which a person reads them. */
export const clarifyAreas = [
  'architecture',
  'integration',
  'data',
  'performance',
  'security',
  'compatibility',
  'infrastructure',
  'error-handling',
] as const;

export type ClarifyArea = (typeof clarifyAreas)[number];

/** What is unclear about the requirements themselves comes before how to build them. */
export type QuestionGroup = 'requirements' | ClarifyArea;

const groups: Readonly<Record<string, ClarifyArea>> = {
  'system-context': 'architecture',
  components: 'architecture',
  ui: 'architecture',
  interface: 'integration',
  dependency: 'integration',
  rollout: 'compatibility',
  testing: 'infrastructure',
  observability: 'error-handling',
};

/** The group under which a question of an area is shown. */
export function groupOfArea(area: string): QuestionGroup {
  const own = clarifyAreas.find((one) => one === area);
  return own ?? (Object.hasOwn(groups, area) ? (groups[area] ?? 'requirements') : 'requirements');
}

/** Words that tell the area of a question that comes without one. */
const signs: readonly (readonly [ClarifyArea, RegExp])[] = [
  [
    'security',
    /\b(?:secur\w*|auth\w*|permissions?|roles?|access|secrets?|privacy|gdpr|encrypt\w*|who may)\b/iu,
  ],
  [
    'performance',
    /\b(?:perform\w*|latenc\w*|throughput|scal\w+|how (?:fast|many)|volumes?|response times?|load)\b/iu,
  ],
  ['error-handling', /\b(?:errors?|fail\w*|retr(?:y|ies)|recover\w*|fallback|outage|time-?outs?)\b/iu],
  [
    'compatibility',
    /\b(?:compatib\w*|backwards?|migrat\w*|existing (?:users?|clients?|data)|browsers?|deprecat\w*|roll ?back)\b/iu,
  ],
  [
    'infrastructure',
    /\b(?:deploy\w*|host\w*|infrastructure|environments?|clusters?|regions?|ci|monitoring)\b/iu,
  ],
  ['data', /\b(?:data|databases?|tables?|columns?|schemas?|stor(?:e|ed|age)|retention|fields?|records?)\b/iu],
  [
    'integration',
    /\b(?:integrat\w*|apis?|endpoints?|webhooks?|third[- ]part\w+|external|events?|providers?)\b/iu,
  ],
];

/** The area that a question's words point to; what they do not tell is about the system as a whole. */
export function areaOfText(text: string): ClarifyArea {
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? 'architecture';
}
