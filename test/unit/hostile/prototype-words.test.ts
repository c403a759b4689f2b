import { describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { promisedPackages } from '../../../src/core/conformance/promised-packages';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { readSyntax } from '../../../src/core/syntax/read-syntax';

/** What every object knows, although nobody gave it that. */
const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

describe('a word that every object knows', () => {
  it.each(words)('is no program that installs packages: %s', (word) => {
    expect(promisedPackages(parseSpec(`- [x] T-001 \`${word} install left-pad\`\n`))).toEqual([]);
    expect(
      promisedPackages(parseSpec('- [ ] T-001 `npm install left-pad`\n')).map(({ name }) => name),
    ).toEqual(['left-pad']);
  });

  it.each(words)('is a type like any other that is not known: %s', async (word) => {
    const blocks = {
      go: `type A struct {\n\tB ${word}\n\tC time.${word}\n}`,
      ts: `interface A { b: ${word}; c: ${word}[] }`,
      python: `@dataclass\nclass A:\n    b: ${word}\n    c: list[${word}]`,
      java: `public record A(${word} b, List<${word}> c) {}`,
      rust: `pub struct A { pub b: ${word}, pub c: Vec<${word}> }`,
      kotlin: `data class A(val b: ${word}, val c: List<${word}>)`,
      csharp: `public record A(${word} B, List<${word}> C);`,
      [word]: 'x',
    };
    const code = Object.entries(blocks).map(([tag, text]) => `\`\`\`${tag}\n${text}\n\`\`\`\n`);
    const spec = parseSpec(`# Spec\n\n## 1. ${word}\n\n${code.join('\n')}`);
    const syntax = await readSyntax(spec, { postgres: false });
    expect(syntax.size).toBe(7);
    // What can be copied holds no function.
    for (const { types } of syntax.values()) expect(() => structuredClone(types)).not.toThrow();
    const { findings } = checkSpec({ spec, syntax, template: null, requirements: null });
    expect(findings.map(({ check }) => check)).not.toContain('internal-error');
  });
});
