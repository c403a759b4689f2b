import * as v from 'valibot';
import { stackFacets } from '../../core/workspace/stack/stack-facets';
import { notice } from './notice';

/** What a completed spec declares: how much, and as much of it as is worth showing. */
const declaredFacts = v.object({
  count: v.number(),
  shown: v.array(v.object({ kind: v.string(), name: v.string(), detail: v.string(), line: v.number() })),
});
export type DeclaredFactsView = v.InferOutput<typeof declaredFacts>;

const documentView = v.object({
  path: v.string(),
  /** rule, steering, completed-spec, research, decision, template, source. */
  kind: v.string(),
  title: v.string(),
  /** Why it is sent or not. */
  reason: v.string(),
  /** Estimated tokens; `null` for what was not read. */
  tokens: v.nullable(v.number()),
  truncated: v.boolean(),
  included: v.boolean(),
  /** Whether a person decided so. */
  byHand: v.boolean(),
  /** What it declares, where it is a completed spec that declares anything. */
  facts: v.optional(declaredFacts),
});
export type DocumentView = v.InferOutput<typeof documentView>;

export const stackFacet = v.picklist(stackFacets);

const stackValue = v.object({
  /** Such as `Go 1.24`. */
  text: v.string(),
  state: v.picklist(['detected', 'changed', 'added', 'removed']),
  /** What was detected, where a person said otherwise; equal to `text` of what was removed. */
  detected: v.nullable(v.string()),
  /** File and line that show what was detected; an empty path where none does. */
  evidence: v.string(),
  line: v.number(),
});
export type StackValueView = v.InferOutput<typeof stackValue>;

const stackRow = v.object({
  facet: stackFacet,
  /** Whether it has one value at most. */
  single: v.boolean(),
  values: v.array(stackValue),
});
export type StackRowView = v.InferOutput<typeof stackRow>;

/** What was read of the code, in numbers. */
const projectView = v.object({
  state: v.picklist(['waiting', 'reading', 'ready', 'stopped', 'failed']),
  counts: v.nullable(
    v.object({
      files: v.number(),
      symbols: v.number(),
      endpoints: v.number(),
      tables: v.number(),
      commands: v.number(),
      packages: v.number(),
      /** Files of code that were not read. */
      skipped: v.number(),
    }),
  ),
});
export type ProjectView = v.InferOutput<typeof projectView>;

export const contextState = v.object({
  loading: v.boolean(),
  notice: v.nullable(notice),
  /** What is sent and what could be, the source among them. */
  documents: v.array(documentView),
  /** What no choice sends: secrets, ignored files, what can't be read. */
  withheld: v.array(v.object({ path: v.string(), reason: v.string() })),
  /** A row for each facet, those without values too; empty before the workspace was read. */
  stack: v.array(stackRow),
  project: projectView,
  git: v.nullable(
    v.object({
      branch: v.nullable(v.string()),
      commit: v.nullable(v.string()),
      dirty: v.boolean(),
      userName: v.nullable(v.string()),
      recent: v.array(v.string()),
    }),
  ),
  /** Of all that is sent, the source among it. */
  tokens: v.number(),
  /** Most tokens of documents beside the source, and what decides that; `null` until they were read. */
  budget: v.nullable(v.object({ tokens: v.number(), from: v.picklist(['model', 'setting', 'default']) })),
});
export type ContextState = v.InferOutput<typeof contextState>;
