import * as v from 'valibot';
import type { AnswerAspect } from '../provenance/section-uses';
import { idsSchema } from '../source/identity/ids-schema';
import { isAbsolutePath } from '../text/path';
import { stackFacets } from '../workspace/stack/stack-facets';
import type { Receipt } from './receipt';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 hash'));
const relativePath = v.pipe(
  v.string(),
  v.check((path) => !isAbsolutePath(path.replace(/\\/g, '/')), 'is not relative to the workspace'),
);
/** Only a source may lie beside the workspace; whatever else leads out of it was not written by us. */
const innerPath = v.pipe(
  relativePath,
  v.check((path) => !path.split(/[/\\]/).includes('..'), 'leads out of the workspace'),
);

const model = v.object({
  id: v.string(),
  inputTokens: count,
  outputTokens: count,
  reasoningTokens: v.optional(count),
});

const aspect = v.custom<AnswerAspect>(
  (value) => typeof value === 'string' && /^(?:text|assume|defer|owner|scope:[0-9a-f]{12})$/u.test(value),
  'is no aspect of an answer',
);
const uses = v.object({
  answers: v.record(
    v.string(),
    v.object({
      of: v.array(aspect),
      was: v.pipe(v.string(), v.regex(/^(?:text|assume|defer):[0-9a-f]{12}$/u, 'is no state of an answer')),
    }),
  ),
  requirements: v.record(v.string(), v.string()),
  documents: v.record(relativePath, hash),
  source: v.optional(v.record(v.string(), v.string())),
});

const receiptSchema = v.object({
  version: v.literal(1, 'is not 1: the receipt was written by another version of Tech Spec'),
  source: v.object({
    path: relativePath,
    sha256: hash,
    kind: v.picklist(['prd', 'initiative', 'conversation']),
    conversation: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    requirements: v.array(
      v.object({
        id: v.string(),
        kind: v.picklist(['story', 'functional', 'non-functional', 'ears', 'success-criterion', 'other']),
        line: v.pipe(v.number(), v.integer(), v.minValue(1)),
        fingerprint: v.string(),
        criteria: v.optional(v.string()),
        title: v.string(),
        acceptance: v.array(v.string()),
        path: v.optional(innerPath),
      }),
    ),
    siblings: v.optional(v.array(v.object({ path: innerPath, sha256: hash }))),
    corrections: v.optional(hash),
    parts: v.optional(v.record(v.string(), v.string())),
    ids: v.optional(idsSchema),
  }),
  template: v.object({
    ...{ id: v.string(), sha256: hash, path: v.nullable(innerPath) },
    language: v.optional(v.string()),
    sections: v.optional(v.record(v.string(), v.string())),
  }),
  files: v.optional(v.record(innerPath, hash)),
  context: v.object({
    hash,
    documents: v.array(
      v.object({
        path: relativePath,
        kind: v.picklist([
          'rule',
          'completed-spec',
          'research',
          'steering',
          'decision',
          'template',
          'source',
        ]),
        reason: v.string(),
        sha256: hash,
        tokens: count,
        truncated: v.boolean(),
      }),
    ),
    excluded: v.array(v.object({ path: relativePath, reason: v.string() })),
    withheld: v.optional(v.array(v.object({ path: relativePath, line: count, kind: v.string() })), []),
    stackEdits: v.optional(
      v.array(
        v.object({
          facet: v.picklist(stackFacets),
          detected: v.nullable(v.string()),
          value: v.nullable(v.string()),
        }),
      ),
    ),
    project: v.optional(hash),
  }),
  git: v.nullable(
    v.object({ branch: v.nullable(v.string()), commit: v.nullable(v.string()), dirty: v.boolean() }),
  ),
  questions: v.optional(v.array(v.object({ id: v.string(), area: v.string(), text: v.string() }))),
  answers: v.array(
    v.variant('kind', [
      v.object({
        ...{ kind: v.literal('text'), questionId: v.string(), text: v.string() },
        by: v.optional(v.literal('workspace')),
      }),
      v.object({ kind: v.literal('assume'), questionId: v.string(), text: v.string() }),
      v.object({ kind: v.literal('defer'), questionId: v.string(), owner: v.optional(v.string()) }),
    ]),
  ),
  model,
  sections: v.array(
    v.object({
      key: v.string(),
      heading: v.string(),
      sha256: hash,
      unmarked: v.optional(hash),
      tokens: count,
      outputTokens: v.optional(count),
      model: v.optional(model),
      uses: v.optional(uses),
    }),
  ),
});

/** A receipt, or what is wrong with the text in one clause that can stand in brackets. */
export type ParsedReceipt = { readonly receipt: Receipt } | { readonly error: string };

/** Reads a receipt's text. Never throws; fields that are not known are dropped. */
export function parseReceipt(text: string): ParsedReceipt {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const conflict = /^(?:<{7}|>{7}) /m.test(text);
    return { error: conflict ? 'it holds an unresolved merge conflict' : 'it is not JSON' };
  }
  const parsed = v.safeParse(receiptSchema, data);
  if (parsed.success) return { receipt: parsed.output };
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue);
  return { error: place === null ? issue.message : `${place}: ${issue.message}` };
}
