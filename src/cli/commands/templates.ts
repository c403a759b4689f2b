import type { Template } from '../../core/template/template';
import { formatOption, workspaceOption, type AddCommand } from '../options';
import { printJson, printLines, type Format } from '../output';
import { fromHere, loadTemplates, openWorkspace } from '../workspace/workspace';

/** `templates`: what a spec can be drafted with. */
export const addTemplates: AddCommand = (program, terminal) => {
  program
    .command('templates')
    .description('list the built-in templates and those of the workspace')
    .addOption(workspaceOption())
    .addOption(formatOption())
    .action(async (options: { format: Format; workspace: string }) => {
      const workspace = await openWorkspace(terminal, options.workspace);
      const templates = (await loadTemplates(workspace)).filter(({ offer }) => offer !== false);
      const path = ({ id, origin }: Template): string =>
        origin.kind === 'built-in' ? `templates/${id}.md` : fromHere(workspace, origin.path);
      if (options.format === 'json') {
        printJson(terminal, {
          templates: templates.map((template) => ({
            id: template.id,
            name: template.name,
            for: template.for,
            output: template.output,
            path: path(template),
          })),
        });
        return;
      }
      printLines(
        terminal,
        templates.map(
          (template) => `${template.id}: ${template.name} (${template.for.join(', ')}), ${path(template)}`,
        ),
      );
    });
};
