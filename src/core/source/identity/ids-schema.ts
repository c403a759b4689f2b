import * as v from 'valibot';

/** Guard of `SourceIds`. */
export const idsSchema = v.object({
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  known: v.array(
    v.object({
      id: v.string(),
      fingerprint: v.string(),
      group: v.nullable(v.string()),
      sketch: v.string(),
      retired: v.optional(v.literal(true)),
      parts: v.optional(
        v.array(
          v.object({
            ...{ split: v.string(), fingerprint: v.string(), sketch: v.string() },
            retired: v.optional(v.literal(true)),
          }),
        ),
      ),
    }),
  ),
});
