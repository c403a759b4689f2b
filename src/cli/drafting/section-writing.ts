import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Brief } from '../../core/brief/brief';
import type { SpecFileReport } from '../../core/checks/check-spec-file';
import type { ModelUsage } from '../../core/ports/language-model';
import { ProjectReader } from '../../core/project/read-project';
import { receiptPath } from '../../core/spec/receipt-path';
import { briefOfSpec } from '../../core/regenerate/brief-of-spec';
import { writeSections } from '../../core/regenerate/write-sections';
import { gatherContext } from '../../core/workspace/gather-context';
import { openCheckedSpec } from '../workspace/checked-spec';
import { describeOutcome } from './draft-outcome';
import { CliFailure, exitCode } from '../failure';
import { answersBeside } from '../workspace/read-answers';
import { replaceFile } from '../writing/replace-file';
import type { Terminal } from '../terminal';
import { WaitingLine } from './waiting-line';
import { inWorkspace, readSpecFile, type CliWorkspace } from '../workspace/workspace';

/** A spec on disk of which sections are to be written anew. */
export interface OpenedSpec {
  readonly workspace: CliWorkspace;
  /** As typed. */
  readonly shown: string;
  /** Relative to the workspace. */
  readonly path: string;
  /** With its byte order mark. */
  readonly source: string;
  readonly report: SpecFileReport;
  check(text: string): Promise<SpecFileReport>;
  /** @throws CliFailure where template or source is missing */
  brief(): Promise<Brief>;
}

/** @throws CliFailure that names the file and what to do */
export async function openSpec(
  terminal: Terminal,
  shown: string,
  options: { readonly workspace?: string; readonly now?: string; readonly maxTokens?: number },
): Promise<OpenedSpec> {
  const { workspace, path, clock, check } = await openCheckedSpec(terminal, shown, options);
  const source = await readUtf8(workspace, shown);
  const report = await check(source);
  const brief = async (): Promise<Brief> => {
    const { answers, asked } = await answersBeside(workspace, shown, report.understood?.path ?? null);
    const made = await briefOfSpec({
      report,
      clock,
      answers,
      asked,
      gather: async (understood, choice) => {
        const listing = await workspace.listing();
        const context = await gatherContext(
          { files: workspace.files, git: workspace.git },
          { source: understood, listing, target: path, maxTokens: options.maxTokens, ...choice },
        );
        return { ...context, project: await new ProjectReader(workspace.files).read(context.files) };
      },
    });
    if (made === 'template')
      throw new CliFailure(`${shown}: no template fits its sections, so nobody knows what belongs into one.`);
    if (made === 'source')
      throw new CliFailure(`${shown}: its source was not found. Restore it, or link it in the metadata.`);
    return made;
  };
  return { workspace, shown, path, source, report, check, brief };
}

/** Puts a new text, and the receipt that goes with it, where the old ones are; what was changed meanwhile is not overwritten. */
export async function replaceSpec(
  { workspace, path, shown, source }: OpenedSpec,
  text: string,
  receipt: { readonly before: string | null; readonly after: string | null },
): Promise<void> {
  await replaceFile(resolve(workspace.root, path), shown, source, text);
  const { before, after } = receipt;
  if (before === null || after === null) return;
  const file = resolve(workspace.root, receiptPath(path));
  await replaceFile(file, receiptPath(shown), before, after);
}

/** @throws CliFailure where the model failed; what came is kept beside the spec, which is not changed */
export async function collect(
  { err, onInterrupt }: Terminal,
  input: Omit<Parameters<typeof writeSections>[0], 'signal'>,
  file: string,
  shown: string,
): Promise<{ readonly answer: string; readonly usage: ModelUsage }> {
  const stop = new AbortController();
  const stopListening = onInterrupt(() => stop.abort());
  const waiting = new WaitingLine(err);
  let answer = '';
  try {
    for await (const event of writeSections({ ...input, signal: stop.signal })) {
      if (event.type !== 'waiting') waiting.end();
      if (event.type === 'text') answer += event.text;
      else if (event.type === 'waiting') waiting.show(event.wait);
      else if (event.outcome.kind === 'complete') return { answer, usage: event.usage };
      else {
        const kept = answer === '' ? '' : ` ${await keep(file, shown, answer)}`;
        throw new CliFailure(
          `${describeOutcome(event.outcome)} ${shown} is unchanged.${kept}`,
          exitCode.model,
        );
      }
    }
  } finally {
    stopListening();
  }
  throw new Error('The answer ended without an outcome.');
}

/** The last attempt is the one worth keeping. */
export async function keep(file: string, shown: string, answer: string): Promise<string> {
  const suffix = '.partial.md';
  await writeFile(`${file}${suffix}`, answer);
  return `What came is in ${shown}${suffix}.`;
}

/** Text of a spec with its byte order mark: what is written back has to have the same bytes. */
export async function readUtf8(workspace: CliWorkspace, shown: string): Promise<string> {
  // Says what is wrong with a file that can't be read, or is no text.
  await readSpecFile(workspace, shown);
  try {
    const bytes = await workspace.files.readFile(inWorkspace(workspace, shown));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CliFailure(`${shown} is not in UTF-8, so a part of it cannot be replaced. Save it as UTF-8.`);
  }
}

export async function readRecord({ files }: CliWorkspace, path: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.readFile(path));
}
