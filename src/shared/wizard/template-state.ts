import * as v from 'valibot';
import { stackFacet } from './context-state';

const templateView = v.object({
  id: v.string(),
  name: v.string(),
  summary: v.string(),
  /** Path in the workspace, or `null` for a built-in one. */
  path: v.nullable(v.string()),
  /** Made for this kind of source. */
  suits: v.boolean(),
  recommended: v.boolean(),
  sections: v.array(v.string()),
  /** What it expects of the stack and the workspace does not have. */
  mismatches: v.array(v.object({ facet: stackFacet, expected: v.string(), found: v.array(v.string()) })),
});
export type TemplateView = v.InferOutput<typeof templateView>;

export const templateState = v.object({
  items: v.array(templateView),
  selected: v.nullable(v.string()),
  /** Languages that a spec may be written in, each by its own name; none where the template knows but one. */
  languages: v.array(v.object({ id: v.string(), name: v.string() })),
  /** What is chosen: one of these, or `auto` for the language of the source. */
  language: v.string(),
  /** The language that this comes to, by its own name. */
  spoken: v.string(),
  /** Templates of the workspace that can't be used, and why. */
  problems: v.array(v.object({ path: v.string(), message: v.string(), line: v.number() })),
});
export type TemplateState = v.InferOutput<typeof templateState>;
