const yes = /^(?:yes|true|y|✓|✔|✅|x|ja|sí|oui|是|○)/iu;
const no = /^(?:no|false|n|✗|✘|❌|-|–|—|nein|non|否|×)(?![\p{L}])/iu;

/** Yes or no in a cell, in many languages; `null` where it says neither. */
export function answerOf(text: string): boolean | null {
  const plain = text.replace(/[`*]/gu, '').trim();
  if (/^not null$/iu.test(plain)) return false;
  if (/^null(?:able)?$/iu.test(plain)) return true;
  return yes.test(plain) ? true : no.test(plain) ? false : null;
}

/** The other way round, for a column that says what is required. */
export function negated(answer: boolean | null): boolean | null {
  return answer === null ? null : !answer;
}

/** Whether words about a column let it be null; `null` where they do not say. */
export function nullabilitySaid(text: string): boolean | null {
  if (/\bnot[ -]null(?:able)?\b|\bprimary key\b|\bPK\b/iu.test(text)) return false;
  return /\bnull(?:able)?\b(?!\s*(?:until|if|when))/iu.test(
    text.replace(/(?:on delete )?set null|default null/giu, ''),
  )
    ? true
    : null;
}

const stated = /^(?:'[^']*'|"[^"]*"|-?\d[\d.]*|true|false|now\(\)|current_timestamp|[a-z_]\w*\(\))$/iu;
const reference =
  /\b(?:references|fk|foreign key)\b\s*(?:(?:→|->|=>|to|on|:)\s*)?(?:\(\s*)?(?:[a-z_]\w*\.(?=\w+\.))?(?<table>[a-z_]\w*)\s*(?:\.\s*\w+|\(\s*\w+\s*\))(?<rest>[^|]*)/iu;
const referring = /^[\s→>-]*(?<table>[a-z_]\w*)\s*(?:\.\s*\w+|\(\s*\w+\s*\))(?<rest>[^|]*)/iu;

/**
 * Default and reference of a row as SQL says them: only what stands there as a value or a place, since words in these cells
 * describe more often than they declare.
 *
 * @param said type and constraints
 * @param defaulted Markdown of the column of defaults
 * @param referred the column of references
 */
export function statedConstraints(said: string, defaulted: string, referred: string): string {
  const parts: string[] = [];
  const code = /^`([^`]+)`$/u.exec(defaulted)?.[1]?.trim();
  const value = code ?? defaulted;
  const inConstraints = /\bdefault\s+(?!\s)(.*)$/iu.exec(said.replace(/`/gu, ''))?.[1];
  if (
    stated.test(value) ||
    (code !== undefined && /^[\w.-]+$/u.test(code) && !/^(?:none|null|-+)$/iu.test(code))
  )
    parts.push(
      `DEFAULT ${/^[a-z_][\w.-]*$/iu.test(value) && !/^(?:true|false|current_timestamp)$/iu.test(value) ? `'${value}'` : value}`,
    );
  else if (inConstraints !== undefined) parts.push(`DEFAULT ${inConstraints}`);
  const plain = said.replace(/`/gu, '');
  const found = (referring.exec(referred.replace(/`/gu, '')) ?? reference.exec(plain))?.groups;
  const deleting = /\bon delete (?:cascade|restrict|set null|set default|no action)\b/iu.exec(
    found?.['rest'] ?? '',
  )?.[0];
  if (found !== undefined)
    parts.push(`REFERENCES ${found['table'] ?? ''}${deleting === undefined ? '' : ` ${deleting}`}`);
  else if (/\b(?:FK|foreign key)\b/u.test(plain)) parts.push('REFERENCES');
  return parts.join(' ');
}
