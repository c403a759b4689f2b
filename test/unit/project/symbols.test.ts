import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSymbols, maskCode } from '../../../src/core/project/code/find-symbols';
import { languageOf, languages } from '../../../src/core/project/code/languages';

/** `line kind Container.name`, with a `-` before what other files can't use. */
function symbols(path: string, text: string): readonly string[] {
  const language = languageOf(path);
  if (language === null) throw new Error(`No language for ${path}`);
  return findSymbols(path, text, language).map(
    ({ line, kind, container, name, exported }) =>
      `${exported ? '' : '-'}${line} ${kind} ${container === null ? '' : `${container}.`}${name}`,
  );
}

const samples = join(import.meta.dirname, '../../fixtures/code');

/** Each sample states in a comment at the end of a line what is declared on it: `decl: [-]kind Container.name`. */
function declared(text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = /decl: (-?)([^*]+?)\s*(?:\*\/|$)/.exec(line);
    return found === null ? [] : [`${found[1]}${index + 1} ${found[2]}`];
  });
}

describe('declarations of a file', () => {
  it('stand behind a pattern with a quote that an arrow gives', () => {
    const text = `const f = (a: string) =>\n  /^["']?\\w+/u.exec(a);\nexport function later() {}\n`;
    expect(symbols('a.ts', text)).toContain('3 function later');
  });

  const files = readdirSync(samples);

  it.each(files)('are all found in %s, with holder and visibility, and nothing else', (name) => {
    const text = readFileSync(join(samples, name), 'utf8');
    expect(declared(text).length).toBeGreaterThan(5);
    expect(symbols(name, text)).toEqual(declared(text));
  });

  it('have a sample for each language', () => {
    const sampled = new Set(files.map((name) => languageOf(name)?.name));
    expect(languages.filter(({ name }) => !sampled.has(name)).map(({ name }) => name)).toEqual([]);
  });

  it('in comments and strings are none', () => {
    expect(symbols('a.go', '/*\nfunc A() {}\n*/\nvar s = `\nfunc B() {}\n`\n// func C() {}\n')).toEqual([
      '-4 variable s',
    ]);
    expect(symbols('a.py', '"""\ndef a(): pass\n"""\n# def b(): pass\n')).toEqual([]);
  });

  it('keep their line with Windows line ends', () => {
    expect(symbols('a.ts', 'export const a = 1;\r\nexport function b() {\r\n}\r\n')).toEqual([
      '1 constant a',
      '2 function b',
    ]);
  });
});

describe('any text', () => {
  const code = fc.string({
    unit: fc.constantFrom(
      ...'{}()[]"\'`/*#\n\t =;:<>,.@$aZ_1',
      'class ',
      'def ',
      'func ',
      'type ',
      'impl ',
      'export ',
    ),
    maxLength: 400,
  });

  it('is masked to the same length and lines', () => {
    fc.assert(
      fc.property(code, fc.constantFrom(...languages), (text, language) => {
        const masked = maskCode(text, language);
        expect(masked).toHaveLength(text.length);
        expect(masked.split('\n')).toHaveLength(text.split('\n').length);
      }),
    );
  });

  it('gives symbols whose names stand on their lines', () => {
    fc.assert(
      fc.property(code, fc.constantFrom(...languages), (text, language) => {
        const lines = text.split('\n');
        for (const { name, line } of findSymbols('x', text, language))
          expect(lines[line - 1]).toContain(name);
      }),
    );
  });
});
