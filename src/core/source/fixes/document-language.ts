interface Language {
  /** What only a text of that language has; the first language that fits is taken. */
  readonly sign: RegExp;
  readonly criteria: string;
}

const languages: readonly Language[] = [
  { sign: /[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u, criteria: '受け入れ基準' },
  { sign: /\p{Script=Hangul}{2}/u, criteria: '인수 조건' },
  { sign: /\p{Script=Han}{2}/u, criteria: '验收标准' },
  { sign: /\p{Script=Cyrillic}{3}/u, criteria: 'Критерии приёмки' },
  { sign: /(?<!\p{L})(?:người|được|không|của|tôi)(?!\p{L})/iu, criteria: 'Tiêu chí chấp nhận' },
  {
    sign: /(?<!\p{L})(?:não|são|você|usuário|quero|requisitos? (?:não )?funciona(?:l|is))(?!\p{L})/iu,
    criteria: 'Critérios de aceitação',
  },
  {
    sign: /(?<!\p{L})(?:quiero|usuario|requisitos? (?:no )?funciona(?:l|les)|también|según|está)(?!\p{L})/iu,
    criteria: 'Criterios de aceptación',
  },
  {
    sign: /(?<!\p{L})(?:je veux|utilisateur|exigences?|afin de|être|doit)(?!\p{L})/iu,
    criteria: "Critères d'acceptation",
  },
  {
    sign: /(?<!\p{L})(?:möchte|Anforderung(?:en)?|muss|werden|Benutzer)(?!\p{L})/u,
    criteria: 'Akzeptanzkriterien',
  },
];

/** How a document of this language heads its acceptance criteria; English where no other shows itself. */
export function criteriaLabel(text: string): string {
  const sample = text.slice(0, 20_000);
  return languages.find(({ sign }) => sign.test(sample))?.criteria ?? 'Acceptance criteria';
}
