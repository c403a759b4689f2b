import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandsOn, scriptCalls, specCommands } from '../../../src/core/spec/commands';
import { parseSpec } from '../../../src/core/spec/parse-spec';

const words = (line: string): readonly string[] =>
  commandsOn(line).map(({ words: found, folder }) =>
    [...(folder === '' ? [] : [`${folder}:`]), ...found.map(({ text }) => text)].join(' '),
  );
const calls = (line: string): readonly string[] =>
  scriptCalls(line).map(({ runner, name, folder }) =>
    [runner, name.text, ...(folder === '' ? [] : [folder])].join(' '),
  );

describe('commands on a line', () => {
  it('are told apart, with the folder they run in', () => {
    expect(words('cd ./web/ && npm run types; make test | tee log')).toEqual([
      'web: npm run types',
      'web: make test',
      'web: tee log',
    ]);
  });

  it('lose prompt, settings of variables, quotes and comments', () => {
    expect(words('$ CI=1 DEBUG=x npm test -- "a && b" # runs all')).toEqual(['npm test -- a && b']);
  });

  it('have none in an empty line or one of data', () => {
    expect(commandsOn('')).toEqual([]);
    expect(commandsOn('x'.repeat(100_000))).toEqual([]);
  });
});

describe('calls of scripts', () => {
  it.each([
    ['npm run types', ['npm types']],
    ['cd web && npm run test -- src/a.test.ts', ['npm test web']],
    ['npm --prefix web run test:e2e', ['npm test:e2e web']],
    ['pnpm -C web run build', ['npm build web']],
    ['npm test', ['npm test']],
    ['yarn run build && yarn vitest', ['npm build']],
    ['bun run src/main.ts', []],
    ['bun test', []],
    ['make migrate-down && make migrate', ['make migrate-down', 'make migrate']],
    ['make -C web lint VERBOSE=1', ['make lint web']],
    ['make -f other.mk lint', []],
    ['just lint', ['just lint']],
    ['task build', ['task build']],
    ['composer run-script test', ['composer test']],
    ['deno task dev', ['deno dev']],
    ['npm install', []],
    ['npm run <name>', []],
    ['go test ./...', []],
    ['constructor toString', []],
  ])('%s', (line, expected) => {
    expect(calls(line)).toEqual(expected);
  });

  it('know where the name stands', () => {
    const line = 'cd web && npm run types';
    const [call] = scriptCalls(line);
    expect(line.slice(call?.name.start, call?.name.end)).toBe('types');
  });
});

describe('commands of a spec', () => {
  it('stand in code spans and in blocks of a shell', () => {
    const spec = parseSpec(
      'Run `make test` or `x`.\n\n```bash\n  $ npm run types\n\n```\n\n```go\nmake test\n```\n',
    );
    expect(specCommands(spec).map(({ text, line, column }) => `${line}:${column} ${text}`)).toEqual([
      '1:6 make test',
      '4:3 $ npm run types',
    ]);
  });

  it('survive any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('`', 'npm run ', '"', "'", '&&', '|', '\n', '```sh\n', 'cd ', '--x', '$ ')),
        (parts) => {
          expect(() =>
            specCommands(parseSpec(parts.join(''))).flatMap(({ text }) => scriptCalls(text)),
          ).not.toThrow();
        },
      ),
    );
  });
});
