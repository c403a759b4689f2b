/** Front matter of a rule or steering file. */
export interface RuleFrontMatter {
  /** Key in lower case to its values; a key without a value has none. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** The text after the front matter, or all of it where there is none. */
  readonly body: string;
  readonly present: boolean;
  /** First line of the file that opens a list or a quotation which nothing closes; `null` where there is none. */
  readonly unclosed: number | null;
}

const opening = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;
const keyLine = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*)|)$/;
/** A quotation that is not closed; an apostrophe within a word opens none. */
const openQuotation = /^(?:"([^"]*)|'([^']*))$/;
const itemLine = /^[ \t]*-[ \t]+(?![ \t])(.*)$/;

/** The value of a key while its lines are read. */
interface OpenValue {
  readonly key: string;
  readonly line: number;
  values: readonly string[];
  /** A block of text below the key, as it stands. */
  readonly isBlock: boolean;
  /** A list in brackets that its line does not close, as far as it was read; else `null`. */
  list: string | null;
}

/**
 * Reads front matter line by line. Rule files are written by hand for tools that do the same, and many are not
 * valid YAML (`globs: *.go` is an alias there), so a YAML parser would lose their scope. A list or a quotation that nothing closes
 * ends where the next key begins. Never throws.
 */
export function readRuleFrontMatter(text: string): RuleFrontMatter {
  const open = opening.exec(text);
  const none = {
    fields: new Map<string, readonly string[]>(),
    body: text.replace(/^\uFEFF/, ''),
    present: false,
    unclosed: null,
  };
  if (open === null) return none;
  const rest = text.slice(open[0].length);
  const close = closing.exec(rest);
  if (close === null) return none;

  const fields = new Map<string, readonly string[]>();
  let unclosed: number | null = null;
  let current: OpenValue | null = null;
  const finish = (): void => {
    if (current === null) return;
    const { key, line, list } = current;
    let { values } = current;
    const quoted = openQuotation.exec(values[0] ?? '');
    if (list !== null || quoted !== null) unclosed ??= line;
    if (list !== null) values = splitValue(list);
    if (quoted !== null) values = [(quoted[1] ?? quoted[2] ?? '').trim(), ...values.slice(1)];
    fields.set(key, values);
  };
  for (const [index, line] of rest.slice(0, close.index).split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const field = keyLine.exec(line);
    if (field?.[1] !== undefined) {
      finish();
      const value = (field[2] ?? '').trim();
      const isBlock = /^[|>][+-]?$/.test(value);
      const list = /^\[[^\]]*$/.test(stripComment(value)) ? stripComment(value).slice(1) : null;
      const values = isBlock || list !== null ? [] : splitValue(value);
      current = { key: field[1].toLowerCase(), line: index + 2, values, isBlock, list };
      continue;
    }
    if (current === null) continue;
    if (current.list !== null) {
      const [inside = '', ...behind] = stripComment(line).split(']');
      const list: string = `${current.list} ${inside}`;
      if (behind.length === 0) current.list = list;
      else [current.values, current.list] = [splitValue(list), null];
      continue;
    }
    const item = current.isBlock ? null : itemLine.exec(line);
    if (item?.[1] !== undefined) current.values = [...current.values, ...splitValue(item[1].trim())];
    else if (/^[ \t]/.test(line)) current.values = [[...current.values, line.trim()].join(' ')];
  }
  finish();
  return { fields, body: rest.slice(close.index + close[0].length), present: true, unclosed };
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
