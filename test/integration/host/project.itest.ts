import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { PatternSymbols } from '../../../src/core/project/pattern-symbols';
import { EditorSymbols } from '../../../src/host/project/editor-symbols';
import { ProjectIndexes } from '../../../src/host/project/project-indexes';
import { VsCodeFiles } from '../../../src/host/ports/vs-code-files';
import { closeAll, folder, until, uri } from '../open-window';

const file = 'internal/tides/tides.go';
const text = (name: string): Uint8Array =>
  new TextEncoder().encode(`package tides\n\nfunc ${name}() {}\n\nfunc hidden() {}\n`);

describe('the index of the code', () => {
  let indexes: ProjectIndexes;
  beforeEach(async () => {
    indexes = new ProjectIndexes();
    await vscode.workspace.fs.writeFile(uri(file), text('Rising'));
  });
  afterEach(async () => {
    indexes.dispose();
    await closeAll();
    await vscode.workspace.fs.delete(uri('internal/tides'), { recursive: true });
  });

  const names = async (): Promise<readonly string[]> =>
    (await indexes.read(folder(), [file])).symbols.map(({ name }) => name);

  it('is read once, and again where a file has changed', async () => {
    assert.deepEqual(await names(), ['Rising', 'hidden']);
    await vscode.workspace.fs.writeFile(uri(file), text('Falling'));
    await until('the watcher', async () => (await names()).includes('Falling'));
  });

  it('takes notice of what is saved in the editor', async () => {
    assert.deepEqual(await names(), ['Rising', 'hidden']);
    const document = await vscode.workspace.openTextDocument(uri(file));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(2, 5, 2, 11), 'Ebbing');
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
    await until('the saved file', async () => (await names()).includes('Ebbing'));
  });

  it('ends when it is told to', async () => {
    const abort = new AbortController();
    abort.abort(new Error('enough'));
    await assert.rejects(indexes.read(folder(), [file], abort.signal), /enough/);
  });
});

describe("the editor's symbols", () => {
  // Another file: the editor may still hold the text of the one above.
  const file = 'internal/currents/currents.go';
  const language = { scheme: 'file', pattern: `**/${file}` };
  let provider: vscode.Disposable | undefined;
  beforeEach(() => vscode.workspace.fs.writeFile(uri(file), text('Rising')));
  afterEach(async () => {
    provider?.dispose();
    provider = undefined;
    await closeAll();
    await vscode.workspace.fs.delete(uri('internal/currents'), { recursive: true });
  });

  function symbols(patience: number) {
    const files = new VsCodeFiles(folder().uri);
    return new EditorSymbols(files, new PatternSymbols(files), patience).symbolsOf(file);
  }

  it('are those of the language extension, with what the patterns know of them', async () => {
    provider = vscode.languages.registerDocumentSymbolProvider(language, {
      provideDocumentSymbols: () => {
        const at = (line: number): vscode.Range => new vscode.Range(line, 5, line, 11);
        const outer = new vscode.DocumentSymbol('Tide', '', vscode.SymbolKind.Class, at(0), at(0));
        outer.children = [new vscode.DocumentSymbol('height', '', vscode.SymbolKind.Field, at(1), at(1))];
        return [outer, new vscode.DocumentSymbol('Rising', '', vscode.SymbolKind.Function, at(2), at(2))];
      },
    });
    assert.deepEqual(
      (await symbols(10_000)).map(({ name, kind, container, line, exported, signature }) =>
        [name, kind, container, line, exported, signature].join(' / '),
      ),
      [
        'Tide / class /  / 1 / false / package tides',
        'height / property / Tide / 2 / false / ',
        'Rising / function /  / 3 / true / func Rising() {}',
      ],
    );
  });

  it('of a block that implements a type belong to that type', async () => {
    provider = vscode.languages.registerDocumentSymbolProvider(language, {
      provideDocumentSymbols: () => {
        const at = new vscode.Range(0, 0, 0, 7);
        // As rust-analyzer lists it.
        const block = new vscode.DocumentSymbol(
          'impl fmt::Display for Tide',
          '',
          vscode.SymbolKind.Object,
          at,
          at,
        );
        block.children = [new vscode.DocumentSymbol('fmt', '', vscode.SymbolKind.Function, at, at)];
        return [block];
      },
    });
    assert.deepEqual(
      (await symbols(10_000)).map(({ name, kind, container }) => `${container} / ${kind} / ${name}`),
      ['Tide / method / fmt'],
    );
  });

  it('are those of the patterns where the extension takes too long', async () => {
    provider = vscode.languages.registerDocumentSymbolProvider(language, {
      provideDocumentSymbols: () => new Promise(() => undefined),
    });
    const start = Date.now();
    assert.deepEqual(
      (await symbols(200)).map(({ name, exported }) => `${name} ${exported}`),
      ['Rising true', 'hidden false'],
    );
    assert.ok(Date.now() - start < 10_000, 'it waited for the extension');
  });

  it('are those of the patterns where no extension knows the language, and none for a file that is not there', async () => {
    assert.equal((await symbols(5000)).length, 2);
    const files = new VsCodeFiles(folder().uri);
    assert.deepEqual(await new EditorSymbols(files, new PatternSymbols(files)).symbolsOf('no/such.go'), []);
  });
});
