import { asSpoken, matchTemplate } from './match-template';
import { checkSpec, type CheckReport } from './check-spec';
import { usesPostgres } from './contracts/uses-postgres';
import type { CheckedRequirement } from './check';
import type { CheckMemory } from './check-memory';
import type { CheckSettings } from './check-settings';
import type { Finding, Severity } from './finding';
import { approvalCheck, approvalFindings, approvalFixes } from '../life/approval-finding';
import { readThreads, type CommentThread } from '../life/comments/threads';
import { readLife, type SpecLife } from '../life/spec-life';
import type { FileSystem } from '../ports/file-system';
import { readDrift, type ReadDriftInput } from '../drift/read-drift';
import type { Drift } from '../drift/drift';
import { answersFindings, staleFindings, waitingFindings } from './stale-findings';
import { parseReceipt } from '../receipt/parse-receipt';
import type { Receipt } from '../receipt/receipt';
import { receiptPath } from '../spec/receipt-path';
import type { Source, SourceKind } from '../source/source';
import { matchSections } from '../spec/match-sections';
import { parseSpec } from '../spec/parse-spec';
import type { SpecDocument } from '../spec/spec-document';
import { leftOutByHandReason } from '../workspace/choose-documents';
import { readSyntax } from '../syntax/read-syntax';
import { inLanguage } from '../template/localize-template';
import type { Template } from '../template/template';
import { kindOfSpec } from './kind-of-spec';
import { findSpecSource, type SpecSource } from './spec-source';
import type { Surroundings } from './surroundings';

export interface SpecFileInput {
  /** Relative to the root of `files`. */
  readonly path: string;
  /** The spec's text, which may be unsaved. */
  readonly text: string;
  readonly files: FileSystem;
  readonly templates: readonly Template[];
  /** What it is known to be, whatever its receipt or its sections say: an artefact of a workflow. */
  readonly template?: Template;
  /**
   * Reads what lies around the spec, once its source is known; left out, checks that need a workspace are left out too.
   */
  readonly surround?: (source: Source | null) => Promise<Surroundings>;
  /** Keeps what does not change from one check of this spec to the next; left out, everything is read anew. */
  readonly memory?: CheckMemory;
  /** Of the person and the team; win over the template. */
  readonly settings?: CheckSettings;
  /** Asks git which files differ from those of a commit; left out, only files that the receipt knows can drift. */
  readonly changedSince?: ReadDriftInput['changedSince'];
}

export interface SpecFileReport extends CheckReport {
  /** As it was asked for. */
  readonly path: string;
  readonly spec: SpecDocument;
  readonly template: Template | null;
  readonly receipt: Receipt | null;
  /** Path of the source it was checked against, or `null` where none was found. */
  readonly source: string | null;
  /** That source as it was understood; `null` where only the receipt's record of it is left, or nothing. */
  readonly understood: Source | null;
  /** What it had to cover, or `null` where no source was found. */
  readonly requirements: readonly CheckedRequirement[] | null;
  /** What it was held against, or `null` where no workspace was read. */
  readonly surroundings: Surroundings | null;
  /** What has changed since its receipt; without a workspace, only source, answers and template are looked at. */
  readonly drift: readonly Drift[];
  /** Its status, and whether it is approved as it stands. */
  readonly life: SpecLife;
  /** What people say of it in review, by place. */
  readonly threads: readonly CommentThread[];
}

/**
 * Checks one spec with everything that lies around it: its receipt, its template and its source. The source is read
 * anew, so that a requirement added to it since is missed here; the receipt's record serves where it is gone.
 */
export async function checkSpecFile(input: SpecFileInput): Promise<SpecFileReport> {
  const { memory } = input;
  const spec = parseSpec(input.text, memory?.parser);
  const { receipt, problem } = await readReceipt(input.files, input.path);
  const template = templateOf(spec, input, receipt);
  const source = await findSpecSource(input.files, input.path, spec, receipt, memory);
  const surroundings = (await input.surround?.(source?.source ?? null)) ?? null;
  const syntax = await readSyntax(spec, { postgres: usesPostgres(spec, surroundings) });
  const report = checkSpec({
    spec,
    template,
    path: input.path,
    surroundings,
    syntax,
    requirements: source?.requirements ?? null,
    ...(receipt === null ? {} : { receiptSections: receipt.sections, leftOut: leftOutOf(receipt) }),
    ...(source === null ? {} : { sourceKind: source.kind }),
    ...(input.settings === undefined ? {} : { settings: input.settings }),
  });
  const drift =
    receipt === null
      ? []
      : await readDrift({
          ...{ files: input.files, path: input.path, spec, receipt, template },
          sections: template === null ? new Map() : matchSections(spec, template, receipt.sections),
          source: source?.source ?? null,
          found: surroundings?.documents ?? null,
          ...(memory === undefined ? {} : { hashes: memory.hashes }),
          ...(input.changedSince === undefined ? {} : { changedSince: input.changedSince }),
        });
  const life = await readLife(input.files, input.path, spec, template, memory?.records);
  const around = [
    ...(problem === null ? [] : [problem]),
    ...unproven(spec, template, receipt, source),
    ...(await answersFindings(input.files, input.path)),
    ...approvalFindings(spec, life),
    ...waitingFindings(drift),
    ...staleFindings(spec, drift),
  ];
  return {
    ...report,
    findings: [...around, ...report.findings],
    path: input.path,
    spec,
    template,
    receipt,
    source: source?.path ?? null,
    understood: source?.source ?? null,
    requirements: source?.requirements ?? null,
    surroundings,
    drift,
    life,
    threads: await readThreads(input.files, [input.path, ...life.former], spec, memory?.records),
    fixesOf: (finding) =>
      finding.check === approvalCheck ? approvalFixes(spec, template, life) : report.fixesOf(finding),
  };
}

/** Its template in its language: what is known of both, else what its headings say. */
function templateOf(spec: SpecDocument, input: SpecFileInput, receipt: Receipt | null): Template | null {
  const known = input.template ?? input.templates.find(({ id }) => id === receipt?.template.id);
  if (known === undefined) return matchTemplate(spec, input.templates);
  if (known.translated !== undefined) return known;
  const language = receipt?.template.language;
  return language === undefined ? asSpoken(spec, known) : inLanguage(known, language);
}

function leftOutOf({ context }: Receipt): readonly string[] {
  return context.excluded.flatMap(({ path, reason }) => (reason === leftOutByHandReason ? [path] : []));
}

async function readReceipt(
  files: FileSystem,
  specPath: string,
): Promise<{ readonly receipt: Receipt | null; readonly problem: Finding | null }> {
  const path = receiptPath(specPath);
  const text = await readText(files, path);
  if (text === null) return { receipt: null, problem: null };
  const parsed = parseReceipt(text);
  if ('receipt' in parsed) return { receipt: parsed.receipt, problem: null };
  const message =
    'The receipt {0} cannot be read ({1}). Restore it from version control, or delete it to go without.';
  return { receipt: null, problem: atTheTop('receipt', 'warning', message, [path, parsed.error]) };
}

/** A finding about the document as a whole. */
function atTheTop(check: string, severity: Severity, message: string, args: readonly string[] = []): Finding {
  return { check, severity, message, args, fixable: false, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** What could not be checked at all: silence about it would pass for proof. */
function unproven(
  spec: SpecDocument,
  template: Template | null,
  receipt: Receipt | null,
  source: SpecSource | null,
): readonly Finding[] {
  if (template === null && spec.sections.length === 0 && spec.tasks.length === 0) {
    const message = 'This is no tech spec: it has no sections. Name a spec, or draft one from a template.';
    return [atTheTop('template', 'error', message)];
  }
  const findings: Finding[] = [];
  if (template === null) {
    const message =
      'No template fits these sections, so only what holds for any spec was checked. Keep the receipt beside the spec, or the headings of a template.';
    findings.push(atTheTop('template', 'warning', message));
  }
  if (source === null) {
    const { message } = noSource[kindOfSpec(spec, template) ?? 'prd'];
    findings.push(atTheTop('source', 'warning', message));
  } else if (!source.read) {
    const message =
      'The source {0} cannot be read; coverage was checked against the requirements that the receipt recorded.';
    findings.push(atTheTop('source', 'warning', message, [receipt?.source.path ?? source.path]));
  }
  return findings;
}

/** What there is to link differs: nobody has a PRD for what engineers began. */
const noSource: Readonly<Record<SourceKind, { readonly message: string }>> = {
  prd: {
    message:
      'No source was found, so coverage was not checked. Link it in the metadata, such as **PRD:** [Title](../prds/title.md).',
  },
  initiative: {
    message:
      'No source was found, so coverage was not checked. Write the initiative down in a document of its own and link it in the metadata, such as **Initiative:** [Title](../initiatives/title.md).',
  },
  conversation: {
    message:
      'No source was found, so coverage was not checked. Save the conversation and link it in the metadata, such as **Conversation:** [Title](../conversations/title.md).',
  },
};

async function readText(files: FileSystem, path: string): Promise<string | null> {
  const bytes = await files.readFile(path).catch(() => null);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}
