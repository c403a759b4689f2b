import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from './read';

const folder = join(import.meta.dirname, '../../fixtures/source-cases');

/** A small document that says of each of its lines what it is to be read as. */
export interface Case {
  readonly name: string;
  /** Name of the file it is read as: plain text where the case's name says so. */
  readonly path: string;
  readonly text: string;
  /** The document, each line behind its mark: `+` opens a requirement, `-` is out of scope. */
  readonly marked: string;
}

/** Cases of `test/fixtures/source-cases`: `=== name`, then lines behind `+|`, `-|` or ` |`. */
export function casesOf(file: string): readonly Case[] {
  return readFileSync(join(folder, file), 'utf8')
    .split(/^=== /mu)
    .slice(1)
    .map((part) => {
      const [name = '', ...rest] = part.split('\n');
      const lines = rest.filter((line) => /^[+\- ]\|/.test(line));
      const text = lines.map((line) => line.slice(2)).join('\n');
      return { name, path: name.includes('.txt') ? 'doc.txt' : 'doc.md', text, marked: lines.join('\n') };
    });
}

export const caseFiles = readdirSync(folder).filter((name) => name.endsWith('.txt'));

/** The document behind the marks that the reader gives its lines. */
export function marksOf({ text, path }: Case): string {
  const source = read(text, undefined, path);
  const requirements = new Set(source.requirements.map(({ line }) => line));
  const outOfScope = new Set(source.outOfScope.map(({ line }) => line));
  return text
    .split('\n')
    .map((line, at) => `${requirements.has(at + 1) ? '+' : outOfScope.has(at + 1) ? '-' : ' '}|${line}`)
    .join('\n');
}
