import { sha256Hex } from './hash';

/**
 * Wraps untrusted text so that a model can tell it from instructions: a tag whose name carries a piece of the text's
 * own hash, so that the text can't contain its own closing tag by accident or by design.
 *
 * @param name kind of material, such as `source`
 * @param attributes shown in the opening tag; quotes are removed
 * @param hash of the text, in hexadecimal digits, where it is known
 */
export function dataFence(
  name: string,
  attributes: Readonly<Record<string, string>>,
  text: string,
  hash: string = sha256Hex(text),
): string {
  const tag = `${name}-${hash.slice(0, 8)}`;
  const shown = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${value.replace(/["<>\n]/g, ' ')}"`)
    .join('');
  return `<${tag}${shown}>\n${text.replaceAll(`</${tag}`, `</ ${tag}`)}\n</${tag}>`;
}
