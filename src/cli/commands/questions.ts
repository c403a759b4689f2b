import { questionsFor } from '../../core/clarify/questions-for';
import { gatherContext } from '../../core/workspace/gather-context';
import { readKnownSource, type SourceOptions } from '../known-source';
import {
  conversationOption,
  formatOption,
  kindOption,
  receiptOption,
  workspaceOption,
  type AddCommand,
} from '../options';
import { printJson, printLines, type Format } from '../output';
import { findTemplate } from '../find-template';
import { fromHere, loadTemplates, openWorkspace } from '../workspace';

/** `questions FILE`: what should be answered before a draft. */
export const addQuestions: AddCommand = (program) => {
  program
    .command('questions')
    .description('list what should be answered before drafting')
    .argument('<file>', 'PRD, initiative or conversation')
    .option('--template <id>', 'also ask for the areas of this template')
    .addOption(workspaceOption())
    .addOption(receiptOption())
    .addOption(kindOption())
    .addOption(conversationOption())
    .addOption(formatOption())
    .action(
      async (
        file: string,
        options: SourceOptions & { format: Format; workspace: string; template?: string },
      ) => {
        const workspace = await openWorkspace(options.workspace);
        const { source, listing } = await readKnownSource(workspace, file, options);
        const context = await gatherContext(
          { files: workspace.files, git: workspace.git },
          { source, listing },
        );
        const template =
          options.template === undefined
            ? null
            : findTemplate(await loadTemplates(workspace), options.template);
        const questions = questionsFor(source, context, template).map((question) => ({
          ...question,
          evidence: question.evidence.map(({ path, line }) => ({ path: fromHere(workspace, path), line })),
        }));
        if (options.format === 'json') {
          printJson({ questions });
          return;
        }
        printLines(
          questions.flatMap(({ id, blocking, text, why, options: choices }) => [
            `${id}${blocking ? ' (blocking)' : ''}: ${text}`,
            `  ${why}`,
            ...choices.map((choice) => `  - ${choice.text}${choice.recommended ? ' (recommended)' : ''}`),
          ]),
        );
      },
    );
};
