/** A declaration taken apart, as far as it could be read. */
interface Signature {
  /** `null` where the declaration has no parameters. */
  readonly parameters: readonly Parameter[] | null;
  /** Type of what it gives, or of what it is; empty where none is written. */
  readonly result: string;
  /** Name on the wire, where a tag gives one. */
  readonly tag: string | null;
}

interface Parameter {
  readonly name: string;
  /** Empty where none is written. */
  readonly type: string;
}

/** In what a declaration differs from the one that was promised; `null` where it does not, or that can't be told. */
export type SignatureDifference = 'parameters' | 'result' | 'type' | 'tag';

/** Languages whose callers name parameters. */
const namedParameters = new Set(['Python', 'Ruby', 'Kotlin', 'Swift']);

/**
 * Compares two declarations of one name in one language. Layout, visibility, defaults and the qualifiers of types are no
 * difference, nor is what one of them leaves out.
 */
export function signatureDifference(
  name: string,
  promised: string,
  built: string,
  language: string,
): SignatureDifference | null {
  if (/\.{3}\s*\)|…|\/\*\s*\.\.\./u.test(promised)) return null;
  const ours = readSignature(name, promised, language);
  const theirs = readSignature(name, built, language);
  if (ours === null || theirs === null) return null;
  if (ours.parameters !== null && theirs.parameters !== null) {
    if (ours.parameters.length !== theirs.parameters.length) return 'parameters';
    const differs = ours.parameters.some((parameter, at) => {
      const other = theirs.parameters?.[at];
      if (other === undefined) return true;
      if (namedParameters.has(language) && parameter.name !== other.name) return true;
      return parameter.type !== '' && other.type !== '' && parameter.type !== other.type;
    });
    if (differs) return 'parameters';
  } else if ((ours.parameters === null) !== (theirs.parameters === null)) return null;
  if (ours.tag !== null && theirs.tag !== null && ours.tag !== theirs.tag) return 'tag';
  if (ours.result === '' || theirs.result === '' || ours.result === theirs.result) return null;
  return ours.parameters === null ? 'type' : 'result';
}

function readSignature(name: string, text: string, language: string): Signature | null {
  const plain = text
    .replace(/\/\/.*$|\s#\s.*$/u, '')
    .replace(/@\w+(?:\.\w+)*(?:\((?:[^()]|\([^()]*\))*\))?\s*/gu, (decorator) =>
      language === 'Ruby' ? decorator : '',
    )
    .trim();
  const at = indexOfName(plain, name);
  if (at === -1) return null;
  const before = plain.slice(0, at).trim();
  const after = plain.slice(at + name.length).replace(/^\s*[?!]?/u, (mark) => mark.trim());
  const isOptional = after.startsWith('?');
  const behind = after
    .replace(/^[?!]/u, '')
    .replace(/^\s*(?:<[^(]*>|\[[^\](]*\])(?=\s*\()/u, '')
    .trimStart();
  // `const f = (a: A): B =>`
  const arrow =
    language === 'TypeScript' ? /^(?::[^=]+)?=\s*(?:async\s*)?(?:<[^(]*>)?(?=\()/u.exec(behind) : null;
  const call = arrow === null ? behind : behind.slice(arrow[0].length);
  const tag = /json:"([^",]*)/u.exec(text)?.[1] ?? null;
  if (!call.startsWith('(')) {
    const result = typeOfProperty(before, behind, language, isOptional);
    return result === null ? null : { parameters: null, result, tag };
  }
  const end = closing(call);
  if (end === -1) return null;
  const list = splitList(call.slice(1, end));
  if (list.some((part) => /^\.{3}$|^…$/u.test(part))) return null;
  return {
    parameters: parametersOf(list, language),
    result: resultOf(before, call.slice(end + 1), language),
    tag,
  };
}

function indexOfName(text: string, name: string): number {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (/[\w$]/u.test(text[at - 1] ?? ' ') || /[\w$]/u.test(text[at + name.length] ?? ' ')) continue;
    return at;
  }
  return -1;
}

function typeOfProperty(before: string, after: string, language: string, isOptional: boolean): string | null {
  switch (language) {
    case 'Go':
      return normalType(after.replace(/`.*/u, ''), language);
    case 'TypeScript':
    case 'Python':
    case 'Kotlin':
    case 'Rust':
    case 'Swift': {
      if (!after.startsWith(':')) return null;
      const type = cutType(after.slice(1), language);
      return (isOptional ? '?' : '') + normalType(type, language);
    }
    case 'Java':
    case 'C#': {
      const type = before.replace(
        /^(?:(?:public|private|protected|internal|final|static|readonly|required|virtual|override|volatile|transient|const)\s+)+/u,
        '',
      );
      return type === '' ||
        /^(?:class|interface|enum|record|struct)\b|\s(?:class|interface|enum|record|struct)$/u.test(type)
        ? null
        : normalType(type, language);
    }
    default:
      return null;
  }
}

/** Up to where the value, the next member or the body begins. */
function cutType(text: string, language: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if ('([{<'.includes(character)) {
      if (character === '{' && depth === 0 && text.slice(0, at).trim() !== '') return text.slice(0, at);
      depth += 1;
    } else if (
      ')]}'.includes(character) ||
      (character === '>' && text[at - 1] !== '=' && text[at - 1] !== '-')
    ) {
      if (depth === 0) return text.slice(0, at);
      depth -= 1;
    } else if (
      depth === 0 &&
      (character === ';' || character === ',' || (character === '=' && text[at + 1] !== '>'))
    )
      return text.slice(0, at);
    else if (depth === 0 && language === 'TypeScript' && text.startsWith('=>', at)) return text.slice(0, at);
  }
  return text;
}

function parametersOf(list: readonly string[], language: string): readonly Parameter[] {
  const parts = list.filter((part) => part !== '' && !/^(?:\*|\/)$/u.test(part));
  if (language === 'Go') return goParameters(parts);
  return parts.flatMap((part, at) => {
    if (at === 0 && language === 'Python' && /^(?:self|cls)\b/u.test(part)) return [];
    if (at === 0 && language === 'Rust' && /^&?(?:mut\s+)?self\b/u.test(part)) return [];
    const plain = part.replace(
      /^(?:(?:public|private|protected|readonly|final|this|vararg|val|var|in|out|ref|params)\s+)+/u,
      '',
    );
    if (language === 'Java' || language === 'C#') {
      const [, type = '', name = ''] = /^(.*?)\s+(\w+)\s*(?:=.*)?$/u.exec(plain) ?? [];
      return [{ name, type: normalType(type, language) }];
    }
    const colon = topColon(plain);
    if (colon === -1) return [{ name: plain.replace(/(?<!\s)\s*=.*/u, '').replace(/[:?]$/u, ''), type: '' }];
    const name = plain.slice(0, colon).trim();
    return [
      {
        name: name.replace(/\?$/u, ''),
        type: normalType(cutType(plain.slice(colon + 1), language), language),
      },
    ];
  });
}

/** `a, b int` are two of one type; a list of types alone has no names. */
function goParameters(parts: readonly string[]): readonly Parameter[] {
  const isNamed = parts.some(
    (part) => /^\w+\s+[^\s]/u.test(part) && !/^(?:chan|func|map|struct|interface)\b/u.test(part),
  );
  const read: Parameter[] = [];
  let type = '';
  for (const part of [...parts].reverse()) {
    const [, name = '', own = ''] = isNamed ? (/^(\w+)(?:\s+(.*))?$/su.exec(part) ?? []) : [];
    if (!isNamed) type = normalType(part, 'Go');
    else if (own !== '') type = normalType(own, 'Go');
    read.unshift({ name, type });
  }
  return read;
}

function resultOf(before: string, after: string, language: string): string {
  const rest = after.trim();
  switch (language) {
    case 'Go': {
      const text = rest.startsWith('(')
        ? rest.slice(1, Math.max(1, closing(rest)))
        : rest.replace(/\{.*/su, '');
      return goParameters(splitList(text).filter((part) => part !== ''))
        .map(({ type }) => type)
        .join(',');
    }
    case 'Java':
    case 'C#': {
      const type = before
        .replace(
          /^(?:(?:public|private|protected|internal|final|static|abstract|default|synchronized|async|virtual|override|sealed)\s+)+/u,
          '',
        )
        .replace(/^<[^>]*>\s+/u, '');
      return /^(?:record|class|struct|new)\b|\b(?:record|class|struct)$/u.test(type)
        ? ''
        : normalType(type, language);
    }
    case 'Python':
    case 'Rust':
    case 'Swift': {
      const type = /^->\s*(?!\s)(.*)$/su.exec(rest)?.[1] ?? '';
      return normalType(
        language === 'Python'
          ? type.replace(/:\s*(?:\.{3}|pass)?\s*$/u, '')
          : cutType(type, language).replace(/\bwhere\b.*$/su, ''),
        language,
      );
    }
    case 'TypeScript':
    case 'Kotlin':
      return rest.startsWith(':') ? normalType(cutType(rest.slice(1), language), language) : '';
    default:
      return '';
  }
}

function normalType(text: string, language: string): string {
  let type = text
    .trim()
    .replace(/[;,]\s*$/u, '')
    .replace(/\s+/gu, ' ');
  if (language === 'Python')
    type = type
      .replace(/\b(?:typing|t|datetime|uuid|models|schemas)\./gu, '')
      .replace(/\b(?:List|Dict|Set|Tuple)\b/gu, (word) => word.toLowerCase())
      .replace(/\bOptional\[((?:[^[\]]|\[[^[\]]*\])*)\]/gu, '$1 | None')
      .replace(/["']/gu, '');
  if (language === 'TypeScript')
    type = type
      .replace(/\b(?:Readonly)?Array<([^<>]*)>/gu, '$1[]')
      .replace(/\breadonly\s+/gu, '')
      .replace(/"/gu, "'");
  if (language === 'Go') type = type.replace(/\binterface\s*\{\s*\}/gu, 'any');
  // `uuid.UUID`, `java.util.UUID`: inside its package a type has no qualifier.
  type = type.replace(/\b(?:[A-Za-z_]\w*(?:\.|::))+(?=[A-Za-z_])/gu, '');
  if (type.includes('|') && !/[{(<]/u.test(type))
    type = type
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .sort()
      .join('|');
  return type.replace(/\s+/gu, '');
}

function topColon(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if ('([{<'.includes(character)) depth += 1;
    else if (')]}>'.includes(character)) depth -= 1;
    else if (character === ':' && depth === 0) return at;
  }
  return -1;
}

function closing(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ('([{'.includes(text[at] ?? '')) depth += 1;
    else if (')]}'.includes(text[at] ?? '')) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function splitList(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at] ?? ',';
    if ('([{<'.includes(character)) depth += 1;
    else if (')]}'.includes(character) || (character === '>' && !/[=-]/u.test(text[at - 1] ?? '')))
      depth -= 1;
    else if (character === ',' && (depth === 0 || at === text.length)) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return parts.filter((part) => part !== '');
}
