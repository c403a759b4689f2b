import { lifeStatusOf, type LifeStatus } from '../template/statuses';
import type { SpecDocument } from '../spec/spec-document';
import type { Template } from '../template/template';

/** The status that a spec has, one of its template's or a usual one, or `null` where its metadata names none of them. */
export function statusOf(spec: SpecDocument, template: Template): LifeStatus | null {
  return lifeStatusOf(spec, template);
}

/** Whether a declared gap is still a warning: in a status that allows it, and where no status can be told. */
export function gapsAllowed(spec: SpecDocument, template: Template | null): boolean {
  return template === null || (statusOf(spec, template)?.gapsAllowed ?? true);
}
