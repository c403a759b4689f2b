/** Words that tie others together, by language as VS Code names it: a sentence of ten words has some. */
const lists: Readonly<Record<string, string>> = {
  en:
    'a an the and or but nor of to in on at by for from with without into onto over under as than that which who whose this these ' +
    'those it its is are was were be been being has have had do does did not no if when while where so then there each every any all ' +
    'both can could may might must shall should will would we they he she you i our their your after before per via between only',
  de:
    'der die das den dem des ein eine einen einem einer eines und oder aber von zu zum zur im in am an auf aus bei mit nach für über ' +
    'unter durch ohne als wie dass daß ist sind war wird werden nicht kein keine sich es er sie wir wenn',
  es: 'el la los las un una unos unas y o de del al en con por para sin sobre como que se es son fue no su sus lo le si cuando',
  'pt-br':
    'o os as um uma uns umas e ou do da dos das no na nos nas em com por para sem sobre como que se é são foi não seu sua ao aos à',
  fr: 'le les une et ou du des de la au aux dans en avec par pour sans sur sous comme que qui ne pas est sont sa ses ce cette il elle on si',
  it: 'il lo gli una di del della dei delle da dal nel nella con su per tra fra che non è sono si come',
  nl: 'de het een en of van naar met voor door over op aan bij niet is zijn wordt dat die deze als',
  sv: 'och eller av till med för på i är som att den det en ett inte om vid från',
  da: 'og til på er ikke i det en som for med den der af',
  pl: 'i w z na do od dla po przez nie się jest są że to oraz lub przy jak',
  cs: 'a v s o je se na pro za',
  tr: 've bir bu ile için olan olarak da de veya her',
  ru: 'и в во на с со к по от до из за для при о об не что как или а но это все его их она он они быть есть если когда',
  vi: 'và của các là có cho với không được trong khi này một những từ để theo thì mà ở về',
};

/** Function words of each language. */
export const functionWordsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Function words of any language. */
export const functionWords: ReadonlySet<string> = new Set(
  [...functionWordsOf.values()].flatMap((words) => [...words]),
);
