import { declaredFacts } from '../../core/workspace/declared-facts/declared-facts';
import { gatherContext } from '../../core/workspace/gather-context';
import { readKnownSource, type SourceOptions } from '../workspace/known-source';
import {
  conversationOption,
  formatOption,
  kindOption,
  maxTokensOption,
  receiptOption,
  sourceWorkspaceOption,
  type AddCommand,
} from '../options';
import { count, printJson, printLines, type Format } from '../output';
import { workspaceOfSource } from '../workspace/source-workspace';

interface ContextOptions extends SourceOptions {
  readonly format: Format;
  readonly workspace?: string;
  readonly maxTokens?: number;
}

/** `context [FILE]`: what would be read from the workspace, and why. */
export const addContext: AddCommand = (program, terminal) => {
  program
    .command('context')
    .description('show what a draft would read from the workspace, and why')
    .argument('[file]', 'source that research notes are ranked by')
    .addOption(sourceWorkspaceOption())
    .addOption(maxTokensOption())
    .addOption(receiptOption())
    .addOption(kindOption())
    .addOption(conversationOption())
    .addOption(formatOption())
    .action(async (file: string | undefined, options: ContextOptions) => {
      const workspace = await workspaceOfSource(terminal, options.workspace, file);
      const known = file === undefined ? null : await readKnownSource(workspace, file, options);
      const context = await gatherContext(
        { files: workspace.files, git: workspace.git },
        {
          ...(known === null ? {} : { source: known.source, listing: known.listing }),
          maxTokens: options.maxTokens,
        },
      );
      if (options.format === 'json') {
        printJson(terminal, {
          documents: context.documents.map(({ path, kind, reason, bytes, tokens, sha256, truncated }) => ({
            path,
            kind,
            reason,
            bytes,
            tokens,
            sha256,
            truncated,
          })),
          excluded: context.excluded.map(({ path, reason, cause }) => ({ path, reason, cause })),
          withheld: context.withheld,
          stack: context.stack,
          declared: declaredFacts(context),
          git: context.git,
          tokens: context.tokens,
          budget: context.budget,
          hash: context.hash,
        });
        return;
      }
      printLines(terminal, [
        ...context.documents.map(
          ({ path, kind, tokens, reason }) => `${path} (${kind}, ${count(tokens, 'token')}): ${reason}`,
        ),
        ...context.excluded.map(({ path, reason }) => `left out ${path}: ${reason}`),
        ...context.withheld.map(({ path, line, kind }) => `taken out of ${path}:${line}: ${kind}`),
        `${count(context.documents.length, 'document')}, ${count(context.tokens, 'token')}; at most ${context.budget.tokens} beside the source`,
      ]);
    });
};
