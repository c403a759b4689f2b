/**
 * A function that is computed once for each value and then remembered for as long as the value is. For values that stay the
 * same while a document is edited, such as the parts of a spec; the function must read nothing but the value.
 */
export function oncePer<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/** The same for lists of such values: computed again once any of them is another one. Of lists with one beginning, the last. */
export function oncePerList<K extends object, V>(
  compute: (keys: readonly K[]) => V,
): (keys: readonly K[]) => V {
  const known = new WeakMap<K, { readonly keys: readonly K[]; readonly value: V }>();
  return (keys) => {
    const [first] = keys;
    const before = first === undefined ? undefined : known.get(first);
    if (before?.keys.length === keys.length && before.keys.every((key, index) => key === keys[index]))
      return before.value;
    const value = compute(keys);
    if (first !== undefined) known.set(first, { keys, value });
    return value;
  };
}

/** More texts than a large spec has of one kind; those of a function are forgotten together. */
const mostTexts = 20_000;

/** Longer ones, in characters, are no cells, items or names, and would be kept whole. */
const longestText = 2000;

/** The same for a function of texts that live elsewhere. */
export function rememberTexts<V>(compute: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    if (text.length > longestText) return compute(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= mostTexts) known.clear();
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}
