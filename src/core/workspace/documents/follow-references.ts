import {
  consider,
  leftOut,
  taken,
  tiers,
  type Considered,
  type ReadCandidate,
  type Verdict,
} from './considered';
import type { ContextKind, ExcludedFile } from '../context';
import { documentEndings } from './document-kinds';
import { documentReferences, type DocumentReference } from './document-references';

/** What following a reference needs to know of the workspace. */
export interface ReferenceWorld {
  /** Whether a file of that path was listed: it exists and is not ignored. */
  readonly has: (path: string) => boolean;
  readonly isIgnored: (path: string) => boolean;
  /** Paths that were turned away already, each with its reason. */
  readonly isExcluded: (path: string) => boolean;
  /** Reads a file that nothing but a reference leads to; secrets and binary files are turned away. */
  readonly read: (path: string, kind: ContextKind) => Promise<ReadCandidate | ExcludedFile>;
}

export interface FollowedReferences {
  /** One for each document, with those that references brought in. */
  readonly verdicts: readonly Verdict[];
  /** References that were not followed, each with its reason. */
  readonly excluded: readonly ExcludedFile[];
}

/** From rule to document to document: farther ones have little to do with the rule. */
const deepest = 3;
const mostFollowed = 40;
const rulesThatRefer: readonly ContextKind[] = ['rule', 'steering'];

/** Whether what a document refers to is followed from it first. */
export function refers({ place }: Pick<Considered, 'place'>): boolean {
  return rulesThatRefer.includes(place.kind);
}

/** What a document refers to, found once for each. */
export function referencesIn({ frontMatter, path, base }: Considered): readonly DocumentReference[] {
  const made = known.get(frontMatter);
  if (made?.path === path && made.base === base) return made.references;
  const references = documentReferences(frontMatter.body, path, base);
  known.set(frontMatter, { path, base, references });
  return references;
}

const known = new WeakMap<
  Considered['frontMatter'],
  Pick<Considered, 'path' | 'base'> & { readonly references: readonly DocumentReference[] }
>();

/**
 * Brings in what the rules that apply refer to, and what that refers to in turn. Each document once, so that circles
 * end. Nothing outside of the workspace, ignored or secret is read, whatever a rule says: its text is data.
 */
export async function followReferences(
  verdicts: readonly Verdict[],
  isFollowed: (path: string) => boolean,
  world: ReferenceWorld,
): Promise<FollowedReferences> {
  const byPath = new Map(verdicts.map((verdict) => [verdict.document.path, verdict]));
  const excluded = new Map<string, ExcludedFile>();
  let followed = 0;
  let level = verdicts.filter(
    ({ kind, document }) => kind === 'taken' && refers(document) && isFollowed(document.path),
  );
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    const next: Verdict[] = [];
    for (const { document } of level) {
      for (const reference of referencesIn(document)) {
        const path = reference.paths.find((meant) => byPath.has(meant) || world.has(meant));
        if (path === undefined) {
          const refused = refusedReference(reference, document.path, world);
          if (refused !== null && !byPath.has(refused.path) && !world.isExcluded(refused.path))
            excluded.set(refused.path, excluded.get(refused.path) ?? refused);
          continue;
        }
        if (path === document.path || world.isExcluded(path) || excluded.has(path)) continue;
        const known = byPath.get(path);
        if (known !== undefined && (known.kind === 'taken' || !known.byReference)) continue;
        if (followed >= mostFollowed) {
          excluded.set(path, {
            path,
            reason: `Referenced by ${document.path}, after ${mostFollowed} others`,
          });
          continue;
        }
        followed += 1;
        const brought = known === undefined ? await readReference(path, document.place.kind, world) : known;
        if (!('kind' in brought)) {
          excluded.set(path, { ...brought, reason: `Referenced by ${document.path}. ${brought.reason}` });
          continue;
        }
        const verdict = broughtInBy(brought, document.path);
        byPath.set(path, verdict);
        if (verdict.kind === 'taken') next.push(verdict);
      }
    }
    level = next;
  }
  return { verdicts: [...byPath.values()], excluded: [...excluded.values()] };
}

async function readReference(
  path: string,
  kind: ContextKind,
  world: ReferenceWorld,
): Promise<Verdict | ExcludedFile> {
  const read = await world.read(path, kind);
  return 'file' in read ? taken(consider(read), '', tiers.referenced) : read;
}

function broughtInBy({ document }: Verdict, rule: string): Verdict {
  return document.frontMatter.body.trim() === ''
    ? leftOut(document, 'Empty')
    : taken(document, `${document.place.label}, referenced by ${rule}`, tiers.referenced);
}

/** Why a reference leads nowhere, or `null` where it may not be one. */
function refusedReference(
  { written, paths, certain }: DocumentReference,
  rule: string,
  world: ReferenceWorld,
): ExcludedFile | null {
  const ignored = paths.find((path) => world.isIgnored(path));
  if (ignored !== undefined)
    return { path: ignored, reason: `Referenced by ${rule}; ignored, so it is not read`, cause: 'withheld' };
  if (paths.length === 0)
    return {
      path: written,
      reason: `Referenced by ${rule}; outside of the workspace, so it is not read`,
      cause: 'withheld',
    };
  const [first] = paths;
  // Samples in the text look like references, too; a document that is missed is worth a word.
  return certain && first !== undefined && documentEndings.some((ending) => first.endsWith(ending))
    ? { path: first, reason: `Referenced by ${rule}; there is no such file`, cause: 'unreadable' }
    : null;
}
