import * as vscode from 'vscode';
import type { AgentWorkspace } from '../../core/agent-tools/agent-tool';
import { ToolError } from '../../core/agent-tools/agent-tool';
import type { Authoring } from '../authoring';
import { readSourceAsKnown } from '../commands/quick-source';
import { systemClock } from '../ports/system-clock';
import { VsCodeFiles } from '../ports/vs-code-files';
import type { SpecLibrary } from '../review/library/spec-library';
import { FolderSources } from '../workspace/folder-sources';

export interface EditorAgentParts {
  readonly library: SpecLibrary;
  readonly authoring: () => Promise<Authoring>;
}

interface Place {
  readonly folder: vscode.WorkspaceFolder;
  /** In its folder. */
  readonly path: string;
}

/**
 * The open folders as tools for agents see them. Where there are several, a path begins with the name of its folder, as
 * the editor shows it.
 */
export function editorAgentWorkspace(
  { library, authoring }: EditorAgentParts,
  token: vscode.CancellationToken,
): AgentWorkspace {
  const drafting = ({ folder }: Place): FolderSources => new FolderSources(folder);
  return {
    files: {
      stat: async (path) => {
        const { folder, path: inFolder } = placeOf(path);
        const files = new VsCodeFiles(folder.uri);
        return (await files.staysInside(inFolder)) ? files.stat(inFolder) : undefined;
      },
    },
    specs: async () => (await library.all(token)).map(({ folder, path }) => shownPath({ folder, path })),
    check: async (path) => {
      const { folder, path: inFolder } = placeOf(path);
      const uri = vscode.Uri.joinPath(folder.uri, inFolder);
      const { report } = (await library.review(await vscode.workspace.openTextDocument(uri))) ?? {};
      if (report === undefined) throw new ToolError(`${path} cannot be checked: its folder is not open.`);
      return report;
    },
    source: async (path) => {
      const place = placeOf(path);
      return (await readSourceAsKnown(drafting(place), place.path)).source;
    },
    today: () => systemClock.now().toISOString().slice(0, 10),
    draft: async ({ source, template }, signal) => {
      const place = placeOf(source);
      const path = await (await authoring()).draft(place.folder, place.path, template ?? null, signal);
      return { path: shownPath({ folder: place.folder, path }) };
    },
  };
}

function placeOf(path: string): Place {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [only] = folders;
  if (only === undefined) throw new ToolError('No folder is open. Ask the user to open the project.');
  if (folders.length === 1) return { folder: only, path };
  const [name = '', ...rest] = path.split('/');
  const folder = folders.find((one) => one.name === name);
  if (folder !== undefined && rest.length > 0) return { folder, path: rest.join('/') };
  const names = folders.map((one) => one.name).join(', ');
  throw new ToolError(`Several folders are open. Begin the path with the name of one: ${names}.`);
}

function shownPath({ folder, path }: Place): string {
  return (vscode.workspace.workspaceFolders ?? []).length > 1 ? `${folder.name}/${path}` : path;
}
