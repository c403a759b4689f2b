import * as vscode from 'vscode';
import { closeAll, until, uri } from '../open-window';
import { assertEqual, findings, writeText } from './web-window';

const parsed = (language: string, code: string): string => `\n\`\`\`${language}\n${code}\n\`\`\`\n`;

/** One block for each parser that is loaded on demand, with what it refuses. */
const broken = [
  parsed('sql', 'CREATE TABLE invites (id uuid PRIMARY KEY;'),
  parsed('mermaid', 'sequenceDiagram\n  A->>\n'),
  parsed('json', '{"a": }'),
  parsed('yaml', 'a: [1'),
  parsed('graphql', 'type Query { invites: ['),
  parsed('proto', 'syntax = "proto3";\nmessage Invite { string id = }'),
];

/** A spec with one id that no task has. */
const mistaken = `---
techSpec: true
---

# Tech Spec: Exports

**Status:** Draft

## 1. Overview

### Requirement Mapping

#### PRD-driven: Story Mapping

| Story ID | Story Summary | Implementing Tasks |
|---|---|---|
| US-001 | Export | T-01 |

## 6. Implementation Tasks

- **T-001:** Write the file
  - _Implements:_ US-001
  - _Files:_ Create: \`internal/exports/write.go\`
  - _Done condition:_ \`go test ./...\`
  - _Dependencies:_ None
`;

describe('the web build', () => {
  afterEach(closeAll);

  const commands = async (name: string): Promise<boolean> =>
    (await vscode.commands.getCommands()).includes(name);

  it('runs in a web worker, on a workspace that is no folder of a disk', async () => {
    assertEqual(typeof (globalThis as { WorkerGlobalScope?: unknown }).WorkerGlobalScope, 'function');
    assertEqual(uri('').scheme, 'vscode-remote');
    const own = vscode.extensions.getExtension('tech-spec.tech-spec');
    assertEqual(own?.extensionKind, vscode.ExtensionKind.UI);
    await until('activation', () => own?.isActive);
  });

  it('loads neither checks nor wizard with a Markdown file that is no spec', async () => {
    const notes = uri('notes.md');
    await writeText(notes, '# Notes\n');
    await vscode.window.showTextDocument(notes);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(notes, new vscode.Position(1, 0), 'Typed.');
    await vscode.workspace.applyEdit(edit);
    await new Promise((resolve) => setTimeout(resolve, 700));
    // Each of these is registered by a chunk as it starts.
    assertEqual(await commands('techSpec.comments.start'), false);
    assertEqual(await commands('techSpec.internal.reveal'), false);
    await closeAll();
    await vscode.workspace.fs.delete(notes);
  });

  it('shows findings of a spec, those of the parsers that are WebAssembly or a package among them', async () => {
    const spec = uri('tech-specs/broken.md');
    await writeText(
      spec,
      `---\ntech-spec: 1\n---\n\n# Tech Spec: Invites\n\n## Data\n${broken.join('\nText.\n')}`,
    );
    await vscode.window.showTextDocument(spec);
    const syntax = await until('a finding of each parser', async () => {
      const found = await findings(spec, /syntax/);
      return found.length >= broken.length && found;
    });
    const text = syntax.map(({ message }) => message).join('\n');
    for (const notation of ['SQL', 'Mermaid', 'JSON', 'YAML', 'GraphQL', 'Protocol Buffers'])
      if (!text.includes(notation)) throw new Error(`Nothing is said of ${notation}: ${text}`);
    assertEqual(await commands('techSpec.comments.start'), true);
    assertEqual(await commands('techSpec.internal.reveal'), false);
  });

  it('mends a finding by its quick fix', async () => {
    const spec = uri('tech-specs/to-fix.md');
    await writeText(spec, mistaken);
    const document = await vscode.workspace.openTextDocument(spec);
    await vscode.window.showTextDocument(document);
    const [unknown] = await findings(spec, /^unknown-id$/);
    if (unknown === undefined) throw new Error('There is no finding.');
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      spec,
      unknown.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title, edit }) => edit !== undefined && title.startsWith('Replace by'));
    if (fix?.edit === undefined) throw new Error(actions.map(({ title }) => title).join('; '));
    await vscode.workspace.applyEdit(fix.edit);
    assertEqual(document.getText(), mistaken.replace('T-01 |', 'T-001 |'));
  });
});
