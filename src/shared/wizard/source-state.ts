import * as v from 'valibot';
import { passageRoles } from '../../core/source/passages/passage-role';
import { writingState } from './source-writing';
import { notice, severity } from './notice';

export const sourceKind = v.picklist(['prd', 'initiative', 'conversation']);

const sourceCandidate = v.object({
  path: v.string(),
  title: v.string(),
  kind: sourceKind,
  /** Why it is offered: open in the editor, found in `prds/` and so on. */
  reason: v.string(),
});
export type SourceCandidate = v.InferOutput<typeof sourceCandidate>;

export const requirementKinds = [
  'story',
  'functional',
  'non-functional',
  'ears',
  'success-criterion',
  'other',
] as const;
const requirementKind = v.picklist(requirementKinds);
const splitWay = v.picklist(['criteria', 'sentences', 'lines']);
const dropWay = v.picklist(['out-of-scope', 'not-a-requirement']);

const requirementView = v.object({
  id: v.string(),
  derived: v.boolean(),
  kind: v.string(),
  title: v.string(),
  priority: v.nullable(v.string()),
  acceptance: v.number(),
  line: v.number(),
  /** File beside the source that defines it. */
  path: v.optional(v.string()),
  /** The whole statement, shortened; empty where the title says it all. */
  text: v.string(),
  /** Added by the person: its line is 1 where no passage of the document says it, and there is none to open. */
  added: v.boolean(),
  /** Whether a correction had part in what is shown. */
  corrected: v.boolean(),
  /** In which ways it can be split. */
  splits: v.array(splitWay),
});
export type RequirementView = v.InferOutput<typeof requirementView>;

const correctionView = v.object({
  /** What was done, in words. */
  text: v.string(),
  /** Why it has no effect, or what to look at; `null` where it simply holds. */
  problem: v.nullable(v.string()),
});
export type CorrectionView = v.InferOutput<typeof correctionView>;

export const findingView = v.object({ severity, message: v.string(), line: v.number() });
export type FindingView = v.InferOutput<typeof findingView>;

const unreadSection = v.object({
  /** Empty before the first heading; of a conversation who speaks. */
  title: v.string(),
  line: v.number(),
  passages: v.array(
    v.object({
      line: v.number(),
      /** Shortened. */
      text: v.string(),
      /** As what it was read. */
      role: v.picklist(passageRoles),
      /** Whether it could be a requirement by its words. */
      possible: v.boolean(),
    }),
  ),
});
export type UnreadSectionView = v.InferOutput<typeof unreadSection>;
export type PassageView = UnreadSectionView['passages'][number];

const lineView = v.object({ text: v.string(), line: v.number() });
const talkView = v.object({
  decisions: v.array(lineView),
  openPoints: v.array(lineView),
  /** `by` is the id of the requirement that holds instead; `null` where nothing does. */
  superseded: v.array(v.object({ text: v.string(), line: v.number(), by: v.nullable(v.string()) })),
});
export type TalkView = v.InferOutput<typeof talkView>;

export const sourceState = v.object({
  candidates: v.array(sourceCandidate),
  selected: v.nullable(v.string()),
  loading: v.boolean(),
  notice: v.nullable(notice),
  summary: v.nullable(
    v.object({
      title: v.string(),
      kind: sourceKind,
      requirements: v.array(requirementView),
      outOfScope: v.array(v.object({ text: v.string(), line: v.number() })),
      /** What was read as no requirement, by section, as far as a list of it can be looked through. */
      unread: v.array(unreadSection),
      /** How many more passages there are. */
      unreadMore: v.optional(v.number()),
      findings: v.array(findingView),
      /** In the order in which they were made. */
      corrections: v.array(correctionView),
      /** Where they are kept, or `null` where they are not kept in a file. */
      correctionsPath: v.nullable(v.string()),
      /** Of a conversation: what it settled, left open, and said before what holds now. */
      talk: v.optional(talkView),
    }),
  ),
  /** What should be done before a spec is made from this source: write a PRD first, say. */
  offer: v.nullable(notice),
  writing: writingState,
});
export type SourceState = v.InferOutput<typeof sourceState>;

/** What the person wants corrected in what was found in the source, by ids as shown. */
export const correctionWish = v.variant('type', [
  v.object({ type: v.literal('merge'), ids: v.array(v.string()) }),
  v.object({ type: v.literal('split'), id: v.string(), by: splitWay }),
  v.object({ type: v.literal('add'), kind: requirementKind, title: v.string(), text: v.string() }),
  /** Makes a requirement of a passage of `summary.unread`, by its line and text as shown. */
  v.object({ type: v.literal('promote'), line: v.number(), text: v.string() }),
  v.object({ type: v.literal('drop'), id: v.string(), as: dropWay, reason: v.string() }),
  v.object({ type: v.literal('retype'), id: v.string(), kind: requirementKind }),
  v.object({ type: v.literal('retitle'), id: v.string(), title: v.string() }),
]);
export type CorrectionWish = v.InferOutput<typeof correctionWish>;
