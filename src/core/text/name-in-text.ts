/** Whether a text has an id that is not a part of a longer one. */
export function hasName(text: string, id: string): boolean {
  return placeOfName(text, id) !== -1;
}

/** Where a text first has an id that is no part of another one; -1 where it has none. */
export function placeOfName(text: string, id: string): number {
  for (let at = text.indexOf(id); at !== -1; at = text.indexOf(id, at + 1)) {
    const behind = text.slice(at + id.length, at + id.length + 2);
    if (!/[\p{L}\p{N}_-]/u.test(text.charAt(at - 1)) && !/^(?:[\p{L}\p{N}_]|[-.~]\p{N})/u.test(behind))
      return at;
  }
  return -1;
}
