import * as v from 'valibot';
import { stackFacets } from '../../../core/workspace/stack/stack-facets';

const answer = v.variant('kind', [
  v.object({ kind: v.literal('text'), questionId: v.string(), text: v.string() }),
  v.object({ kind: v.literal('assume'), questionId: v.string(), text: v.string() }),
  v.object({ kind: v.literal('defer'), questionId: v.string(), owner: v.optional(v.string()) }),
]);

const stackEdit = v.object({
  facet: v.picklist(stackFacets),
  detected: v.nullable(v.string()),
  value: v.nullable(v.string()),
});

const header = v.object({
  version: v.literal(1),
  /** Address of the workspace folder. */
  folder: v.string(),
  source: v.object({
    path: v.string(),
    kind: v.picklist(['prd', 'initiative', 'conversation']),
    sha256: v.string(),
  }),
  /** Its language is absent where that is its own. */
  template: v.object({ id: v.string(), sha256: v.string(), language: v.optional(v.string()) }),
  /** Where the spec goes, relative to the folder. */
  output: v.string(),
  answers: v.array(answer),
  /** Questions of models that these answer, as core has them, which guards them. */
  asked: v.optional(v.array(v.unknown()), []),
  excludedDocuments: v.array(v.string()),
  includedDocuments: v.array(v.string()),
  stackEdits: v.array(stackEdit),
  /** The artefact of a workflow that is drafted; absent where it is none. */
  artefact: v.optional(v.nullable(v.object({ feature: v.string(), id: v.string() }))),
  /** Id by which the model is connected to again. */
  model: v.string(),
  /** What a person knows it by; absent in journals of earlier versions. */
  modelName: v.optional(v.string()),
  /** The calls that the draft is written in, and what tells their sections apart; absent where it is one. */
  plan: v.optional(
    v.object({
      calls: v.array(v.array(v.array(v.string()))),
      sections: v.array(
        v.object({
          key: v.string(),
          heading: v.string(),
          number: v.nullable(v.string()),
          level: v.number(),
          optional: v.boolean(),
          guidance: v.literal(''),
          aliases: v.array(v.string()),
        }),
      ),
    }),
  ),
  /** When the draft began, as ISO date and time. */
  begun: v.string(),
  /** The process that writes it: as long as it lives, the draft is no leftover. */
  process: v.number(),
});

/** What is needed to go on with a draft; holds no text of documents and no secret. */
export type JournalHeader = v.InferOutput<typeof header>;

const ending = v.object({
  phase: v.picklist(['stopped', 'failed', 'done']),
  /** Whether what came is in a file of the workspace. */
  saved: v.boolean(),
});

/** How the draft ended, where it did: a journal without it is that of an editor that went away. */
export type JournalEnding = v.InferOutput<typeof ending>;

/** The value, or `null` where the text is none of ours. */
export function readHeader(text: string): JournalHeader | null {
  return read(header, text);
}

export function readEnding(text: string): JournalEnding | null {
  return read(ending, text);
}

function read<T>(schema: v.GenericSchema<unknown, T>, text: string): T | null {
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
