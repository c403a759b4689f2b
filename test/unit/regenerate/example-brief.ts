import { join } from 'node:path';
import { prepareBrief } from '../../../src/core/brief/prepare-brief';
import type { Brief } from '../../../src/core/brief/brief';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { ProjectReader } from '../../../src/core/project/read-project';
import { readSource } from '../../../src/core/source/read-source';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { builtInTemplates, filesBelow } from '../draft/brief-for';

export const exampleFiles = filesBelow(join(__dirname, '../../../examples/team-invites'));

/** The brief of a document of the example workspace, as a draft of it begins. */
export async function exampleBrief(templateId: string, path = 'prds/team-invites.md'): Promise<Brief> {
  const templates = await builtInTemplates();
  const template = templates.find(({ id }) => id === templateId);
  if (template === undefined) throw new Error(`There is no template ${templateId}.`);
  const source = readSource({ path, bytes: await exampleFiles.readFile(path) });
  const gathered = await gatherContext(
    { files: exampleFiles, git: { read: () => Promise.resolve(null) } },
    { source },
  );
  const context = { ...gathered, project: await new ProjectReader(exampleFiles).read(gathered.files) };
  return prepareBrief({
    source,
    context,
    template,
    questions: questionsFor(source, context, template),
    answers: [],
    clock: { now: () => new Date('2026-03-02T12:00:00Z'), timeZone: () => 'UTC' },
    output: 'tech-specs/team-invites.md',
  });
}
