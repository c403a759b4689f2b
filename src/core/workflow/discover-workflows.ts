import type { FileSystem } from '../ports/file-system';
import type { DataProblem } from '../text/guarded-yaml';
import { parseWorkflow } from './parse-workflow';
import { filesNamed, smallText } from './small-files';
import type { Workflow, WorkflowOrigin } from './workflow';

/** Where a workspace keeps workflows of its own. */
export const workflowFolder = '.tech-spec/workflows';
const builtInFolder = 'workflows';
const largest = 256 * 1024;

export interface DiscoveredWorkflows {
  /** The workspace's own first; its ids win over built-in ones. */
  readonly workflows: readonly Workflow[];
  /** Files that can not be used, with every mistake. */
  readonly problems: readonly { readonly path: string; readonly problems: readonly DataProblem[] }[];
}

/**
 * Reads the built-in workflows and those of a workspace.
 *
 * @param input.builtIn rooted at the product's `templates/` folder
 * @param input.workspace rooted at the workspace, or `null` without one
 * @param input.knownChecks ids that a criterion may be verified by
 */
export async function discoverWorkflows(input: {
  readonly builtIn: FileSystem;
  readonly workspace: FileSystem | null;
  readonly knownChecks: ReadonlySet<string>;
}): Promise<DiscoveredWorkflows> {
  const { builtIn, workspace, knownChecks } = input;
  const workflows = new Map<string, Workflow>();
  const problems: { readonly path: string; readonly problems: readonly DataProblem[] }[] = [];
  const read = async (files: FileSystem, folder: string, own: boolean): Promise<void> => {
    for (const path of await filesNamed(files, folder, /\.ya?ml$/u)) {
      const origin: WorkflowOrigin = own ? { kind: 'workspace', path } : { kind: 'built-in' };
      const text = await smallText(files, path, largest);
      const parsed = text === null ? unreadable : parseWorkflow(text, origin, knownChecks);
      if ('problems' in parsed) problems.push({ path, problems: parsed.problems });
      else if (!workflows.has(parsed.workflow.id)) workflows.set(parsed.workflow.id, parsed.workflow);
      else if (own)
        problems.push({
          path,
          problems: [
            {
              line: 1,
              message: 'Another workflow of the workspace has the id {0}. Give this one its own.',
              args: [parsed.workflow.id],
            },
          ],
        });
    }
  };
  if (workspace !== null) await read(workspace, workflowFolder, true);
  await read(builtIn, builtInFolder, false);
  return { workflows: [...workflows.values()], problems };
}

const unreadable = {
  problems: [
    { line: 1, message: 'The workflow cannot be read. Save it as UTF-8 text under 256 KB.', args: [] },
  ],
};
