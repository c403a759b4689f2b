import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';

const patterns = v.pipe(v.array(v.pipe(v.string(), v.regex(/\S/))), v.minLength(1));

const schema = v.object({
  /** Front matter of an adopted template, but for id, name and output. */
  frontMatter: v.record(v.string(), v.unknown()),
  /** Checklist items that checks decide; every adopted template gets them after its own. */
  verified: v.array(
    v.object({
      id: v.string(),
      text: v.string(),
      checks: v.array(v.string()),
      about: v.optional(v.array(v.string()), []),
    }),
  ),
  /** Labels of a metadata block and the Mustache that fills them; one with a label is added where it is missing. */
  metadata: v.array(v.object({ label: v.exactOptional(v.string()), patterns, value: v.string() })),
  /** What stands under a heading that says so; the first entry that matches wins. */
  sections: v.array(
    v.object({
      key: v.exactOptional(v.string()),
      patterns,
      /** Mustache for the section's body. */
      body: v.exactOptional(v.string()),
      /** Fact topics for the team's own tables, labels and bullets. */
      topics: v.optional(v.string(), ''),
      /** Contract that alone is taken, such as `rollback`: of `a release` only what says how it is taken back. */
      states: v.exactOptional(v.string()),
    }),
  ),
  /** Headings of phases below the section with key `tasks`. */
  phases: v.array(v.object({ kind: v.string(), patterns })),
  /** A heading that names a phase, also where its subject is only a placeholder. */
  phaseHeading: v.string(),
  phaseBody: v.string(),
  /** Sections that the checks need, added at the end where the team's template has none of that key. */
  required: v.array(v.object({ key: v.string(), heading: v.string(), body: v.string() })),
});

/** How headings of templates without front matter are understood, as data. */
export type PlainSections = v.InferOutput<typeof schema>;

/**
 * Reads `plain-sections.yaml`.
 *
 * @throws an `Error` that says what is wrong; the file is part of the product
 */
export function readPlainSections(yaml: string): PlainSections {
  return v.parse(schema, parseYaml(yaml));
}

/** Whether a heading or label matches one of the patterns, whatever the case. */
export function matches(text: string, candidates: readonly string[]): boolean {
  return candidates.some((pattern) => new RegExp(pattern, 'iu').test(text));
}
