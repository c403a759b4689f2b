import type { Document } from 'yaml';

/**
 * The values of a YAML document, or why there are none: aliases that would be written out thousands of times are an
 * attack and no data.
 *
 * @returns `data` is `undefined` where the document is empty
 */
export function yamlData(document: Document): { readonly data: unknown } | { readonly error: string } {
  try {
    return { data: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
