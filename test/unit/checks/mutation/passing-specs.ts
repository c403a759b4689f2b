import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSpecFile, type SpecFileReport } from '../../../../src/core/checks/check-spec-file';
import { readSurroundings, type Surroundings } from '../../../../src/core/checks/surroundings';
import { questionsFor } from '../../../../src/core/clarify/clarify';
import { renderOutline } from '../../../../src/core/draft/outline';
import type { FileSystem } from '../../../../src/core/ports/file-system';
import { readSource } from '../../../../src/core/source/read-source';
import type { SpecSection } from '../../../../src/core/spec/spec-document';
import type { Template } from '../../../../src/core/template/template';
import { gatherContext } from '../../../../src/core/workspace/gather-context';
import { readFixtures } from '../../../defects/fixture';
import { briefFor, filesBelow } from '../../draft/brief-for';
import { InMemoryFiles } from '../../in-memory-files';

const root = join(__dirname, '../../../..');
const example = join(root, 'examples/team-invites');
const today = '2026-03-02';
const git = { read: () => Promise.resolve(null) };

/** A spec in its workspace that is checked again and again with other texts. */
export interface PassingSpec {
  readonly name: string;
  readonly text: string;
  check(text: string): Promise<SpecFileReport>;
}

/** Specs that are good: the clean twins of the seeded defects, the example's completed specs and its outline drafts. */
export async function passingSpecs(templates: readonly Template[]): Promise<readonly PassingSpec[]> {
  const twins = readFixtures(join(root, 'test/defects/fixtures')).map(({ name, spec, files }) =>
    passing(name, spec, files[spec] ?? '', new InMemoryFiles(files), templates),
  );
  const ofExample = filesBelow(example);
  const completed = ['audit-log', 'workspace-roles'].map((name) => {
    // As it was while it was built: less is asked of the record of what is done.
    const text = readFileSync(join(example, `tech-specs/completed/${name}.md`), 'utf8');
    const path = `tech-specs/building/${name}.md`;
    const moved = text.replace(/\]\((?=[\w-]+\.md)/gu, '](../completed/');
    return passing(path, path, moved, ofExample, templates);
  });
  const prd = 'prds/team-invites.md';
  const source = readSource({ path: prd, bytes: new Uint8Array(readFileSync(join(example, prd))) });
  const context = await gatherContext({ files: ofExample, git }, { source });
  const drafts = templates
    .filter((template) => template.for[0] === source.kind)
    .map((template) => {
      const questions = questionsFor(source, context, template);
      const answers = questions.map(({ id }) => ({ kind: 'defer' as const, questionId: id }));
      const output = 'tech-specs/team-invites.md';
      const text = renderOutline(briefFor(template, { source, context, questions, answers, output }));
      return passing(`outline of ${prd} (${template.id})`, output, text, ofExample, templates);
    });
  return [...twins, ...completed, ...drafts];
}

/**
 * The text with what its template's checklist and the rules of its workspace gained since it was written: an item, a verdict on
 * a rule. What these are about is not at stake.
 */
export function broughtUpToDate(text: string, { findings, sections }: SpecFileReport): string {
  const missing = (id: string, message: string): readonly string[] =>
    findings
      .filter((finding) => finding.check === id && finding.message.includes(message))
      .map(({ args: [what = ''] }) => what);
  const items = missing('checklist-tick', 'was removed').map((item) => `- [ ] ${item}`);
  const verdicts = missing('rules-ledger', 'has no verdict').map(
    (path) => `| ${path} | - | not applicable: written after this was designed |`,
  );
  const head = ['', '| Rule Document | Taken Because | Verdict |', '|---|---|---|'];
  return below(
    below(text, sections.get('checklist'), items),
    sections.get('rules'),
    verdicts.length === 0 ? [] : [...head, ...verdicts],
  );
}

function below(text: string, section: SpecSection | undefined, lines: readonly string[]): string {
  if (section === undefined || lines.length === 0) return text;
  return `${text.slice(0, section.end).trimEnd()}\n${lines.join('\n')}\n\n${text.slice(section.end)}`;
}

function passing(
  name: string,
  path: string,
  text: string,
  files: FileSystem,
  templates: readonly Template[],
): PassingSpec {
  // What lies around is the same for all mutants, and takes longer to read than they take to check.
  let around: Promise<Surroundings> | undefined;
  return {
    name,
    text,
    check: (changed) =>
      checkSpecFile({
        path,
        text: changed,
        files,
        templates,
        surround: (source) =>
          (around ??= readSurroundings({ files, git }, { spec: path, source: source ?? undefined, today })),
      }),
  };
}
