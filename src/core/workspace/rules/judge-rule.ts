import { taken, leftOut, tiers, type Considered, type Verdict } from '../documents/considered';
import type { FilesByPlace } from './glob-match';
import { isNear, matchGlobs, prepareGlob } from './glob-match';
import { isBelow } from './packages';
import type { RelevanceByKind } from '../relevance/relevance-by-kind';
import { listedWords } from '../relevance/relevance-by-kind';
import { ruleScope } from './rule-scope';
import { statusReport } from '../documents/status-report';
import type { Reach } from './touched-files';

export interface RuleWorld {
  readonly files: FilesByPlace;
  /** `null` without a source: then every file and folder counts. */
  readonly reach: Reach | null;
  readonly relevance: RelevanceByKind;
}

/** Makes of a rule what is needed to judge it and does not depend on what it is judged for. */
export function prepareRule({ title, path, place, frontMatter }: Considered): void {
  statusReport(title, path, frontMatter);
  const scope = ruleScope(frontMatter, place.unstated ?? 'always');
  if (scope.kind === 'files') scope.globs.forEach(prepareGlob);
}

/**
 * Decides by its scope whether a rule or steering document applies to the work on the source. Where its front matter is broken, the
 * reason says so: its scope may be another than its author meant.
 */
export function judgeRule(document: Considered, world: RuleWorld): Verdict {
  const verdict = judgeScope(document, world);
  const { unclosed } = document.frontMatter;
  if (unclosed === null) return verdict;
  const note = `line ${unclosed} of its front matter opens a list or a quotation and does not close it, which is not valid YAML; it was read up to the next key`;
  return { ...verdict, reason: `${verdict.reason}; ${note}` };
}

function judgeScope(document: Considered, world: RuleWorld): Verdict {
  const { place, base, frontMatter } = document;
  const report = statusReport(document.title, document.path, frontMatter);
  if (report !== null) return leftOut(document, `Seems to be a status report, not a rule: it ${report}`);
  const folder = reachOfFolder(document, world.reach);
  if (!folder.within) return leftOut(document, folder.reason);
  const { label } = place;
  const scope = ruleScope(frontMatter, place.unstated ?? 'always');
  const everywhere = base === '' ? tiers.everywhere : tiers.folder;
  switch (scope.kind) {
    case 'always':
      return taken(document, `${label}${folder.where}, always applies: ${scope.because}`, everywhere);
    case 'files':
      return judgeByGlobs(document, scope.globs, folder.where, world);
    case 'described': {
      const shared = sharedWords(document, world);
      if (shared !== null)
        return taken(document, `${label}${folder.where}, shares ${shared} with the source`, tiers.described);
      if (world.reach === null)
        return taken(document, `${label}${folder.where}, to be used as described`, tiers.described);
      return leftOut(
        document,
        'Applies where its description fits; it has little in common with the source',
        {
          byReference: true,
        },
      );
    }
    case 'manual':
      return leftOut(document, `Applies only when attached by hand: ${scope.because}`, { byReference: true });
    case 'folder':
      return base === ''
        ? taken(document, `${label} for the whole workspace`, everywhere)
        : taken(document, `${label}${folder.where}`, everywhere);
  }
}

function judgeByGlobs(
  document: Considered,
  globs: readonly string[],
  where: string,
  world: RuleWorld,
): Verdict {
  const { label } = document.place;
  const match = matchGlobs(globs, document.base, world.files, world.reach);
  switch (match.kind) {
    case 'applies': {
      const because = match.because === null ? '' : ` (${match.because})`;
      return taken(
        document,
        `${label}${where}, applies to ${match.glob}, which matches ${match.file}${because}`,
        tiers.scoped,
      );
    }
    case 'elsewhere': {
      const shared = sharedWords(document, world);
      return shared === null
        ? leftOut(
            document,
            `Applies to ${match.glob}; nothing in the source leads there (it matches ${match.file})`,
          )
        : taken(
            document,
            `${label}${where}, applies to ${match.glob}, shares ${shared} with the source`,
            tiers.described,
          );
    }
    case 'nothing':
      return leftOut(document, `No file here matches its scope ${globs.join(', ')}`);
  }
}

function sharedWords(document: Considered, { relevance }: RuleWorld): string | null {
  const ranked = relevance.of(document);
  return ranked?.relevant === true ? listedWords(ranked.matches) : null;
}

export type FolderReach =
  | { readonly within: true; /** ` for web/, where ...`; empty for the root. */ readonly where: string }
  | { readonly within: false; readonly reason: string };

/** Whether the work on the source leads into the folder that a document speaks for, and why. */
export function reachOfFolder(
  { base, place }: Pick<Considered, 'base' | 'place'>,
  reach: Reach | null,
): FolderReach {
  if (base === '') return { within: true, where: '' };
  if (reach === null) return { within: true, where: ` for ${base}/` };
  const { home, homeOf, touched } = reach;
  if (home !== '' && isBelow(home, base))
    return { within: true, where: ` for ${base}/, which holds the ${homeOf ?? 'source'}` };
  const inside = touched.find(({ path }) => isBelow(path, base));
  if (inside !== undefined)
    return { within: true, where: ` for ${base}/, where ${inside.path} is (${inside.because})` };
  if (isNear(`${base}/x`, reach)) return { within: true, where: ` for ${base}/` };
  return {
    within: false,
    reason:
      home === ''
        ? `${place.label} for ${base}/, where nothing in the source leads`
        : `${place.label} for ${base}/; the ${homeOf ?? 'source'} belongs to ${home}/`,
  };
}
