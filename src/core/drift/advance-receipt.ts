import type { Brief } from '../brief/brief';
import { idsOf, recordedParts, recordedRequirement } from '../receipt/build-receipt';
import type { Receipt } from '../receipt/receipt';
import { templateParts } from '../template/template-parts';
import type { Drift } from './drift';

/**
 * What a receipt knows of the inputs, brought up to date for the drifts that are settled: all sections that such a drift touches were
 * written anew from the inputs as they are now. What is not settled stays as it was, so that it goes on to drift.
 *
 * @param brief the sections were written from
 * @param written keys of the sections that were written
 * @param worked those of the drifts that were worked into them; by default all
 * @returns the fields that change
 */
export function advanceReceipt(
  receipt: Receipt,
  drifts: readonly Drift[],
  brief: Brief,
  written: ReadonlySet<string>,
  worked: readonly Drift[] = drifts,
): Partial<Receipt> {
  const settled = worked.filter(
    ({ affects: { sections } }) => sections.length > 0 && sections.every(({ key }) => written.has(key)),
  );
  const subjects = (kind: Drift['kind']): ReadonlySet<string> =>
    new Set(settled.filter((drift) => drift.kind === kind).map(({ subject }) => subject));
  const left = drifts.filter((drift) => !settled.includes(drift));
  const isAll = (...kinds: readonly Drift['kind'][]): boolean =>
    !left.some(({ kind }) => kinds.includes(kind)) && settled.some(({ kind }) => kinds.includes(kind));
  return {
    source: sourceNow(
      receipt,
      brief,
      subjects('requirement'),
      subjects('source'),
      isAll('requirement', 'source'),
    ),
    answers: answersNow(receipt, brief, subjects('answer')),
    context: contextNow(receipt, brief, new Set([...subjects('document'), ...subjects('completed-spec')])),
    ...(isAll('template')
      ? {
          template: {
            ...receipt.template,
            sha256: brief.template.sha256,
            sections: templateParts(brief.template),
          },
        }
      : {}),
    ...filesNow(receipt, settled),
  };
}

function sourceNow(
  { source }: Receipt,
  brief: Brief,
  requirements: ReadonlySet<string>,
  parts: ReadonlySet<string>,
  isAll: boolean,
): Receipt['source'] {
  const before = new Map(source.requirements.map((one) => [one.id, one]));
  const now = new Map(brief.source.requirements.map((one) => [one.id, recordedRequirement(one)]));
  // In the order of the source as it is, what it has no more behind.
  const order = [...new Set([...now.keys(), ...before.keys()])];
  const { ids } = idsOf(brief.source);
  return {
    ...source,
    ...(isAll ? { sha256: brief.source.sha256 } : {}),
    ...(ids === undefined || requirements.size === 0 ? {} : { ids }),
    requirements: order.flatMap((id) => (requirements.has(id) ? now.get(id) : before.get(id)) ?? []),
    ...(source.parts === undefined
      ? {}
      : { parts: picked(source.parts, recordedParts(brief.source), parts) }),
  };
}

function picked(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
  keys: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const all = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return Object.fromEntries(
    all.flatMap((key) => {
      const value = keys.has(key) ? now[key] : before[key];
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

function answersNow({ answers }: Receipt, brief: Brief, settled: ReadonlySet<string>): Receipt['answers'] {
  const now = new Map(brief.answers.map((answer) => [answer.questionId, answer]));
  const kept = answers.flatMap((answer) =>
    settled.has(answer.questionId) ? (now.get(answer.questionId) ?? []) : [answer],
  );
  const known = new Set(answers.map(({ questionId }) => questionId));
  return [
    ...kept,
    ...brief.answers.filter(({ questionId }) => settled.has(questionId) && !known.has(questionId)),
  ];
}

function contextNow({ context }: Receipt, brief: Brief, settled: ReadonlySet<string>): Receipt['context'] {
  const now = new Map(brief.context.documents.map((document) => [document.path, document]));
  const known = new Set(context.documents.map(({ path }) => path));
  const recorded = (path: string): Receipt['context']['documents'] => {
    const document = now.get(path);
    if (document === undefined) return [];
    const { kind, reason, sha256, tokens, truncated } = document;
    return [{ path, kind, reason, sha256, tokens, truncated }];
  };
  return {
    ...context,
    documents: [
      ...context.documents.flatMap((document) =>
        settled.has(document.path) ? recorded(document.path) : [document],
      ),
      ...[...settled].filter((path) => !known.has(path)).flatMap(recorded),
    ],
  };
}

function filesNow(receipt: Receipt, settled: readonly Drift[]): Pick<Receipt, 'files'> {
  const drifted = settled.filter(({ kind }) => kind === 'file');
  if (drifted.length === 0) return {};
  const now = new Map(Object.entries(receipt.files ?? {}));
  for (const { subject, is } of drifted) {
    if (is === null) now.delete(subject);
    else now.set(subject, is);
  }
  return { files: Object.fromEntries(now) };
}
