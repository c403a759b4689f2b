/** Which section is to be written anew, and how; what is left out is asked for. */
export interface SectionRequest {
  /** Any line of it, from 1. */
  readonly line?: number;
  /** Its heading or template key. */
  readonly section?: string;
  /** What is wanted, `''` for nothing in particular. */
  readonly instruction?: string;
  /** Id of a model of the catalogue. */
  readonly model?: string;
  /** Whether what was edited by hand in it may be replaced. */
  readonly consent?: boolean;
}

/** Reads what came with a command; whatever does not fit is left out. */
export function readSectionRequest(value: unknown): SectionRequest {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Readonly<Record<keyof SectionRequest, unknown>>;
  return {
    ...(typeof given.line === 'number' ? { line: given.line } : {}),
    ...(typeof given.section === 'string' ? { section: given.section } : {}),
    ...(typeof given.instruction === 'string' ? { instruction: given.instruction } : {}),
    ...(typeof given.model === 'string' ? { model: given.model } : {}),
    ...(given.consent === true ? { consent: true } : {}),
  };
}
