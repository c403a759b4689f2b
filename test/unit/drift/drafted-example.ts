import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Brief } from '../../../src/core/brief/brief';
import { prepareBrief } from '../../../src/core/brief/prepare-brief';
import { findSpecSource } from '../../../src/core/checks/spec-source';
import { answersPath, serialiseAnswers } from '../../../src/core/clarify/answers-file';
import { questionsFor } from '../../../src/core/clarify/clarify';
import type { Answer } from '../../../src/core/clarify/question';
import { renderOutline } from '../../../src/core/draft/outline';
import { citedFiles } from '../../../src/core/drift/cited-files';
import type { Drift } from '../../../src/core/drift/drift';
import { readDrift, type ReadDriftInput } from '../../../src/core/drift/read-drift';
import { parseReceipt } from '../../../src/core/receipt/parse-receipt';
import type { Receipt } from '../../../src/core/receipt/receipt';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { receiptPath } from '../../../src/core/spec/receipt-path';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { readSource } from '../../../src/core/source/read-source';
import { matchSections } from '../../../src/core/spec/match-sections';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { SpecDocument } from '../../../src/core/spec/spec-document';
import type { Template } from '../../../src/core/template/template';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { builtInTemplates } from '../draft/brief-for';
import { InMemoryFiles } from '../in-memory-files';

export type Files = Readonly<Record<string, string>>;

const root = join(__dirname, '../../../examples/team-invites');
const git = { read: () => Promise.resolve(null) };
export const prd = 'prds/team-invites.md';
export const specPath = 'tech-specs/team-invites.md';

/** A spec as it was drafted, with all that lies around it. */
export interface DraftedExample {
  readonly files: Files;
  readonly text: string;
  readonly receipt: Receipt;
  readonly brief: Brief;
  readonly template: Template;
}

function exampleFiles(): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/**
 * An outline of the example workspace in which tasks name files, as a person adds them before anything else.
 *
 * @param finish what is done to the outline before it is recorded
 * @param prepare what is done to the workspace before
 */
export async function draftExample(
  templateId: string,
  answers: (asked: Brief['questions']) => readonly Answer[] = () => [],
  finish: (outline: string) => string = (outline) => outline,
  prepare: (files: Record<string, string>) => void = () => undefined,
): Promise<DraftedExample> {
  const files = exampleFiles();
  prepare(files);
  const memory = new InMemoryFiles(files);
  const template = (await builtInTemplates()).find(({ id }) => id === templateId);
  if (template === undefined) throw new Error(`There is no template ${templateId}.`);
  const source = readSource({ path: prd, bytes: await memory.readFile(prd) });
  const context = await gatherContext({ files: memory, git }, { source, target: specPath });
  const questions = questionsFor(source, context, template);
  const brief = prepareBrief({
    ...{ source, context, template, questions, answers: answers(questions), output: specPath },
    clock: { now: () => new Date('2026-03-02T12:00:00Z'), timeZone: () => 'UTC' },
  });
  const text = finish(renderOutline(brief));
  const cited = await citedFiles(memory, parseSpec(text));
  const record = serialiseReceipt(receiptFor(brief, text, { id: 'outline' }, cited));
  const parsed = parseReceipt(record);
  if (!('receipt' in parsed)) throw new Error(parsed.error);
  const kept = { version: 1, source: prd, answers: brief.answers, asked: [] } as const;
  return {
    files: {
      ...files,
      [specPath]: text,
      [receiptPath(specPath)]: record,
      [answersPath(specPath)]: serialiseAnswers(kept, questions),
    },
    ...{ text, receipt: parsed.receipt, brief, template },
  };
}

const specs = new Map<string, SpecDocument>();

/** Read once: most changes are not of the spec. */
function parsed(text: string): SpecDocument {
  const spec = specs.get(text) ?? parseSpec(text);
  specs.set(text, spec);
  return spec;
}

/** What drifted around the example's spec, as the product reads it. */
export async function driftOf(
  { template }: Pick<DraftedExample, 'template'>,
  files: Files,
  changedSince?: ReadDriftInput['changedSince'],
): Promise<readonly Drift[]> {
  const memory = new InMemoryFiles(files);
  const spec = parsed(files[specPath] ?? '');
  const record = parseReceipt(files[receiptPath(specPath)] ?? '');
  if (!('receipt' in record)) throw new Error(record.error);
  const { receipt } = record;
  const found = await findSpecSource(memory, specPath, spec, receipt);
  const source = found?.source ?? null;
  const { documents } = await gatherContext(
    { files: memory, git },
    {
      ...{ source: source ?? undefined, target: specPath, allDecisions: true },
      maxTokens: Number.MAX_SAFE_INTEGER,
    },
  );
  return readDrift({
    ...{ files: memory, path: specPath, spec, receipt, template, source },
    sections: matchSections(spec, template, receipt.sections),
    found: documents.filter(({ path, kind }) => path !== specPath && kind !== 'source'),
    ...(changedSince === undefined ? {} : { changedSince }),
  });
}
