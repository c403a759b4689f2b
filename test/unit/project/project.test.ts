import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findSymbols } from '../../../src/core/project/code/find-symbols';
import { ecmascript } from '../../../src/core/project/code/languages/ecmascript';
import { ProjectReader } from '../../../src/core/project/read-project';
import { readScripts } from '../../../src/core/project/scripts';
import { InMemoryFiles } from '../in-memory-files';

const root = join(import.meta.dirname, '../../..');

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

describe('commands of a workspace', () => {
  it('are those of package.json, with their lines', () => {
    const text =
      '{\n  "name": "x",\n  "scripts": {\n    "build": "tsc -p .",\n    "test:unit": "vitest"\n  }\n}\n';
    expect(readScripts('web/package.json', text)).toEqual([
      { name: 'build', runner: 'npm', command: 'tsc -p .', path: 'web/package.json', line: 4 },
      { name: 'test:unit', runner: 'npm', command: 'vitest', path: 'web/package.json', line: 5 },
    ]);
  });

  it('are targets of make, and no assignments or special targets', () => {
    const text =
      'BIN := x\nURL = a:b\n.PHONY: test\ntest: build ## runs\n\tgo test\nbuild docs:\n%.o: %.c\nout/a.txt::\n';
    expect(readScripts('Makefile', text).map(({ name, line }) => `${line} ${name}`)).toEqual([
      '4 test',
      '6 build',
      '8 out/a.txt',
    ]);
  });

  it('are those of just, task, composer, deno, poe and rake', () => {
    const names = (path: string, text: string) =>
      readScripts(path, text).map(({ runner, name }) => `${runner} ${name}`);
    expect(names('justfile', 'x := "1"\ntest *args:\n  go test\n@lint:\n')).toEqual([
      'just test',
      'just lint',
    ]);
    expect(names('Taskfile.yml', 'version: 3\ntasks:\n  test:\n    cmds: [go test]\n')).toEqual([
      'task test',
    ]);
    expect(names('composer.json', '{"scripts":{"test":["a"]}}')).toEqual(['composer test']);
    expect(names('deno.json', '{"tasks":{"dev":"run"}}')).toEqual(['deno dev']);
    expect(
      names(
        'pyproject.toml',
        '[project]\nname = "a"\n[tool.poe.tasks]\ntest = "pytest"\n[project.scripts]\ncli = "a:main"\n',
      ),
    ).toEqual(['python cli', 'poe test']);
    expect(names('Rakefile', 'task :seed do\nend\n')).toEqual(['rake seed']);
    expect(names('package.json', '{"scripts":')).toEqual([]);
  });
});

describe('the index of the example workspace', () => {
  const folder = join(root, 'examples/team-invites');
  const files = filesBelow(folder).map((path) => path.slice('examples/team-invites/'.length));
  const content = Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path))]));

  it('knows its endpoints, tables, scripts, packages and symbols', async () => {
    const index = await new ProjectReader(new InMemoryFiles(content)).read(files);
    expect(index.routes).toContainEqual({
      method: 'PATCH',
      route: '/api/v1/workspaces/{workspaceID}/members/{memberID}',
      path: 'internal/http/router.go',
      line: 45,
      holder: 'r',
    });
    expect(index.tables.map(({ name }) => name)).toEqual([
      'audit_events',
      'members',
      'sessions',
      'users',
      'workspaces',
    ]);
    expect(index.tables.find(({ name }) => name === 'members')?.columns.map(({ name }) => name)).toContain(
      'role',
    );
    expect(index.scripts.map(({ runner, name }) => `${runner} ${name}`)).toContain('make migrate');
    expect(index.dependencies).toContainEqual({
      name: 'github.com/go-chi/chi/v5',
      version: expect.stringMatching(/^v5\./) as string,
      ecosystem: 'go',
      path: 'go.mod',
      line: 6,
    });
    expect(index.symbols).toContainEqual(
      expect.objectContaining({
        name: 'ChangeRole',
        container: 'Service',
        path: 'internal/members/service.go',
        exported: true,
      }),
    );
    expect(index.skipped).toEqual([]);
  });

  it('opens only what changed when it is read again', async () => {
    const memory = new InMemoryFiles(content);
    const reader = new ProjectReader(memory);
    const first = await reader.read(files);
    memory.reads.length = 0;
    expect(await reader.read(files)).toEqual(first);
    const code = (path: string) => /\.(?:go|tsx?|sql)$/.test(path);
    expect(memory.reads.filter(code)).toEqual([]);
    reader.forget('internal/http');
    expect(await reader.read(files)).toEqual(first);
    expect(memory.reads.filter(code)).toEqual(files.filter((path) => path.startsWith('internal/http/')));
  });

  it('says what it could not read', async () => {
    const memory = new InMemoryFiles({ 'a.go': 'package a\nfunc A() {}\n', 'b.go': new Uint8Array([0, 1]) });
    const index = await new ProjectReader(memory).read(['a.go', 'b.go']);
    expect(index.symbols.map(({ name }) => name)).toEqual(['A']);
    expect(index.skipped).toEqual([{ path: 'b.go', reason: 'Binary file' }]);
  });
});

describe('exported declarations of this extension', () => {
  /** `path:line name` of what the TypeScript compiler says a file declares and exports at its own level. */
  function known(path: string, text: string): readonly string[] {
    const file = ts.createSourceFile(
      path,
      text,
      ts.ScriptTarget.Latest,
      true,
      path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    );
    return file.statements.flatMap((statement) => {
      const exported =
        ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
      if (!exported) return [];
      const names = ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.map(({ name }) => name)
        : 'name' in statement && statement.name !== undefined
          ? [statement.name as ts.Node]
          : [];
      return names
        .filter((name) => ts.isIdentifier(name))
        .map(
          (name) =>
            `${path}:${file.getLineAndCharacterOfPosition(name.getStart()).line + 1} ${name.getText()}`,
        );
    });
  }

  it('are those that the compiler finds', () => {
    const paths = [...filesBelow(join(root, 'src')), ...filesBelow(join(root, 'webview-ui/src'))].filter(
      (path) => /\.tsx?$/.test(path),
    );
    const texts = paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
    const wanted = texts.flatMap(({ path, text }) => known(path, text));
    const found = texts.flatMap(({ path, text }) =>
      findSymbols(path, text, ecmascript)
        .filter(({ exported, container }) => exported && container === null)
        .map(({ name, line }) => `${path}:${line} ${name}`),
    );
    expect(wanted.length).toBeGreaterThan(500);
    expect(found.filter((one) => !wanted.includes(one))).toEqual([]);
    expect(wanted.filter((one) => !found.includes(one))).toEqual([]);
  });
});

describe('a second reading', () => {
  const text = (name: string) => new TextEncoder().encode(`export const ${name} = 1;\n`);

  it('opens only what changed, or lies in a folder that changed', async () => {
    const content = new Map([
      ['a.ts', text('a')],
      ['lib/b.ts', text('b')],
      ['lib/c.ts', text('c')],
    ]);
    const files = new InMemoryFiles();
    const opened: string[] = [];
    files.stat = (path) => Promise.resolve({ type: 'file', size: content.get(path)?.byteLength ?? 0 });
    files.readFile = (path) => {
      opened.push(path);
      return Promise.resolve(content.get(path) ?? new Uint8Array());
    };
    const reader = new ProjectReader(files);
    const names = async () => (await reader.read([...content.keys()])).symbols.map(({ name }) => name);
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(opened.splice(0)).toEqual(['a.ts', 'lib/b.ts', 'lib/c.ts']);
    content.set('a.ts', text('z'));
    expect(await names()).toEqual(['a', 'b', 'c']);
    reader.forget('a.ts');
    expect(await names()).toEqual(['z', 'b', 'c']);
    expect(opened.splice(0)).toEqual(['a.ts']);
    reader.forget('lib');
    await names();
    expect(opened.splice(0)).toEqual(['lib/b.ts', 'lib/c.ts']);
  });

  it('opens again what changed while the first was under way', async () => {
    const content = new Map([['a.ts', text('a')]]);
    const files = new InMemoryFiles();
    files.stat = () => Promise.resolve({ type: 'file', size: 20 });
    let meanwhile = (): void => undefined;
    files.readFile = (path) => {
      const old = content.get(path) ?? new Uint8Array();
      meanwhile();
      return Promise.resolve(old);
    };
    const reader = new ProjectReader(files);
    meanwhile = () => {
      content.set('a.ts', text('z'));
      reader.forget('a.ts');
      meanwhile = () => undefined;
    };
    const names = async () => (await reader.read(['a.ts'])).symbols.map(({ name }) => name);
    expect(await names()).toEqual(['a']);
    expect(await names()).toEqual(['z']);
  });
});
