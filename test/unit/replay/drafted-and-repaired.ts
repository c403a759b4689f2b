import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBrief } from '../../../src/core/brief/prepare-brief';
import type { Brief } from '../../../src/core/brief/brief';
import { CheckMemory } from '../../../src/core/checks/check-memory';
import { checkSpecFile, type SpecFileReport } from '../../../src/core/checks/check-spec-file';
import { readSurroundings } from '../../../src/core/checks/surroundings';
import { clarify, decided } from '../../../src/core/clarify/clarify';
import { draft } from '../../../src/core/draft/draft';
import type { FileSystem } from '../../../src/core/ports/file-system';
import type { LanguageModel } from '../../../src/core/ports/language-model';
import { ProjectReader } from '../../../src/core/project/read-project';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { receiptPath } from '../../../src/core/spec/receipt-path';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { defaultRepairRounds } from '../../../src/core/repair/repair-rounds';
import { repairSpec, type RepairResult } from '../../../src/core/repair/repair-spec';
import { readSource } from '../../../src/core/source/read-source';
import { outputPath } from '../../../src/core/template/output-path';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { createReplayModel } from '../../../src/models/replay-model';
import { readRecording } from '../../../src/models/recording';
import { builtInTemplates } from '../draft/brief-for';
import { exampleFiles } from '../regenerate/example-brief';

/** The repository as it was when the answers were recorded. */
const git = {
  read: () =>
    Promise.resolve({
      branch: 'master',
      commit: '287e51e0c1d2b3a495867788990aabbccddeeff0',
      recentCommits: [{ hash: '287e51e0c1d2b3a495867788990aabbccddeeff0', subject: 'Example' }],
      userName: 'Seed bf4a708d maintainers',
      dirty: false,
    }),
};
const clock = { now: () => new Date('2026-11-29T12:00:00Z'), timeZone: () => 'UTC' };

/** Gives the answers of a recording below `test/fixtures/recordings` again. */
export function recorded(name: string): LanguageModel {
  const file = join(__dirname, '../../fixtures/recordings', `${name}.jsonl`);
  const recording = readRecording(readFileSync(file, 'utf8'));
  if (!('exchanges' in recording)) throw new Error(`${file}:${recording.line}: ${recording.reason}`);
  return createReplayModel(recording);
}

/** The brief with which `draft` begins where nobody answered a question; the spec goes where the template says unless told. */
export async function unansweredBrief(templateId: string, path: string, output?: string): Promise<Brief> {
  const template = (await builtInTemplates()).find(({ id }) => id === templateId);
  if (template === undefined) throw new Error(`There is no template ${templateId}.`);
  const source = readSource({ path, bytes: await exampleFiles.readFile(path) });
  const gathered = await gatherContext({ files: exampleFiles, git }, { source });
  const context = { ...gathered, project: await new ProjectReader(exampleFiles).read(gathered.files) };
  return prepareBrief({
    ...{ source, context, template, clock },
    ...decided(clarify({ source, context, template }), []),
    output: output ?? outputPath(template, source, context.files),
  });
}

export interface DraftedAndRepaired {
  /** As the model sent it. */
  readonly drafted: SpecFileReport;
  readonly repair: RepairResult;
  /** What is left after the repair. */
  readonly report: SpecFileReport;
}

/** Drafts and repairs as the command line does, with the receipt where it would lie. */
export async function draftAndRepair(model: LanguageModel, brief: Brief): Promise<DraftedAndRepaired> {
  const { signal } = new AbortController();
  let text = '';
  for await (const event of draft({ model, brief, signal })) {
    if (event.type === 'text') text += event.text;
    if (event.type === 'end' && event.outcome.kind !== 'complete') throw new Error(event.outcome.kind);
  }
  const receipt = serialiseReceipt(receiptFor(brief, text, { id: model.id }));
  const files = withFile(exampleFiles, receiptPath(brief.output), receipt);
  const memory = new CheckMemory();
  const surroundings = readSurroundings(
    { files, git },
    { source: brief.source, spec: brief.output, today: brief.date },
  );
  const check = (checked: string): Promise<SpecFileReport> =>
    checkSpecFile({
      ...{ path: brief.output, text: checked, files, memory, templates: [brief.template] },
      surround: () => surroundings,
    });
  let repair: RepairResult | null = null;
  for await (const event of repairSpec({ model, brief, text, rounds: defaultRepairRounds, check, signal }))
    if (event.type === 'end') repair = event.result;
  if (repair === null) throw new Error('The repair ended without a result.');
  return { drafted: await check(text), repair, report: await check(repair.text) };
}

function withFile(files: FileSystem, path: string, text: string): FileSystem {
  return {
    ...files,
    readFile: (asked) =>
      asked === path ? Promise.resolve(new TextEncoder().encode(text)) : files.readFile(asked),
  };
}
