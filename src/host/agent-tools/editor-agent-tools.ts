import * as vscode from 'vscode';
import type { AgentTool, AgentWorkspace } from '../../core/agent-tools/agent-tool';
import { ToolError } from '../../core/agent-tools/agent-tool';
import { agentTools } from '../../core/agent-tools/agent-tools';
import { withoutSecrets } from '../../core/secrets/mask-secrets';

/** The tools for agents as the editor's agent mode calls them. */
export class EditorAgentTools {
  readonly #workspace: (token: vscode.CancellationToken) => AgentWorkspace;

  /** @param workspace what the tools work on, for one call */
  constructor(workspace: (token: vscode.CancellationToken) => AgentWorkspace) {
    this.#workspace = workspace;
  }

  /** What a person is told before; a tool that changes something is asked for. */
  prepare(name: string, input: unknown): vscode.PreparedToolInvocation {
    const tool = toolNamed(name);
    const about = firstText(input);
    const invocationMessage = about === null ? tool.title : `${tool.title}: ${about}`;
    if (tool.readOnly) return { invocationMessage };
    return {
      invocationMessage,
      confirmationMessages: {
        title: tool.title,
        // Plain text: the path comes from a model.
        message: vscode.l10n.t(
          'Draft a technical specification from {0}? It is written as a new file with the model that you chose last, or as an outline.',
          about ?? '',
        ),
      },
    };
  }

  /** @throws Error with a message for the model where the tool could not do it */
  async run(
    name: string,
    input: unknown,
    token: vscode.CancellationToken,
  ): Promise<vscode.LanguageModelToolResult> {
    const abort = new AbortController();
    const listening = token.onCancellationRequested(() => abort.abort());
    try {
      const { text } = await toolNamed(name).run(input, this.#workspace(token), abort.signal);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(withoutSecrets(text))]);
    } finally {
      listening.dispose();
    }
  }
}

function toolNamed(name: string): AgentTool {
  const tool = agentTools.find((one) => one.name === name);
  if (tool === undefined) throw new ToolError(`There is no tool ${name}.`);
  return tool;
}

/** The first text among the arguments: each tool takes first what it is about. */
function firstText(input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null;
  const [first] = Object.values(input);
  return typeof first === 'string' ? first : null;
}
