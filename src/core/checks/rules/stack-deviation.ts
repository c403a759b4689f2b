import type { StackProfile } from '../../workspace/context';
import { chosenIn, isNegated } from '../decisions/chosen';
import type { Check } from '../check';
import { deviationsIn, names } from '../reading/deviations';
import { isPastSpec } from '../past-spec';
import { technologiesIn, type Technology, type TechnologyFacet } from '../../workspace/stack/technologies';

/**
 * What the spec chooses is what the workspace is built with: another language, framework, database, ORM, migration tool or UI
 * library beside the one in use has an entry among the deviations, with its reason.
 *
 * Options: `deviations`, the key of the section with the deviations (`deviations` by default). Only what is chosen counts:
 * decisions, dependencies and sentences such as "We use X"; what the workspace shows nothing of differs from nothing.
 *
 * Good: the decision "Invitations are rows in PostgreSQL" where PostgreSQL is in use; MongoDB, with its entry.
 * Bad: the dependency `gorm.io/gorm` where the code uses sqlc, and no word about it.
 */
export const stackDeviation: Check = {
  id: 'stack-deviation',
  title: 'What differs from the stack in use is declared.',
  severity: 'warning',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { surroundings } = context;
    if (surroundings === null || isPastSpec(context)) return;
    const inUse = stackInUse(surroundings.stack);
    for (const { name } of surroundings.project.dependencies)
      for (const { technology } of technologiesIn(name)) inUse.get(technology.facet)?.add(technology.name);
    const declared = deviationsIn(context);
    const reported = new Set<string>();
    for (const { text, isName, place } of chosenIn(context)) {
      for (const { technology, index } of technologiesIn(text)) {
        const { name, facet } = technology;
        const used = inUse.get(facet);
        if (used === undefined || used.has(name) || reported.has(name)) continue;
        // `Express` in a sentence may be the verb; as the name of a dependency it is not.
        if ((technology.isWord && !isName) || isNegated(text, index) || isDeclared(technology, declared))
          continue;
        reported.add(name);
        yield { message: messages[facet], args: [[...used].join(', '), name], ...place };
      }
    }
  },
};

/** A sentence for each facet: the words around a noun change with it in most languages. */
const messages: Readonly<Record<TechnologyFacet, string>> = {
  language: 'The language in use is {0}: choosing {1} is a deviation, which needs its entry and reason.',
  'server framework':
    'The server framework in use is {0}: choosing {1} is a deviation, which needs its entry and reason.',
  'client framework':
    'The client framework in use is {0}: choosing {1} is a deviation, which needs its entry and reason.',
  database: 'The database in use is {0}: choosing {1} is a deviation, which needs its entry and reason.',
  'message broker':
    'The message broker in use is {0}: choosing {1} is a deviation, which needs its entry and reason.',
  ORM: 'The ORM in use is {0}: choosing {1} is a deviation, which needs its entry and reason.',
  'migration tool':
    'The migration tool in use is {0}: choosing {1} is a deviation, which needs its entry and reason.',
  'UI library':
    'The UI library in use is {0}: choosing {1} is a deviation, which needs its entry and reason.',
  'job queue': 'The job queue in use is {0}: choosing {1} is a deviation, which needs its entry and reason.',
  'date library':
    'The date library in use is {0}: choosing {1} is a deviation, which needs its entry and reason.',
  'feature flags':
    'Feature flags come from {0}: choosing {1} is a deviation, which needs its entry and reason.',
};

function isDeclared({ name, aliases }: Technology, declared: string): boolean {
  return [name, ...aliases].some((spelling) => names(declared, spelling));
}

/** What the workspace shows, by what it does. */
function stackInUse(stack: StackProfile): Map<TechnologyFacet, Set<string>> {
  const inUse = new Map<TechnologyFacet, Set<string>>();
  const items = [
    ...stack.languages,
    ...stack.frameworks,
    ...stack.databases,
    ...stack.orms,
    ...(stack.uiLibrary === null ? [] : [stack.uiLibrary]),
    ...(stack.migrations === null ? [] : [{ name: stack.migrations.tool }]),
  ];
  for (const { name } of items) {
    // `PostgreSQL (pgx)`: the driver is no database of its own.
    for (const { technology } of technologiesIn(name)) {
      const used = inUse.get(technology.facet) ?? new Set();
      used.add(technology.name);
      inUse.set(technology.facet, used);
    }
  }
  return inUse;
}
