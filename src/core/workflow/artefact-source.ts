import { readSource } from '../source/read-source';
import type { Source, SourceFact } from '../source/source';
import type { Template } from '../template/template';
import { artefactPath, type Phase, type Workflow } from './workflow';

/** A written artefact. */
export interface WrittenArtefact {
  readonly path: string;
  readonly text: string;
}

/** What was left open or assumed in one artefact is not known to the next. */
const unsettled = /\bOQ-\d+\b|^\s*\[ASSUMPTION\]/;

/**
 * The source of a feature as its later phases see it: requirements as ever, and what the artefacts so far say of everything
 * else. Where a later artefact says the same as the source, it is said once.
 */
export function withArtefacts(source: Source, artefacts: readonly WrittenArtefact[]): Source {
  const said = new Set(source.facts.map(keyOf));
  const facts: SourceFact[] = [];
  for (const { path, text } of artefacts) {
    if (text.trim() === '') continue;
    for (const fact of readSource({ path, bytes: new TextEncoder().encode(text), kind: source.kind }).facts) {
      if (unsettled.test(fact.text) || said.has(keyOf(fact))) continue;
      said.add(keyOf(fact));
      facts.push({ ...fact, path });
    }
  }
  return facts.length === 0 ? source : { ...source, facts: [...source.facts, ...facts] };
}

/** Paths of the artefacts of the phases before one, in order, whether they are written or not. */
export function formerArtefacts(workflow: Workflow, phase: Phase, feature: string): readonly string[] {
  return workflow.phases
    .slice(
      0,
      workflow.phases.findIndex(({ id }) => id === phase.id),
    )
    .flatMap(({ artefacts }) => artefacts)
    .flatMap((id) => {
      const artefact = workflow.artefacts[id];
      return artefact === undefined ? [] : [artefactPath(artefact, feature)];
    });
}

/** The template of an artefact as a phase uses it: its role and model where it names them, and its place. */
export function templateFor(template: Template, { role }: Phase, output: string): Template {
  return {
    ...template,
    output,
    role: role.agent ?? template.role,
    model: role.model ?? template.model,
  };
}

function keyOf({ topic, text }: SourceFact): string {
  return `${topic} ${text.toLowerCase().replace(/\s+/g, ' ').trim()}`;
}
