import * as vscode from 'vscode';
import type { OnDemand } from '../on-demand';

/**
 * Registers the tools for the editor's agent mode that the manifest declares; what they do loads with the first call.
 */
export function registerAgentTools(
  { extension }: vscode.ExtensionContext,
  onDemand: () => Promise<OnDemand>,
): readonly vscode.Disposable[] {
  return declaredTools(extension.packageJSON).map((name) =>
    vscode.lm.registerTool<unknown>(name, {
      prepareInvocation: async ({ input }) => (await onDemand()).agentTools().prepare(name, input),
      invoke: async ({ input }, token) => (await onDemand()).agentTools().run(name, input, token),
    }),
  );
}

function declaredTools(manifest: unknown): readonly string[] {
  const { contributes } = manifest as {
    readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
  };
  return contributes.languageModelTools.map(({ name }) => name);
}
