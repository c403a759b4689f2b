import type { ProjectIndex } from '../../core/project/project-index';
import { wholeRoutes } from '../../core/project/routes/whole-routes';
import { ProjectReader } from '../../core/project/read-project';
import { formatOption, type AddCommand } from '../options';
import { count, printJson, printLines, type Format } from '../output';
import { openWorkspace } from '../workspace/workspace';

/** `index [DIR]`: what exists in a workspace, for a spec to be held against. */
export const addIndex: AddCommand = (program, terminal) => {
  program
    .command('index')
    .description('list what exists in a workspace: symbols, scripts, dependencies, endpoints, tables')
    .argument('[folder]', 'the workspace', '.')
    .addOption(formatOption())
    .action(async (folder: string, options: { readonly format: Format }) => {
      const workspace = await openWorkspace(terminal, folder);
      const { files } = await workspace.listing();
      const index = await new ProjectReader(workspace.files).read(files);
      if (options.format === 'json') printJson(terminal, index);
      else printLines(terminal, summaryOf(index));
    });
};

function summaryOf(index: ProjectIndex): readonly string[] {
  const { files, symbols, scripts, dependencies, tables, skipped } = index;
  const exported = symbols.filter((symbol) => symbol.exported).length;
  return [
    `${count(files.length, 'file')}, ${count(symbols.length, 'symbol')} (${exported} exported), ${count(dependencies.length, 'dependency', 'dependencies')}`,
    ...scripts.map(({ path, line, runner, name }) => `${path}:${line}: ${runner} ${name}`),
    ...wholeRoutes(index).map(({ path, line, method, route }) => `${path}:${line}: ${method} ${route}`),
    ...tables.map(
      ({ path, line, name, columns }) =>
        `${path}:${line}: table ${name} (${columns.map((column) => column.name).join(', ')})`,
    ),
    ...skipped.map(({ path, reason }) => `${path}: ${reason}`),
  ];
}
