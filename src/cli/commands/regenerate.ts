import { resolve } from 'node:path';
import type { SpecFileReport } from '../../core/checks/check-spec-file';
import { countFindings, distinctFindings } from '../../core/checks/distinct-findings';
import { usesOfSections } from '../../core/provenance/uses-of-sections';
import { receiptPath } from '../../core/spec/receipt-path';
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
import { addModelOptions, chooseModel, type ModelOptions } from '../drafting/chosen-model';
import { CliFailure, exitCode } from '../failure';
import { formatOption, maxTokensOption, nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { findingLine, printJson, printLines, severityCounts, type Format } from '../output';
import { collect, keep, openSpec, readRecord, replaceSpec } from '../drafting/section-writing';
import { regenerateStale } from './regenerate-stale';

interface RegenerateOptions extends ModelOptions {
  readonly section?: string;
  readonly instruction: string;
  readonly workspace?: string;
  readonly force: boolean;
  readonly stale: boolean;
  readonly format: Format;
  readonly maxTokens?: number;
  readonly now?: string;
}

/** `regenerate SPEC --section HEADING`: replaces one section and nothing else. */
export const addRegenerate: AddCommand = (program, terminal, done) => {
  const command = program
    .command('regenerate')
    .description('write one section of a spec, or all stale ones, anew; every byte outside stays')
    .argument('<spec>', 'technical specification')
    .option('--section <heading>', 'the heading, with or without its number, or the template key')
    .option('--stale', 'instead of one section all that are older than what they were written from', false);
  addModelOptions(command)
    .option('--instruction <text>', 'what is wanted of the new text', '')
    .option('--force', 'replace it even where a person edited it since it was generated', false)
    .addOption(specWorkspaceOption())
    .addOption(maxTokensOption())
    .addOption(nowOption())
    .addOption(formatOption())
    .action(async (shown: string, options: RegenerateOptions) => {
      const model = chooseModel(terminal, options);
      if (options.stale) {
        if (options.section !== undefined)
          throw new CliFailure(
            '--section and --stale do not go together: name a section, or leave it to --stale.',
          );
        return done(await regenerateStale(terminal, shown, model, options));
      }
      if (options.section === undefined)
        throw new CliFailure(
          '--section is missing. Name a heading of the spec, or write all stale sections with --stale.',
        );
      const opened = await openSpec(terminal, shown, options);
      const { workspace, path, source, report, check } = opened;
      const { template } = report;
      const scope = sectioned(report.spec, template, report.receipt);
      const target = chooseSection(scope, options.section, shown);
      const edited = options.force ? [] : editedWithin(scope, report.receipt, target);
      if (edited.length > 0) throw new CliFailure(editedMessage(shown, report, edited));
      const brief = await opened.brief();

      const order = {
        spec: report.spec,
        targets: [target],
        findings: findingsWithin(report.findings, target),
        instruction: options.instruction,
      };
      const { answer, usage } = await collect(
        terminal,
        { model, brief, order },
        resolve(workspace.root, path),
        shown,
      );
      const receiptFile = receiptPath(path);
      const receiptText = report.receipt === null ? null : await readRecord(workspace, receiptFile);
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
      await replaceSpec(opened, result.text, { before: receiptText, after: result.receipt });

      const { findings } = await check(result.text);
      const counts = countFindings(findings);
      const errors = distinctFindings(findings).filter(({ severity }) => severity === 'error');
      done(errors.length > 0 ? exitCode.findings : exitCode.fine);
      const heading = headingLine(target.section);
      if (options.format === 'json') {
        const receipt = receiptText === null ? null : receiptPath(shown);
        printJson(terminal, {
          path: shown,
          section: { key: target.key, heading },
          receipt,
          errors: counts.error.count,
          warnings: counts.warning.count,
          usage,
        });
        return;
      }
      printLines(terminal, [
        ...errors.map((finding) => findingLine(shown, finding)),
        `${shown}: ${heading} written anew, ${severityCounts(counts)}`,
      ]);
    });
};

function chooseSection(scope: SectionedSpec, wanted: string, shown: string): SectionTarget {
  const found = findTargets(scope, { by: 'heading', heading: wanted });
  const [target, other] = found;
  if (target === undefined) {
    const all = scope.spec.sections.map((section) => headingLine(section)).join('\n');
    throw new CliFailure(
      all === ''
        ? `${shown} has no sections, so it is no spec. Name a technical specification in Markdown.`
        : `${shown} has no section "${wanted}". Its sections are:\n${all}`,
    );
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
