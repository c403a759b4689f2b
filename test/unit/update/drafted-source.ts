import type { Brief } from '../../../src/core/brief/brief';
import { prepareBrief } from '../../../src/core/brief/prepare-brief';
import type { CheckedRequirement } from '../../../src/core/checks/check';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { findSpecSource } from '../../../src/core/checks/spec-source';
import { outlineOf, renderOutline } from '../../../src/core/draft/outline';
import type { Drift } from '../../../src/core/drift/drift';
import { readDrift } from '../../../src/core/drift/read-drift';
import { parseReceipt } from '../../../src/core/receipt/parse-receipt';
import type { Receipt } from '../../../src/core/receipt/receipt';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { receiptPath } from '../../../src/core/spec/receipt-path';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { replaceSections } from '../../../src/core/regenerate/replace-sections';
import { sectioned } from '../../../src/core/regenerate/section-target';
import { keepIds } from '../../../src/core/source/identity/keep-ids';
import { readSource } from '../../../src/core/source/read-source';
import type { Source } from '../../../src/core/source/source';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { Template } from '../../../src/core/template/template';
import { updateOrder, updateWriting } from '../../../src/core/update/update-order';
import { builtInTemplates, emptyContext } from '../draft/brief-for';
import { InMemoryFiles } from '../in-memory-files';

const specPath = 'tech-specs/drafted.md';

/** A source, its spec, and the receipt between them. */
export interface Drafted {
  readonly template: Template;
  readonly path: string;
  readonly source: string;
  readonly spec: string;
  readonly record: string;
}

/** What an update made of a spec, and how things stand then. */
export interface Updated extends Drafted {
  /** Open drifts by id. */
  readonly drifts: readonly string[];
  /** The checks that the spec fails, one for each error. */
  readonly errors: readonly string[];
  /** An outline of the source as it is now, with ids as the source has them. */
  readonly outline: string;
  readonly before: Source;
  readonly now: Source;
}

/** @param path of the source, which tells what it is */
export async function draftOf(path: string, source: string, templateId: string): Promise<Drafted> {
  const template = (await builtInTemplates()).find(({ id }) => id === templateId);
  if (template === undefined) throw new Error(`There is no template ${templateId}.`);
  const brief = briefOf(keepIds(read(path, source), []), template);
  const spec = renderOutline(brief);
  return {
    ...{ template, path, source, spec },
    record: serialiseReceipt(receiptFor(brief, spec, { id: 'outline' })),
  };
}

/** Updates a spec by the outline, as the command does without `--force`: what a person edited is left alone. */
export async function updateOf(drafted: Drafted, source: string): Promise<Updated> {
  const { template, path, spec, record } = drafted;
  const receipt = receiptOf(record);
  const { drifts, now, requirements } = await driftOf({ ...drafted, source });
  const brief = briefOf(now, template);
  const scope = sectioned(parseSpec(spec), template, receipt);
  const order = updateOrder(scope, receipt, drifts, brief);
  const asked = order.parts.filter((part) => !order.edited.includes(part));
  const keys = asked.map(({ key }) => key);
  const result = replaceSections({
    ...{ source: spec, receipt: record, template, model: { id: 'outline' }, asked },
    answer: outlineOf(brief, keys, spec).join(''),
    consent: new Set(keys),
    ...updateWriting(order, receipt),
  });
  const after =
    result.kind === 'replaced'
      ? { ...drafted, source, spec: result.text, record: result.receipt ?? '' }
      : { ...drafted, source };
  const report = checkSpec({
    ...{ spec: parseSpec(after.spec), template, path: specPath, sourceKind: now.kind },
    requirements,
    receiptSections: receiptOf(after.record).sections,
  });
  return {
    ...after,
    drifts: (await driftOf(after)).drifts.map(({ id }) => id),
    errors: report.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ check, message }) => `${check}: ${message}`),
    outline: renderOutline(brief),
    before: keepIds(read(path, drafted.source), []),
    now,
  };
}

async function driftOf({ template, path, source, spec, record }: Drafted): Promise<{
  readonly drifts: readonly Drift[];
  readonly now: Source;
  readonly requirements: readonly CheckedRequirement[];
}> {
  const receipt = receiptOf(record);
  const files = new InMemoryFiles({ [path]: source, [specPath]: spec, [receiptPath(specPath)]: record });
  const parsed = parseSpec(spec);
  const found = await findSpecSource(files, specPath, parsed, receipt);
  if (found?.source === null || found === null) throw new Error('No source.');
  const drifts = await readDrift({
    ...{ files, path: specPath, spec: parsed, receipt, template, source: found.source },
    sections: sectioned(parsed, template, receipt).sections,
    found: [],
  });
  return { drifts, now: found.source, requirements: found.requirements };
}

function read(path: string, text: string): Source {
  return readSource({ path, bytes: new TextEncoder().encode(text) });
}

function receiptOf(record: string): Receipt {
  const parsed = parseReceipt(record);
  if (!('receipt' in parsed)) throw new Error(parsed.error);
  return parsed.receipt;
}

function briefOf(source: Source, template: Template): Brief {
  return prepareBrief({
    ...{
      source,
      template,
      context: { ...emptyContext, hash: 'a'.repeat(64) },
      questions: [],
      answers: [],
      output: specPath,
    },
    clock: { now: () => new Date('2026-03-02T12:00:00Z'), timeZone: () => 'UTC' },
  });
}
