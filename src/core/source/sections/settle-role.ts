import { labelDepth } from '../document/document-model';
import type { RoleMatch } from './section-role';
import type { FactTopic } from '../source';
import { collectingRoles } from '../vocabulary/section-roles';
import type { SectionRole } from '../vocabulary/section-roles';

/** What a heading says, and where it stands. */
interface Heading {
  readonly parent: SectionRole | null;
  readonly match: RoleMatch | null;
  readonly depth: number;
  readonly topic: FactTopic | null;
  /** Whether it names a version: "MVP", "v1.1". */
  readonly isVersion: boolean;
  /** Whether it names parts that something is made of. */
  readonly isPart: boolean;
  /** Whether it names one more thing that people can look up. */
  readonly isOneMore: boolean;
}

/** How the product is made, which nobody demands where features are listed. */
const inside: ReadonlySet<FactTopic | null> = new Set<FactTopic | null>([
  'data',
  'architecture',
  'interface',
]);

/** Role in force below a heading, from its parent's role and its own words. */
export function settle({
  parent,
  match,
  depth,
  topic,
  isVersion,
  isPart,
  isOneMore,
}: Heading): SectionRole | null {
  if (match === null) return parent;
  const { role, share } = match;
  if (parent === 'excluded') return parent;
  if (parent === 'aside' || parent === 'annex' || parent === 'context')
    return share >= 0.9 &&
      (role === 'stories' ||
        role === 'requirements' ||
        role === 'non-functional' ||
        // "Features" among priorities or in an overview are the product's; in an annex or a list of risks they are not,
        // and "MVP" in a roadmap says when they come.
        (parent === 'context' && role === 'features' && !isVersion)) &&
      depth < labelDepth
      ? role
      : parent;
  if (parent !== null && collectingRoles.has(parent)) return isOneMore ? parent : below(parent, match, topic);
  // Below goals and metrics "MVP" or "Features" only sorts them.
  if (parent === 'measure' && collectingRoles.has(role))
    return share >= 0.8 && role !== 'features' ? role : parent;
  if (parent === 'acceptance' || parent === 'metadata') return share >= 0.6 ? role : parent;
  // "Core modules" below an architecture are its parts.
  if (parent === 'design' && role === 'features' && (share < 0.8 || isPart)) return parent;
  const leads = role === 'aside' || role === 'annex' || role === 'context';
  const least = depth >= labelDepth ? 0.5 : leads ? 0.45 : 0.35;
  return share >= least ? role : parent;
}

/** Below requirements only clear words lead away from them: "Tasks" or "Search" may well be features. */
function below(parent: SectionRole, { role, share }: RoleMatch, topic: FactTopic | null): SectionRole {
  if (role === 'design') return parent === 'features' && share >= 0.9 && inside.has(topic) ? role : parent;
  if (role === 'context') return parent;
  if (role === 'excluded') return share >= 0.4 ? role : parent;
  if (role === 'acceptance') return share >= 0.5 ? role : parent;
  if (role === 'detail') return share >= 0.75 ? role : parent;
  if (role === 'aside' || role === 'annex' || role === 'measure' || role === 'metadata')
    return share >= 0.6 ? role : parent;
  if (share < 0.5) return parent;
  // "Core features" below "Functional requirements" are still requirements by title, and the reverse never upgrades.
  if (role === 'features' || role === 'scope') return parent;
  return parent === 'features' && role === 'requirements' && share < 0.9 ? parent : role;
}
