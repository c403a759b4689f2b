import { isDone } from '../spec/task-ticks';
import type { SpecFileReport } from '../checks/check-spec-file';
import { agentTool } from './agent-tool';
import { metadataNamed } from '../spec/vocabulary/metadata-names';

/** The specs of a workspace and how far they are. */
export const listTool = agentTool({
  name: 'techspec_list',
  title: 'List Tech Specs',
  description:
    'Lists the technical specifications of the workspace with status, progress of their tasks, coverage and number of errors. Use it to find the specification to work from.',
  readOnly: true,
  input: {},
  async run(_, workspace) {
    const specs = [];
    for (const path of await workspace.specs()) specs.push(progressOf(path, await workspace.check(path)));
    return {
      text:
        specs.length === 0
          ? 'The workspace has no technical specification yet.'
          : specs
              .map(
                ({ path, title, status, tasks, errors, coverage }) =>
                  `${path}: ${title}; ${status ?? 'no status'}; ${tasks.done} of ${tasks.all} tasks done; ${coverage.covered} of ${coverage.requirements} requirements covered; ${errors} errors`,
              )
              .join('\n'),
      data: { specs },
    };
  },
});

function progressOf(
  path: string,
  { spec, coverage, findings, source }: SpecFileReport,
): {
  readonly path: string;
  readonly title: string;
  readonly status: string | null;
  readonly source: string | null;
  readonly tasks: { readonly all: number; readonly done: number };
  readonly coverage: SpecFileReport['coverage'];
  readonly errors: number;
} {
  return {
    ...{ path, source, coverage },
    title: spec.title ?? path,
    status: metadataNamed(spec.metadata, 'status')?.value ?? null,
    tasks: { all: spec.tasks.length, done: spec.tasks.filter(isDone).length },
    errors: findings.filter(({ severity }) => severity === 'error').length,
  };
}
