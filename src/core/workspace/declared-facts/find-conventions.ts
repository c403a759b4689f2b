import { isSql } from './find-tables';
import type { FoundFact } from './declared-fact';
import type { SpecStatements } from './spec-statements';

const index =
  /\bcreate\s+(?:unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?["`[]?(\w+)["`\]]?\s+on\s+(?:only\s+)?([\w."`]+)\s*(?:using\s+\w+\s*)?(\([^;\n]*\))?/gi;
const aboutConventions =
  /\b(?:naming|conventions?|new patterns?|patterns?|deviations?|namenskonventionen?|convenciones|conven[cç][oõ]es|nommage)\b|соглашени|именован|quy ước|命名|约定|规范|命名規則|規約|명명|규칙/iu;
const aboutTests = /\b(?:tests?|testing|testes|pruebas|teststrategie)\b|测试|テスト|테스트|тест|kiểm thử/iu;
const commandHeader = /\b(?:command|run|befehl|comando|commande)\b|команда|命令|コマンド|명령|lệnh/iu;
const longestStatement = 200;

/** How things are called and tested: names of indexes, stated conventions, tests with the commands that run them. */
export function* findConventions({ statements, code }: SpecStatements): Iterable<FoundFact> {
  for (const block of code) {
    if (!isSql(block)) continue;
    for (const [at, text] of block.value.split('\n').entries()) {
      for (const [, name = '', table = '', columns = ''] of text.matchAll(index))
        yield {
          kind: 'naming',
          name,
          detail: `index on ${table}${columns === '' ? '' : ` ${columns}`}`,
          line: block.line + 1 + at,
        };
    }
  }
  for (const { kind, text, line, headings, header, cells } of statements) {
    if (kind === 'item' && aboutConventions.test(headings.at(-1) ?? '') && text.length <= longestStatement)
      yield { kind: 'naming', name: text, detail: '', line };
    const command = cells[header.findIndex((cell) => commandHeader.test(cell))];
    const [about = ''] = cells;
    if (command !== undefined && about !== '' && headings.some((heading) => aboutTests.test(heading)))
      yield { kind: 'test', name: about, detail: command, line };
  }
}
