import type { SpecSection } from '../../spec/spec-document';
import type { CheckContext } from '../check';

type Scope = Pick<CheckContext, 'spec' | 'template' | 'sections'>;

/** The phases into which a spec divides its tasks. */
export interface TaskPhases {
  /** Phases that the template has, in the spec's order, each with its position in the template from 0. */
  readonly known: readonly {
    readonly section: SpecSection;
    readonly position: number;
    readonly name: string;
  }[];
  /** Sections beside them that the template does not have. */
  readonly strangers: readonly SpecSection[];
}

/** Phases are the subsections of the section that a cover rule names for its tasks; `null` where the template has none. */
export function taskPhases({ spec, template, sections }: Scope): TaskPhases | null {
  const rule = template?.covers.find(({ by }) => by === 'tasks');
  const holder = rule === undefined ? undefined : sections.get(rule.items);
  const keys = rule === undefined || template === null ? [] : phaseKeys(template.sections, rule.items);
  if (holder === undefined || keys.length === 0) return null;
  const positions = new Map(
    keys.flatMap(({ key, heading }, position) => {
      const section = sections.get(key);
      return section === undefined ? [] : [[section.index, { position, heading }] as const];
    }),
  );
  const children = spec.sections.filter(({ parent }) => parent === holder.index);
  return {
    known: children.flatMap((section) => {
      const entry = positions.get(section.index);
      return entry === undefined ? [] : [{ section, position: entry.position, name: entry.heading }];
    }),
    strangers: children.filter(({ index }) => !positions.has(index)),
  };
}

function phaseKeys(
  sections: NonNullable<Scope['template']>['sections'],
  items: string,
): readonly { readonly key: string; readonly heading: string }[] {
  const at = sections.findIndex(({ key }) => key === items);
  const level = sections[at]?.level ?? 0;
  const below = sections.slice(at + 1);
  const end = below.findIndex((section) => section.level <= level);
  const inside = at === -1 ? [] : end === -1 ? below : below.slice(0, end);
  return inside.filter((section) => section.level === level + 1);
}
