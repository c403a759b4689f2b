/** Front matter of a rule or steering file. */
export interface RuleFrontMatter {
  /** Key in lower case to its values; a key without a value has none. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** The text after the front matter, or all of it where there is none. */
  readonly body: string;
  readonly present: boolean;
}

const opening = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;
const keyLine = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*)|)$/;
const itemLine = /^[ \t]*-[ \t]+(?![ \t])(.*)$/;

/**
 * Reads front matter line by line. Rule files are written by hand for tools that do the same, and many are not
 * valid YAML (`globs: *.go` is an alias there), so a YAML parser would lose their scope. Never throws.
 */
export function readRuleFrontMatter(text: string): RuleFrontMatter {
  const open = opening.exec(text);
  const none = {
    fields: new Map<string, readonly string[]>(),
    body: text.replace(/^\uFEFF/, ''),
    present: false,
  };
  if (open === null) return none;
  const rest = text.slice(open[0].length);
  const close = closing.exec(rest);
  if (close === null) return none;

  const fields = new Map<string, readonly string[]>();
  let key: string | null = null;
  let block = false;
  for (const line of rest.slice(0, close.index).split(/\r?\n/)) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const field = keyLine.exec(line);
    if (field?.[1] !== undefined) {
      key = field[1].toLowerCase();
      const value = (field[2] ?? '').trim();
      block = /^[|>][+-]?$/.test(value);
      fields.set(key, block ? [] : splitValue(value));
      continue;
    }
    if (key === null) continue;
    const values = fields.get(key) ?? [];
    const item = block ? null : itemLine.exec(line);
    if (item?.[1] !== undefined) fields.set(key, [...values, ...splitValue(item[1].trim())]);
    else if (/^[ \t]/.test(line)) fields.set(key, [[...values, line.trim()].join(' ')]);
  }
  return { fields, body: rest.slice(close.index + close[0].length), present: true };
}

/** Values of `a, b`, `[a, "b"]`, `'a'` or `"a,b"`; a comma inside braces separates nothing. */
function splitValue(value: string): readonly string[] {
  let text = stripComment(value);
  if (text.startsWith('[') && text.endsWith(']')) text = text.slice(1, -1);
  else text = unquote(text);
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let part = '';
  for (const character of text) {
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && part.trim() === '') {
      quote = character;
    } else if (character === '{') {
      depth += 1;
    } else if (character === '}') {
      depth -= 1;
    }
    if (character === ',' && depth <= 0 && quote === '') {
      parts.push(part);
      part = '';
    } else {
      part += character;
    }
  }
  parts.push(part);
  return parts.map((item) => unquote(item.trim())).filter((item) => item !== '');
}

/** A comment in YAML begins after a space; a glob never holds ` #`. */
function stripComment(value: string): string {
  return value.replace(/(?<![ \t])[ \t]+#.*$/, '').trim();
}

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted?.[2] ?? value;
}
