import type { Brief } from '../brief/brief';
import type { ModelUsage } from '../ports/language-model';
import { tokensBySection } from '../cost/tokens-by-section';
import { criterionLabel } from '../source/notation/criterion-label';
import { derivedNumber } from '../source/identity/known-ids';
import type { Requirement, Source } from '../source/source';
import { sha256Hex } from '../text/hash';
import { sortedJson } from '../text/sorted-json';
import { recordedPath } from '../text/path';
import { estimateTokens } from '../text/estimate-tokens';
import { allExistingFacts } from '../project/existing-facts';
import { criteriaOf } from '../provenance/requirement-state';
import type { SectionUses } from '../provenance/section-uses';
import { sourceParts } from '../provenance/source-parts';
import { templateParts } from '../template/template-parts';
import type { Receipt, ReceiptRequirement } from './receipt';

/** A section of the finished spec, as it stands in the text. */
export interface GeneratedSection {
  /** Template section key. */
  readonly key: string;
  readonly heading: string;
  readonly text: string;
  /** The same without what says which tasks are done, where the spec was looked through for it, see `untickedText`. */
  readonly unmarked?: string | undefined;
}

/** What a receipt calls the model that is none. */
export const outlineId = 'outline';

export interface UsedModel {
  readonly id: string;
  /** Left out where the model does not report it; recorded as 0. */
  readonly usage?: ModelUsage | undefined;
}

/**
 * Records what went into a spec and what came out. Holds neither text of documents nor the time of day nor an
 * absolute path, so that the same inputs give the same receipt on every machine.
 *
 * @param sections of the spec in document order
 * @param uses what each of them depends on, by key
 * @param files hashes of the files that it names, see `citedFiles`
 */
export function buildReceipt(
  brief: Brief,
  sections: readonly GeneratedSection[],
  model: UsedModel,
  uses: ReadonlyMap<string, SectionUses> = new Map(),
  files: Readonly<Record<string, string>> = {},
): Receipt {
  const { source, template, context, answers } = brief;
  const { usage } = model;
  const counted = new Map(
    usage === undefined ? [] : tokensBySection(sections, usage).map(({ key, tokens }) => [key, tokens]),
  );
  return {
    version: 1,
    source: {
      path: recordedPath(source.path),
      sha256: source.sha256,
      kind: source.kind,
      ...(source.conversation === undefined ? {} : { conversation: source.conversation + 1 }),
      requirements: source.requirements.map(recordedRequirement),
      parts: recordedParts(source),
      ...(source.siblings === undefined
        ? {}
        : { siblings: source.siblings.map(({ path, sha256 }) => ({ path: recordedPath(path), sha256 })) }),
      ...idsOf(source),
      ...(source.corrected === undefined
        ? {}
        : { corrections: sha256Hex(sortedJson(source.corrected.corrections)) }),
    },
    template: {
      id: template.id,
      sha256: template.sha256,
      path: template.origin.kind === 'workspace' ? recordedPath(template.origin.path) : null,
      ...(template.translated === undefined ? {} : { language: template.translated.into.id }),
      sections: templateParts(template),
    },
    ...(Object.keys(files).length === 0 ? {} : { files }),
    context: {
      hash: context.hash,
      documents: context.documents.map(({ path, kind, reason, sha256, tokens, truncated }) => ({
        path: recordedPath(path),
        kind,
        reason,
        sha256,
        tokens,
        truncated,
      })),
      excluded: context.excluded.map(({ path, reason }) => ({ path: recordedPath(path), reason })),
      withheld: context.withheld,
      ...(context.stackEdits === undefined ? {} : { stackEdits: context.stackEdits }),
      ...(context.project === undefined
        ? {}
        : { project: sha256Hex(sortedJson(allExistingFacts(context.project))) }),
    },
    git:
      context.git === null
        ? null
        : { branch: context.git.branch, commit: context.git.commit, dirty: context.git.dirty },
    ...(brief.questions.length === 0
      ? {}
      : { questions: brief.questions.map(({ id, area, text }) => ({ id, area, text })) }),
    answers,
    model: {
      id: model.id,
      inputTokens: usage?.inputTokens ?? 0,
      outputTokens: usage?.outputTokens ?? 0,
      ...(usage?.reasoningTokens === undefined ? {} : { reasoningTokens: usage.reasoningTokens }),
    },
    sections: sections.map(({ key, heading, text, unmarked }) => ({
      key,
      heading,
      sha256: sha256Hex(text),
      unmarked: unmarkedHash(text, unmarked),
      tokens: estimateTokens(text),
      ...(counted.has(key) ? { outputTokens: counted.get(key) } : {}),
      ...(uses.has(key) ? { uses: uses.get(key) } : {}),
    })),
  };
}

/** Hash of what a section says without marks of its tasks; `undefined` where it has none. */
export function unmarkedHash(text: string, unmarked: string | undefined): string | undefined {
  return unmarked === undefined || unmarked === text ? undefined : sha256Hex(unmarked);
}

/** A requirement as receipts know it. */
export function recordedRequirement(requirement: Requirement): ReceiptRequirement {
  const { id, kind, line, fingerprint, title, acceptance, recorded, path } = requirement;
  return {
    id,
    kind,
    line,
    fingerprint,
    criteria: recorded === undefined ? criteriaOf(acceptance) : recorded.criteria,
    title,
    acceptance: acceptance.map((_, index) => criterionLabel(id, index)),
    ...(path === undefined ? {} : { path: recordedPath(path) }),
  };
}

/** The prose of a source as receipts know it. */
export function recordedParts(source: Source): Readonly<Record<string, string>> {
  return Object.fromEntries(sourceParts(source).map(({ key, fingerprint }) => [key, fingerprint]));
}

/** Where the author gives every id and always did, there is nothing to remember. */
export function idsOf({ ids }: Source): Pick<Receipt['source'], 'ids'> {
  return ids?.known.some(({ id }) => derivedNumber(id) !== null) === true ? { ids } : {};
}
