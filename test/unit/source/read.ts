import { readSource } from '../../../src/core/source/read-source';
import type { Requirement, Source, SourceKind } from '../../../src/core/source/source';

/** Reads a text as a source named `doc.md`. */
export function read(text: string, kind?: SourceKind, path = 'doc.md'): Source {
  return readSource({ path, bytes: new TextEncoder().encode(text), kind });
}

/** The requirements as `line id` pairs. */
export function found(text: string): readonly string[] {
  return read(text).requirements.map((requirement) => `${requirement.line} ${requirement.id}`);
}

/** The requirement with that id. */
export function pick(source: Source, id: string): Requirement {
  const requirement = source.requirements.find((candidate) => candidate.id === id);
  if (requirement === undefined)
    throw new Error(`no ${id} among ${source.requirements.map((other) => other.id).join(', ')}`);
  return requirement;
}
