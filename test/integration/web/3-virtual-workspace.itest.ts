import * as vscode from 'vscode';
import { MemoryFileSystem } from './memory-file-system';
import { closeAll, until, uri } from '../open-window';
import { assertEqual, assertMatch, checkOf, exists, findings, readText, writeText } from './web-window';

/** What a tool of the editor's agent mode answers. */
async function call(name: string, input: object): Promise<string> {
  const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return result.content
    .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
    .join('');
}

describe('in a virtual workspace', () => {
  const root = vscode.Uri.parse('tech-spec-memory:/product');
  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root, path);
  let registration: vscode.Disposable;

  before(async () => {
    const provider = new MemoryFileSystem();
    registration = vscode.workspace.registerFileSystemProvider('tech-spec-memory', provider, {
      isCaseSensitive: true,
    });
    await writeText(at('prds/invites.md'), await readText(uri('prds/team-invites.md')));
    await writeText(at('AGENTS.md'), '# Rules\n\nErrors are JSON.\n');
    const count = vscode.workspace.workspaceFolders?.length ?? 0;
    vscode.workspace.updateWorkspaceFolders(count, 0, { uri: root, name: 'memory' });
    await until('the folder', () => vscode.workspace.getWorkspaceFolder(at('AGENTS.md')));
  });
  after(async () => {
    await closeAll();
    vscode.workspace.updateWorkspaceFolders(1, 1);
    registration.dispose();
  });

  it('an outline is drafted, with the rules that lie there, and checked', async () => {
    const draft = (): Promise<string> =>
      call('techspec_draft', { source: 'memory/prds/invites.md', template: 'agent-ready' });
    let written = '';
    // The one of the wizard before may still be about to end.
    await until('the draft', async () => {
      written = await draft().catch((error: unknown) => String(error));
      return !written.includes('Another spec is being written');
    });
    const path = /^Written to (?:memory\/)?(\S+):/.exec(written)?.[1] ?? '';
    if (!(await exists(at(path)))) throw new Error(written);
    assertMatch(written, /14 of 14 requirements covered/);
    assertMatch(await readText(at(path.replace(/\.md$/, '.receipt.json'))), /"AGENTS\.md"/);
    // The editor can't search such a file system; what lies there is found all the same.
    assertMatch(await call('techspec_list', {}), /^memory\/\S+\.md: /m);
  });

  it('a spec is listed as soon as it is there, though the folder was looked through just before', async () => {
    await call('techspec_list', {});
    await writeText(at('tech-specs/late.md'), '---\ntech-spec: 1\n---\n\n# Tech Spec: Late\n');
    await writeText(at('tech-specs/late.receipt.json'), '{}');
    assertMatch(await call('techspec_list', {}), /^memory\/tech-specs\/late\.md: /m);
  });

  it('findings appear as one types', async () => {
    const spec = at('tech-specs/typed.md');
    await writeText(spec, '---\ntech-spec: 1\n---\n\n# Tech Spec: Typed\n\n## Tasks\n');
    const document = await vscode.workspace.openTextDocument(spec);
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(spec, document.lineAt(document.lineCount - 1).range.end, '\nTODO: decide\n');
    await vscode.workspace.applyEdit(edit);
    const [found] = await findings(spec, /placeholder/);
    assertEqual(checkOf(found?.code).includes('placeholder'), true);
    await document.save();
  });
});
