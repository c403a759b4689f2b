import type { SpecDocument } from '../spec/spec-document';
import type { StatusRule, Template } from '../template/template';

/** The template's status that a spec has, or `null` where its metadata names none of them. */
export function statusOf(spec: SpecDocument, template: Template): StatusRule | null {
  const value = normalise(spec.metadata.get('status')?.value ?? '');
  return template.statuses.find(({ name }) => normalise(name) === value) ?? null;
}

/** Whether a declared gap is still a warning: in a status that allows it, and where no status can be told. */
export function gapsAllowed(spec: SpecDocument, template: Template | null): boolean {
  return template === null || (statusOf(spec, template)?.gapsAllowed ?? true);
}

function normalise(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().toLowerCase();
}
