import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkSpecFile, type SpecFileReport } from '../../core/checks/check-spec-file';
import { distinctFindings } from '../../core/checks/distinct-findings';
import type { ModelUsage } from '../../core/ports/language-model';
import { ProjectReader } from '../../core/project/read-project';
import { usesOfSections } from '../../core/provenance/uses-of-sections';
import { receiptPath } from '../../core/receipt/receipt-path';
import { briefOfSpec } from '../../core/regenerate/brief-of-spec';
import { editedWithin } from '../../core/regenerate/edited-sections';
import { findingsWithin } from '../../core/regenerate/findings-within';
import { headingLine } from '../../core/regenerate/heading-line';
import { askedSection, replaceSection, type ReplacedSection } from '../../core/regenerate/replace-section';
import {
  findTargets,
  sectioned,
  type SectionedSpec,
  type SectionTarget,
} from '../../core/regenerate/section-target';
import { writeSections } from '../../core/regenerate/write-sections';
import { gatherContext } from '../../core/workspace/gather-context';
import { addModelOptions, chooseModel, type ModelOptions } from '../chosen-model';
import { describeOutcome } from '../draft-outcome';
import { answersBeside } from '../read-answers';
import { CliFailure, exitCode } from '../failure';
import { formatOption, maxTokensOption, nowOption, workspaceOption, type AddCommand } from '../options';
import { count, findingLine, printJson, printLines, type Format } from '../output';
import { replaceFile } from '../replace-file';
import { surroundingsOf } from '../surround';
import { loadTeamConfig } from '../team-config';
import { WaitingLine } from '../waiting-line';
import { clockAt, inWorkspace, loadTemplates, openWorkspace, readSpecFile } from '../workspace';

interface RegenerateOptions extends ModelOptions {
  readonly section?: string;
  readonly instruction: string;
  readonly workspace: string;
  readonly force: boolean;
  readonly format: Format;
  readonly maxTokens?: number;
  readonly now?: string;
}

/** `regenerate SPEC --section HEADING`: replaces one section and nothing else. */
export const addRegenerate: AddCommand = (program, done) => {
  const command = program
    .command('regenerate')
    .description('write one section of a spec anew; every byte outside it stays')
    .argument('<spec>', 'technical specification')
    .option('--section <heading>', 'required; the heading, with or without its number, or the template key');
  addModelOptions(command)
    .option('--instruction <text>', 'what is wanted of the new text', '')
    .option('--force', 'replace it even where a person edited it since it was generated', false)
    .addOption(workspaceOption())
    .addOption(maxTokensOption())
    .addOption(nowOption())
    .addOption(formatOption())
    .action(async (shown: string, options: RegenerateOptions) => {
      const model = chooseModel(options);
      const clock = clockAt(options.now);
      if (options.section === undefined)
        throw new CliFailure('--section is missing. Name a heading of the spec.');
      const workspace = await openWorkspace(options.workspace);
      const config = await loadTeamConfig(workspace);
      const templates = await loadTemplates(workspace);
      const path = inWorkspace(workspace, shown);
      const surround = surroundingsOf(workspace, clock, config)(path);
      const check = (text: string): Promise<SpecFileReport> =>
        checkSpecFile({ path, text, files: workspace.files, templates, settings: config.checks, surround });

      const source = await readUtf8(workspace, shown);
      const report = await check(source);
      const { template } = report;
      const scope = sectioned(report.spec, template, report.receipt);
      const target = chooseSection(scope, options.section, shown);
      const edited = options.force ? [] : editedWithin(scope, report.receipt, target);
      if (edited.length > 0) throw new CliFailure(editedMessage(shown, report, edited));
      const { answers, asked } = await answersBeside(workspace, shown, report.understood?.path ?? null);
      const brief = await briefOfSpec({
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
      if (brief === 'template')
        throw new CliFailure(
          `${shown}: no template fits its sections, so nobody knows what belongs into one.`,
        );
      if (brief === 'source')
        throw new CliFailure(`${shown}: its source was not found. Restore it, or link it in the metadata.`);

      const order = {
        spec: report.spec,
        targets: [target],
        findings: findingsWithin(report.findings, target),
        instruction: options.instruction,
      };
      const { answer, usage } = await collect({ model, brief, order }, resolve(workspace.root, path), shown);
      const receiptFile = receiptPath(path);
      const receiptText = report.receipt === null ? null : await readText(workspace, receiptFile);
      const result = replaceSection({
        source,
        template,
        receipt: receiptText,
        asked: askedSection(scope, target),
        answer,
        model: { id: model.id, usage },
        // Without it this would have ended above.
        consent: true,
        uses: (sections) => usesOfSections(brief, sections),
      });
      if (result.kind !== 'replaced')
        throw await unusable(result, resolve(workspace.root, path), shown, answer);
      await replaceFile(resolve(workspace.root, path), shown, withoutMark(source), withoutMark(result.text));
      if (receiptText !== null && result.receipt !== null)
        await replaceFile(
          resolve(workspace.root, receiptFile),
          receiptPath(shown),
          withoutMark(receiptText),
          withoutMark(result.receipt),
        );

      const findings = distinctFindings((await check(result.text)).findings);
      const errors = findings.filter(({ severity }) => severity === 'error');
      const warnings = findings.filter(({ severity }) => severity === 'warning').length;
      done(errors.length > 0 ? exitCode.findings : exitCode.fine);
      const heading = headingLine(target.section);
      if (options.format === 'json') {
        const receipt = receiptText === null ? null : receiptPath(shown);
        printJson({
          path: shown,
          section: { key: target.key, heading },
          receipt,
          errors: errors.length,
          warnings,
          usage,
        });
        return;
      }
      printLines([
        ...errors.map((finding) => findingLine(shown, finding)),
        `${shown}: ${heading} written anew, ${count(errors.length, 'error')}, ${count(warnings, 'warning')}`,
      ]);
    });
};

function chooseSection(scope: SectionedSpec, wanted: string, shown: string): SectionTarget {
  const found = findTargets(scope, { by: 'heading', heading: wanted });
  const [target, other] = found;
  if (target === undefined) {
    const all = scope.spec.sections.map((section) => headingLine(section)).join('\n');
    throw new CliFailure(`${shown} has no section "${wanted}". Its sections are:\n${all}`);
  }
  if (other !== undefined) {
    const all = found
      .map(({ section, key }) => `line ${section.line}: ${key ?? headingLine(section)}`)
      .join('\n');
    throw new CliFailure(
      `${shown} has several sections "${wanted}". Name one by its number or its template key:\n${all}`,
    );
  }
  return target;
}

function editedMessage(shown: string, { receipt }: SpecFileReport, headings: readonly string[]): string {
  const list = headings.map((heading) => `"${heading}"`).join(', ');
  return receipt === null
    ? `${shown} has no receipt, so ${list} may be written by hand. Nothing was changed; --force replaces it.`
    : `${list} in ${shown} was edited since it was generated (the receipt has another hash). Nothing was changed; --force replaces it.`;
}

/** @throws CliFailure where the model failed; what came is kept beside the spec, which is not changed */
async function collect(
  input: Omit<Parameters<typeof writeSections>[0], 'signal'>,
  file: string,
  shown: string,
): Promise<{ readonly answer: string; readonly usage: ModelUsage }> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  const waiting = new WaitingLine(process.stderr);
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
    process.off('SIGINT', interrupt);
  }
  throw new Error('The answer ended without an outcome.');
}

async function unusable(
  { kind }: Exclude<ReplacedSection, { kind: 'replaced' }>,
  file: string,
  shown: string,
  answer: string,
): Promise<CliFailure> {
  if (kind !== 'unusable') return new CliFailure(`${shown} changed meanwhile. Run the command again.`);
  const reason = 'The answer holds no text for this section that fits between the others';
  return new CliFailure(
    `${reason}. ${shown} is unchanged. ${await keep(file, shown, answer)}`,
    exitCode.model,
  );
}

/** The last attempt is the one worth keeping. */
async function keep(file: string, shown: string, answer: string): Promise<string> {
  const suffix = '.partial.md';
  await writeFile(`${file}${suffix}`, answer);
  return `What came is in ${shown}${suffix}.`;
}

type Workspace = Awaited<ReturnType<typeof openWorkspace>>;

/** Text of a spec with its byte order mark: what is written back has to have the same bytes. */
async function readUtf8(workspace: Workspace, shown: string): Promise<string> {
  // Says what is wrong with a file that can't be read, or is no text.
  await readSpecFile(workspace, shown);
  try {
    const bytes = await workspace.files.readFile(inWorkspace(workspace, shown));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CliFailure(`${shown} is not in UTF-8, so a part of it can not be replaced. Save it as UTF-8.`);
  }
}

async function readText({ files }: Workspace, path: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.readFile(path));
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
