/**
 * What a table holds for a word of a document. A word such as `constructor` finds nothing: the table was not given it, though
 * every object knows it.
 */
export function ownValue<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
