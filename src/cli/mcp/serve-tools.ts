import { ToolError, type AgentTool, type AgentWorkspace } from '../../core/agent-tools/agent-tool';
import { withoutSecrets, withoutSecretsIn } from '../../core/secrets/mask-secrets';
import { version } from '../../../package.json';
import { CliFailure } from '../failure';

/**
 * Serves tools to agents over stdin and stdout, by the Model Context Protocol.
 *
 * @param open the workspace as it is now, for one call
 * @returns when the client has closed its end
 */
export async function serveTools(
  tools: readonly AgentTool[],
  open: () => Promise<AgentWorkspace>,
): Promise<void> {
  const sdk = await import('./sdk');
  const server = new sdk.Server(
    { name: 'tech-spec', title: 'Tech Spec', version },
    {
      capabilities: { tools: {} },
      instructions:
        'Tools for technical specifications of this workspace. Find one with techspec_list, build it task by task with techspec_next_task, and check it with techspec_check.',
    },
  );
  server.setRequestHandler(sdk.ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, inputSchema, readOnly }) => ({
      ...{
        name,
        title,
        description,
        inputSchema: { ...inputSchema, required: [...(inputSchema.required ?? [])] },
      },
      annotations: { title, readOnlyHint: readOnly, destructiveHint: false, openWorldHint: !readOnly },
    })),
  }));
  server.setRequestHandler(sdk.CallToolRequestSchema, async ({ params }, { signal }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (tool === undefined)
      return failed(
        `There is no tool ${params.name}. The tools are ${tools.map(({ name }) => name).join(', ')}.`,
      );
    try {
      const { text, data } = await tool.run(params.arguments, await open(), signal);
      return {
        content: [{ type: 'text' as const, text: withoutSecrets(text) }],
        structuredContent: withoutSecretsIn(data),
      };
    } catch (error) {
      if (ToolError.is(error) || CliFailure.is(error)) return failed(error.message);
      throw error;
    }
  });
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
  });
  const transport = new sdk.StdioServerTransport();
  // The transport does not listen for the end of its input.
  process.stdin.once('end', () => void server.close());
  await server.connect(transport);
  await closed;
}

function failed(message: string): { content: { type: 'text'; text: string }[]; isError: true } {
  return { content: [{ type: 'text', text: withoutSecrets(message) }], isError: true };
}
