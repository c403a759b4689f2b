import * as v from 'valibot';
import { stages, statusNeeds } from './stage';
import type { StackExpectation } from '../workspace/stack/stack-expectation';

const severity = v.picklist(['error', 'warning', 'info', 'off']);
const sourceKind = v.picklist(['prd', 'initiative', 'conversation']);
const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const texts = v.optional(v.pipe(v.array(text), v.readonly()), []);

const covers = v.object({
  by: v.picklist(['tasks', 'components', 'goals']),
  mapping: text,
  items: text,
  column: v.optional(v.nullable(count), null),
});

const checklistItem = v.object({
  id: text,
  text,
  short: v.exactOptional(text),
  verifiedBy: v.picklist(['check', 'model', 'person']),
  checks: texts,
  about: v.exactOptional(v.pipe(v.array(text), v.readonly())),
  when: v.exactOptional(sourceKind),
});

/** Values of one facet of the stack: one or several. */
const stackValues = v.exactOptional(
  v.union([
    v.pipe(
      text,
      v.transform((value): readonly string[] => [value]),
    ),
    v.pipe(v.array(text), v.readonly()),
  ]),
);
const stack = v.strictObject({
  languages: stackValues,
  frameworks: stackValues,
  orms: stackValues,
  databases: stackValues,
  migrationTool: stackValues,
  migrationFolder: stackValues,
  migrationNaming: stackValues,
  testCommands: stackValues,
  uiLibrary: stackValues,
  uiComponents: stackValues,
  packageManagers: stackValues,
  ci: stackValues,
  modules: stackValues,
}) satisfies v.GenericSchema<unknown, StackExpectation>;

/** Front matter of a template file. Fields are named as in `Template`. */
export const frontMatterSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*$/u)),
  name: text,
  summary: text,
  for: v.pipe(v.array(sourceKind), v.minLength(1), v.readonly()),
  offer: v.exactOptional(v.boolean()),
  output: v.pipe(v.string(), v.regex(/^(?![/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)).+\.(?:md|markdown)$/)),
  requirements: v.optional(v.nullable(text), null),
  budgets: v.optional(
    v.object({
      words: v.exactOptional(v.object({ min: v.exactOptional(count), max: count })),
      snippetLines: v.exactOptional(count),
      sections: v.exactOptional(
        v.record(v.string(), v.object({ words: v.exactOptional(count), sentences: v.exactOptional(count) })),
      ),
    }),
    {},
  ),
  checks: v.optional(
    v.record(
      v.string(),
      v.union([
        severity,
        v.object({
          severity: v.optional(severity, 'error'),
          options: v.optional(v.record(v.string(), v.unknown()), {}),
        }),
      ]),
    ),
    {},
  ),
  covers: v.optional(v.pipe(v.array(covers), v.readonly()), []),
  outOfScope: v.optional(v.nullable(text), null),
  statuses: v.pipe(
    v.array(
      v.object({
        name: text,
        gapsAllowed: v.boolean(),
        stage: v.exactOptional(v.picklist(stages)),
        needs: v.exactOptional(v.pipe(v.array(v.picklist(statusNeeds)), v.readonly())),
      }),
    ),
    v.minLength(1),
    v.readonly(),
  ),
  checklist: v.optional(v.pipe(v.array(checklistItem), v.readonly()), []),
  questions: v.optional(
    v.pipe(
      v.array(
        v.object({
          area: text,
          text,
          why: text,
          blocking: v.optional(v.boolean(), false),
          options: texts,
          followUps: v.optional(
            v.pipe(v.array(v.object({ when: text, text, why: text, options: texts })), v.readonly()),
            [],
          ),
        }),
      ),
      v.readonly(),
    ),
    [],
  ),
  stack: v.exactOptional(stack),
  calls: v.exactOptional(
    v.pipe(
      v.array(
        v.pipe(v.array(v.pipe(v.array(text), v.minLength(1), v.readonly())), v.minLength(1), v.readonly()),
      ),
      v.minLength(1),
      v.readonly(),
    ),
  ),
  // By its beginning it is known in any document, whatever its template was.
  footer: v.exactOptional(v.pipe(text, v.regex(/^Traceability \{verified\}\P{Cc}*$/u))),
  model: v.optional(v.nullable(text), null),
  role: v.optional(v.nullable(text), null),
});

export type FrontMatter = v.InferOutput<typeof frontMatterSchema>;

/** What a front matter field should look like, for the message about one that does not. */
export const fieldExamples: Readonly<Record<string, string>> = {
  id: 'id: team-spec',
  name: 'name: Team specification',
  summary: 'summary: What a spec of this sort is for',
  for: 'for: [prd, initiative]',
  offer: 'offer: false',
  output: 'output: tech-specs/{slug}.md',
  requirements: 'requirements: FR',
  budgets: 'budgets: { words: { max: 2500 }, snippetLines: 20 }',
  checks: 'checks: { word-budget: warning }',
  covers: 'covers: [{ by: tasks, mapping: requirement-mapping, items: tasks, column: 3 }]',
  outOfScope: 'outOfScope: out-of-scope',
  statuses: 'statuses: [{ name: Draft, gapsAllowed: true }, { name: Approved, gapsAllowed: false }]',
  checklist: 'checklist: [{ id: tests, text: Tests are named, verifiedBy: person }]',
  questions: 'questions: [{ area: security, text: Who may do this?, why: It decides the checks }]',
  calls: 'calls: [[[architecture, api]], [[tasks], [testing]]]',
  stack: 'stack: { languages: [Go], migrationTool: goose }',
  footer: 'footer: "Traceability {verified}: {covered} of {requirements} requirements, {errors} errors"',
  model: 'model: gpt-5',
  role: 'role: a software architect',
};
