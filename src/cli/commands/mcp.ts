import { agentTools } from '../../core/agent-tools/agent-tools';
import { addModelOptions, chooseModel, type ModelOptions } from '../drafting/chosen-model';
import { exitCode } from '../failure';
import { agentWorkspace } from '../mcp/agent-workspace';
import { draftForAgent } from '../mcp/draft-for-agent';
import { modelArguments } from '../mcp/model-arguments';
import { serveTools } from '../mcp/serve-tools';
import { workspaceOption, type AddCommand } from '../options';
import { openWorkspace } from '../workspace/workspace';

interface McpOptions extends ModelOptions {
  readonly workspace: string;
  readonly allowDraft: boolean;
}

/** `mcp`: the tools for coding agents, served until the client closes its end. */
export const addMcp: AddCommand = (program, terminal, done) => {
  const command = program
    .command('mcp')
    .description('serve checks, requirements and tasks to coding agents (Model Context Protocol, stdio)')
    .addOption(workspaceOption())
    .option('--allow-draft', 'let agents write new specs, with the model named here', false);
  addModelOptions(command).action(async (options: McpOptions) => {
    // Said at the start, and not to an agent that calls.
    await openWorkspace(terminal, options.workspace);
    if (options.allowDraft) chooseModel(terminal, options);
    const draft = options.allowDraft
      ? draftForAgent(terminal, options.workspace, modelArguments(options))
      : undefined;
    const tools = agentTools.filter(({ readOnly }) => readOnly || options.allowDraft);
    await serveTools(tools, () => agentWorkspace(terminal, options.workspace, draft));
    done(exitCode.fine);
  });
};
