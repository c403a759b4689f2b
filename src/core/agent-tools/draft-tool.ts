import * as v from 'valibot';
import { agentTool, ToolError } from './agent-tool';
import { namedFile, pathArgument } from './named-file';

/** Writes a spec; the only tool that changes anything, and never a file that is there. */
export const draftTool = agentTool({
  name: 'techspec_draft',
  title: 'Draft Tech Spec',
  description:
    'Drafts a technical specification from a PRD, an engineering initiative or a recorded conversation of the workspace, checks it, and writes it as a new file with its receipt. Nothing that exists is replaced. Use it only where the user asked for a specification.',
  readOnly: false,
  input: {
    source: pathArgument('Path of the document to specify, relative to the root of the workspace'),
    template: v.optional(
      v.pipe(
        v.string(),
        v.description('Id of a template, such as agent-ready; left out, the one that fits the document'),
      ),
    ),
  },
  async run({ source, template }, workspace, signal) {
    const { draft } = workspace;
    if (draft === undefined)
      throw new ToolError(
        'Drafting is not allowed here. Ask the user to draft, or to allow it (--allow-draft).',
      );
    const file = await namedFile(workspace.files, source);
    const { path } = await draft({ source: file, template }, signal);
    const { findings, coverage } = await workspace.check(path);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return {
      text: `Written to ${path}: ${coverage.covered} of ${coverage.requirements} requirements covered, ${errors} errors. Check it with techspec_check.`,
      data: { path, coverage, errors },
    };
  },
});
