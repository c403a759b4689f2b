import { Command } from 'commander';
import type { AgentWorkspace } from '../../core/agent-tools/agent-tool';
import { ToolError } from '../../core/agent-tools/agent-tool';
import { offerTemplates } from '../../core/template/offer-templates';
import { addDraft } from '../commands/draft';
import { CliFailure, exitCode, type ExitCode } from '../failure';
import { readKnownSource } from '../workspace/known-source';
import { inWorkspace, loadTemplates, openWorkspace } from '../workspace/workspace';
import type { Terminal } from '../terminal';

/**
 * Drafts for an agent as `draft` does for a person.
 *
 * @param folder of the workspace, as typed
 * @param modelArgs options that choose the model, as typed
 */
export function draftForAgent(
  terminal: Terminal,
  folder: string,
  modelArgs: readonly string[],
): NonNullable<AgentWorkspace['draft']> {
  return async ({ source, template }, signal) => {
    const workspace = await openWorkspace(terminal, folder);
    let printed = '';
    let told = '';
    let code: ExitCode = exitCode.fine;
    const inRoot: Terminal = {
      ...terminal,
      folder: workspace.root,
      out: { write: (text) => (printed += text) },
      err: { write: (text) => (told += text) },
      onInterrupt: (listener) => {
        signal.addEventListener('abort', listener, { once: true });
        return () => signal.removeEventListener('abort', listener);
      },
    };
    const chosen = template ?? (await firstOffered(inRoot, source));
    const program = new Command('tech-spec').exitOverride();
    addDraft(program, inRoot, (result) => {
      code = result;
    });
    try {
      await program.parseAsync(
        ['draft', '--template', chosen, '--format', 'json', ...modelArgs, '--', source],
        { from: 'user' },
      );
    } catch (error) {
      if (CliFailure.is(error)) throw new ToolError(error.message);
      throw error;
    }
    const path = pathIn(printed);
    if (path === null) throw new ToolError(`Nothing was written (exit ${code}). ${told.trim()}`);
    return { path: inWorkspace({ ...workspace, terminal: inRoot }, path) };
  };
}

async function firstOffered(terminal: Terminal, file: string): Promise<string> {
  const workspace = await openWorkspace(terminal, '.');
  const { source } = await readKnownSource(workspace, file, {});
  const [first] = offerTemplates(await loadTemplates(workspace), source.kind, '');
  if (first === undefined) throw new ToolError('There is no template. Name one.');
  return first.id;
}

function pathIn(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && 'path' in value ? String(value.path) : null;
  } catch {
    return null;
  }
}
