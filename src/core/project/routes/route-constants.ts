/** Texts that a file gives names to: `const prefix = "/api/v1"`. */
export type RouteConstants = ReadonlyMap<string, string>;

const constant =
  /(?:^|[\s(;])(?:const\s+|var\s+|let\s+|(?:private\s+)?const\s+val\s+)?(?<name>[A-Za-z_]\w*)(?:\s+string|\s*:\s*String)?\s*:?=\s*"(?<text>[^"\n]*)"/gmu;

export function constantsOf(text: string): RouteConstants {
  return new Map(
    [...text.matchAll(constant)].map(({ groups }) => [groups?.['name'] ?? '', groups?.['text'] ?? '']),
  );
}

/** The text that `"GET " + prefix + "/x"` comes to, or `null` where a name in it is not known here. */
export function joinedText(parts: string, constants: RouteConstants): string | null {
  let text = '';
  for (const part of parts.split('+').map((one) => one.trim())) {
    const own = /^"(?<text>[^"]*)"$/u.exec(part)?.groups?.['text'] ?? constants.get(part);
    if (own === undefined) return null;
    text += own;
  }
  return text;
}
