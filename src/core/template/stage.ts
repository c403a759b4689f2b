/** Where in its life a spec stands, whatever its template calls that. */
export const stages = ['draft', 'review', 'approved', 'implemented', 'deprecated', 'rejected'] as const;
export type Stage = (typeof stages)[number];

/**
 * What a status may ask for before a spec gets it: no finding of severity error; no open question; each item of a person ticked;
 * no open review comment; an approval that holds for the text; each task ticked; no finding that says the code is not as the spec
 * promises; a reason, or the spec that takes its place.
 */
export const statusNeeds = [
  'no-errors',
  'questions',
  'persons',
  'comments',
  'approval',
  'tasks',
  'conformance',
  'reason',
] as const;
export type StatusNeed = (typeof statusNeeds)[number];
