/** As what a passage was read that is no requirement, in the words in which people call parts of a document. */
export const passageRoles = [
  /** What is wrong today, why now, a summary. */
  'background',
  'goal',
  'audience',
  'success',
  'risk',
  'constraint',
  /** Performance, security, operation and such, told and not demanded. */
  'quality',
  /** Data, interfaces, dependencies. */
  'data',
  /** Screens, architecture. */
  'design',
  /** Time, rollout. */
  'plan',
  /** People, market, money, and what surrounds the product otherwise. */
  'context',
  'decision',
  /** How it is tested or accepted, by criteria that belong to no requirement. */
  'acceptance',
  /** Says something of what stands above it. */
  'description',
  /** References, glossary, history and such. */
  'aside',
  /** Says something of the document itself. */
  'document',
  /** Stands among the requirements and states none. */
  'around',
  /** Stands among the requirements, and has no id while others have. */
  'without-id',
  /** Said in a conversation; nobody asked for it. */
  'talk',
  /** Said by a model; nobody agreed. */
  'proposal',
  /** Nothing told what it is. */
  'none',
] as const;
export type PassageRole = (typeof passageRoles)[number];
