import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRuleFrontMatter } from '../../../src/core/workspace/documents/rule-front-matter';
import { ruleScope, type RuleScope } from '../../../src/core/workspace/rules/rule-scope';

function scopeOf(text: string, unstated: 'always' | 'folder' = 'always'): RuleScope {
  return ruleScope(readRuleFrontMatter(text), unstated);
}

function globsOf(text: string): readonly string[] {
  const scope = scopeOf(text);
  return scope.kind === 'files' ? scope.globs : [];
}

describe('front matter of rules', () => {
  it('reads globs that are no valid YAML', () => {
    expect(globsOf('---\nglobs: *.go\n---\nUse slog.')).toEqual(['*.go']);
    expect(globsOf('---\nglobs: **/*.ts,**/*.tsx\n---\n')).toEqual(['**/*.ts', '**/*.tsx']);
  });

  it.each([
    ['quoted and comma separated', '"src/**,test/**"', ['src/**', 'test/**']],
    ['a list in brackets', '["gui/**", \'core/**\']', ['gui/**', 'core/**']],
    ['braces that hold a comma', '"**/*.{ts,tsx}"', ['**/*.{ts,tsx}']],
    ['with a comment after it', 'web/** # the front end', ['web/**']],
    ['with `**` that a formatter has broken', 'docs/\\*_/_.{md,mdx}', ['docs/**/*.{md,mdx}']],
    ['a list of lines', '\n  - a/**\n  - "b/**"', ['a/**', 'b/**']],
  ])('reads globs: %s', (_name, written, globs) => {
    expect(globsOf(`---\nglobs: ${written}\n---\ntext`)).toEqual(globs);
  });

  it.each([
    ['fileMatchPattern of Kiro', 'inclusion: fileMatch\nfileMatchPattern: "internal/**"', ['internal/**']],
    ['applyTo of Copilot', "applyTo: '**/*.cs, **/*.json'", ['**/*.cs', '**/*.json']],
    ['paths of Claude', 'paths:\n  - src/**', ['src/**']],
    ['globs of Windsurf', 'trigger: glob\nglobs: backend/**', ['backend/**']],
  ])('knows %s', (_name, lines, globs) => {
    expect(globsOf(`---\n${lines}\n---\ntext`)).toEqual(globs);
  });

  it.each([
    ['alwaysApply: true\nglobs: src/**', 'always'],
    ['inclusion: always', 'always'],
    ['trigger: always_on', 'always'],
    ['inclusion: manual', 'manual'],
    ['trigger: manual', 'manual'],
    ['alwaysApply: false\ndescription: How to write migrations', 'described'],
    ['trigger: model_decision\ndescription: How to write migrations', 'described'],
    ['alwaysApply: false\ndescription: \nglobs: ', 'manual'],
    ['inclusion: fileMatch', 'manual'],
    ['name: Programming principles', 'always'],
  ])('understands %j as %s', (lines, kind) => {
    expect(scopeOf(`---\n${lines}\n---\ntext`).kind).toBe(kind);
  });

  it('takes a rule without front matter to apply as usual at its place', () => {
    expect(scopeOf('# Rules', 'always').kind).toBe('always');
    expect(scopeOf('# Rules', 'folder').kind).toBe('folder');
  });

  it('reads CRLF, a byte order mark and a folded description', () => {
    const { fields, body } = readRuleFrontMatter(
      '\uFEFF---\r\ndescription: >-\r\n  Opens links\r\n  by messenger\r\nalwaysApply: false\r\n---\r\nBody\r\n',
    );
    expect(fields.get('description')).toEqual(['Opens links by messenger']);
    expect(fields.get('alwaysapply')).toEqual(['false']);
    expect(body).toBe('Body\r\n');
  });

  it('reads a list over several lines, and one that nothing closes up to the next key', () => {
    expect(globsOf('---\nglobs: [\n  "a/**",  # first\n  b/**\n]\n---\n')).toEqual(['a/**', 'b/**']);
    expect(readRuleFrontMatter('---\nglobs: [\n  a/**\n]\nalwaysApply: false\n---\n').unclosed).toBeNull();
    const broken = '---\ndescription: "API rules\nglobs: [src/routes/**\nalwaysApply: yes: no\n---\nText';
    expect(globsOf(broken)).toEqual(['src/routes/**']);
    const { fields, unclosed } = readRuleFrontMatter(broken);
    expect(fields.get('description')).toEqual(['API rules']);
    expect(unclosed).toBe(2);
    expect(readRuleFrontMatter(`---\nglobs: [a/**, 'b/**\n---\n`)).toMatchObject({ unclosed: 2 });
    expect(
      readRuleFrontMatter(`---\ndescription: Don't panic\nglobs: pages/[id]/**\n---\n`).unclosed,
    ).toBeNull();
  });

  it('leaves a text alone whose front matter is never closed', () => {
    expect(readRuleFrontMatter('---\nglobs: *.go\n# Rules')).toMatchObject({
      present: false,
      body: '---\nglobs: *.go\n# Rules',
    });
  });

  it('never throws, and never loses text after the front matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (lines, body) => {
        const read = readRuleFrontMatter(`---\n${lines}\n---\n${body}`);
        expect(read.body.endsWith(body)).toBe(true);
        ruleScope(read, 'always');
      }),
    );
  });
});
