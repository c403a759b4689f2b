import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Brief } from '../../core/brief/brief';
import { CheckMemory } from '../../core/checks/check-memory';
import { checkSpecFile, type SpecFileInput, type SpecFileReport } from '../../core/checks/check-spec-file';
import type { CallPlan } from '../../core/draft/calls/call-plan';
import { citedFiles } from '../../core/drift/cited-files';
import { addUsage, type LanguageModel, type ModelUsage } from '../../core/ports/language-model';
import { receiptFor } from '../../core/receipt/receipt-for';
import { receiptPath } from '../../core/spec/receipt-path';
import { serialiseReceipt } from '../../core/receipt/serialise-receipt';
import { withoutFooter } from '../../core/spec/footer-line';
import type { RepairResult } from '../../core/repair/repair-spec';
import { parseSpec } from '../../core/spec/parse-spec';
import type { Template } from '../../core/template/template';
import type { DraftOutcome } from '../../core/draft/draft-outcome';
import { describeOutcome } from './draft-outcome';
import { CliFailure, errorCode, exitCode } from '../failure';
import { PartialDraft } from './partial-draft';
import { repairDraft } from './repair-draft';
import { replaceFile } from '../writing/replace-file';
import { runDraft, startOf } from './run-draft';
import type { Terminal } from '../terminal';
import type { CliWorkspace } from '../workspace/workspace';

/** What is to be drafted, and where it goes. */
export interface DraftOrder {
  readonly model: LanguageModel;
  readonly brief: Brief;
  readonly template: Template;
  /** Relative to the root; nothing lies there, and no receipt. */
  readonly output: string;
  /** As a person would name it. */
  readonly shown: string;
  /** The calls of a new draft; `null` for one. */
  readonly plan: CallPlan | null;
  /** Whether it goes on with what a draft that broke off has left. */
  readonly resume: boolean;
  readonly repairRounds: number;
  check(text: string): Promise<SpecFileReport>;
  /** Writes what else belongs beside the spec, before it is checked. */
  beside?(): Promise<void>;
}

export interface DraftedFiles {
  readonly text: string;
  readonly repair: RepairResult;
  readonly usage: ModelUsage | undefined;
  readonly report: SpecFileReport;
}

/**
 * Drafts a document into its file, with its receipt, and repairs it there. What a model sent lies beside until all of it is in.
 *
 * @throws CliFailure where the model fails, which leaves what came; or a file can not be written
 */
export async function draftToFiles(
  terminal: Terminal,
  { root, files }: CliWorkspace,
  order: DraftOrder,
): Promise<DraftedFiles> {
  const { model, brief, output, shown, check } = order;
  const target = resolve(root, output);
  const partial = new PartialDraft(target, shown);
  const start = startOf(terminal, partial, order.resume, order.plan, order.template);
  const { text, anything, outcome, usage } = await runDraft(terminal, model, brief, partial, start);
  const broken = (why: Exclude<DraftOutcome, { kind: 'complete' }>): CliFailure => {
    const kept = anything ? [`What came is in ${partial.all.join(', ')}; --resume goes on with it.`] : [];
    return new CliFailure([describeOutcome(why), ...kept].join(' '), exitCode.model);
  };
  if (outcome.kind !== 'complete') throw broken(outcome);
  const receiptOf = async (written: string, used: ModelUsage | undefined): Promise<string> => {
    const cited = await citedFiles(files, parseSpec(written));
    return serialiseReceipt(receiptFor(brief, written, { id: model.id, usage: used }, cited));
  };
  const { value: receipt, stopped } = await untilStopped(terminal, () => receiptOf(text, usage));
  if (stopped) throw broken({ kind: 'cancelled' });
  const written = await untilStopped(terminal, async () => {
    await writeNew(target, shown, text);
    await writeNew(receiptPath(target), receiptPath(shown), receipt);
    partial.remove();
    await order.beside?.();
  });
  if (written.stopped)
    throw new CliFailure(
      `Stopped: ${shown} is written and was not checked. Run tech-spec check ${shown}.`,
      exitCode.model,
    );
  // The draft lies on disk already: whatever becomes of its repair, it is kept.
  const repair = await repairDraft(terminal, { model, brief, text, rounds: order.repairRounds, check });
  if (repair.text !== text) await replaceFile(target, shown, text, repair.text);
  const used = addUsage(usage, repair.usage);
  // To tell what sections depend on takes longer than the draft of an outline.
  const isAsItWas = withoutFooter(repair.text) === withoutFooter(text) && repair.usage === null;
  const mended = isAsItWas ? receipt : await receiptOf(repair.text, used);
  if (mended !== receipt) await replaceFile(receiptPath(target), receiptPath(shown), receipt, mended);
  return { text: repair.text, repair, usage: used, report: await check(repair.text) };
}

/** Does something during which Ctrl+C would end the program without a word, and tells whether it was pressed. */
async function untilStopped<T>(
  { onInterrupt }: Terminal,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly stopped: boolean }> {
  let stopped = false;
  const stopListening = onInterrupt(() => (stopped = true));
  try {
    const value = await work();
    // What was pressed while nothing else could run is told now.
    await new Promise((done) => setTimeout(done, 0));
    return { value, stopped };
  } finally {
    stopListening();
  }
}

/** Checks versions of one text; what lies around it is read once. */
export function checkerOf(
  input: Omit<SpecFileInput, 'text' | 'memory' | 'surround'> & Required<Pick<SpecFileInput, 'surround'>>,
): (text: string) => Promise<SpecFileReport> {
  const memory = new CheckMemory();
  let around: ReturnType<typeof input.surround> | undefined;
  return (text) =>
    checkSpecFile({ ...input, text, memory, surround: (source) => (around ??= input.surround(source)) });
}

/** What a command says of a file that it would have to write over. */
export function existsMessage(path: string): string {
  return `${path} exists and is not overwritten. Choose another file with --out.`;
}

/**
 * Creates a file; one that appeared meanwhile is not overwritten.
 *
 * @throws CliFailure
 */
export async function writeNew(target: string, shown: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text, { flag: 'wx' });
  } catch (error) {
    const code = errorCode(error);
    throw new CliFailure(
      code === 'EEXIST'
        ? existsMessage(shown)
        : `${shown} cannot be written (${code}). Choose another file with --out.`,
    );
  }
}
