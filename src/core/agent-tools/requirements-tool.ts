import { renderFinding } from '../checks/render-finding';
import { agentTool } from './agent-tool';
import { namedFile, pathArgument } from './named-file';

/** What a source asks for, by stable ids. */
export const requirementsTool = agentTool({
  name: 'techspec_requirements',
  title: 'List Requirements',
  description:
    'Lists the requirements of a PRD, an engineering initiative or a recorded conversation with stable ids, lines, priority and acceptance criteria, what is out of scope, and what is unclear. Use it to learn what has to be built, in the words of the document.',
  readOnly: true,
  input: { path: pathArgument('Path of the document, relative to the root of the workspace') },
  async run({ path }, workspace) {
    const file = await namedFile(workspace.files, path);
    const { kind, requirements, outOfScope, findings } = await workspace.source(file);
    const listed = requirements.map(({ id, line, kind: type, title, text, priority, acceptance }) => ({
      ...{ id, line, kind: type, title, text, priority },
      acceptance: acceptance.map((criterion) => criterion.text),
    }));
    const unclear = findings.map((finding) => ({
      ...{ line: finding.line, severity: finding.severity, message: renderFinding(finding) },
    }));
    return {
      text: [
        `${file}: ${requirements.length} requirements, ${outOfScope.length} out of scope.`,
        ...listed.flatMap(({ id, title, text, acceptance }) => [
          `${id} ${title}${text === title ? '' : `: ${text}`}`,
          ...acceptance.map((criterion) => `  accepted when: ${criterion}`),
        ]),
        ...outOfScope.map(({ text }) => `Out of scope: ${text}`),
        ...unclear.map(({ line, message }) => `Unclear, line ${line}: ${message}`),
      ].join('\n'),
      data: { path: file, kind, requirements: listed, outOfScope, findings: unclear },
    };
  },
});
