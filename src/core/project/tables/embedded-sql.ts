/** SQL in a string of code and where it begins in the file. */
export interface EmbeddedSql {
  readonly text: string;
  readonly offset: number;
}

/** In any of the quotes that languages have for text of several lines, and in plain ones. */
const opening = /(?<quote>"{3}|'{3}|`|"|'|<<[~-]?(?<word>[A-Z]+)\n)\s*(?=(?:create|alter|drop)\s+table\b)/gi;
const change = /\b(?:create|alter)\s+table\b/i;

/** Statements that make or change tables and stand at the beginning of a string. */
export function embeddedSql(text: string): readonly EmbeddedSql[] {
  if (!change.test(text)) return [];
  return [...text.matchAll(opening)].flatMap((match) => {
    const { quote = '', word } = match.groups ?? {};
    const offset = match.index + match[0].length;
    const end = text.indexOf(word === undefined ? quote : `\n${word}`, offset);
    const own = end === -1 && word !== undefined ? text.indexOf(word, offset) : end;
    return own === -1 ? [] : [{ text: text.slice(offset, own), offset }];
  });
}
