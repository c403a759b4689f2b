import { t } from '@vscode/l10n';
import picomatch from 'picomatch';
import { isPartialPath } from '../../core/workspace/files/partial-path';
import { isCompanion } from '../../core/life/companions';
import { receiptPath } from '../../core/spec/receipt-path';
import type { SourceKind } from '../../core/source/source';

/** A place where teams keep what specs are made from. */
interface SourcePlace {
  /** Relative to the workspace folder; compared without case. */
  readonly glob: string;
  readonly kind: SourceKind;
  readonly reason: () => string;
}

/** Best places first; a file is offered for the first one that it matches. */
const places: readonly SourcePlace[] = [
  { glob: '**/tasks/prd-*/_prd.md', kind: 'prd', reason: () => t('PRD in a task folder') },
  { glob: '**/.kiro/specs/**/requirements.md', kind: 'prd', reason: () => t('Kiro requirements') },
  { glob: '**/specs/**/spec.md', kind: 'prd', reason: () => t('Spec Kit or OpenSpec specification') },
  {
    glob: '**/{prd,prds,product-requirements}/**',
    kind: 'prd',
    reason: () => t('Found in a folder for PRDs'),
  },
  { glob: '**/*.prd.*', kind: 'prd', reason: () => t('Named as a PRD') },
  {
    glob: '**/{initiative,initiatives}/**',
    kind: 'initiative',
    reason: () => t('Found in a folder for initiatives'),
  },
  {
    glob: '**/{conversation,conversations,transcript,transcripts,meetings}/**',
    kind: 'conversation',
    reason: () => t('Found in a folder for conversations'),
  },
  {
    glob: '**/{requirement,requirements}/**',
    kind: 'prd',
    reason: () => t('Found in a folder for requirements'),
  },
  { glob: '**/{*[-_],}prd{[-_]*,}.*', kind: 'prd', reason: () => t('Named as a PRD') },
  {
    glob: '**/*{product-requirements,product_requirements,requirements}*.*',
    kind: 'prd',
    reason: () => t('Named as requirements'),
  },
  { glob: '**/*initiative*.*', kind: 'initiative', reason: () => t('Named as an initiative') },
  {
    glob: '**/*{conversation,transcript}*.*',
    kind: 'conversation',
    reason: () => t('Named as a conversation'),
  },
];

/** What lies in such places and is no source. */
const notSources = picomatch(
  ['**/*template*', '**/{readme,index,changelog,license,_techspec,tech-spec,design,tasks}.*', '**/receipt.*'],
  { nocase: true, dot: true },
);

/** What the product itself writes: beside a spec or one to be, and of a workflow. */
const isRecord = (path: string): boolean =>
  isCompanion(path) || isPartialPath(path) || /(?:^|\/)\.tech-spec\/.*\.jsonl?$/i.test(path);

const matchers = places.map((place) => ({
  place,
  matches: picomatch(place.glob, { nocase: true, dot: true }),
}));

/** Extensions that a source may have, lower case. */
export const sourceExtensions = ['md', 'markdown', 'txt'] as const;

/** Whether a file can be a source by its name. */
export function isSourceName(path: string): boolean {
  return sourceExtensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`));
}

/** Extensions that chat tools export to, lower case. */
export const exportExtensions = ['json', 'jsonl'] as const;

/** Where an export of a chat is looked for: data of other sorts lies everywhere. */
export const exportGlobs: readonly string[] = [
  '**/{conversation,conversations,transcript,transcripts,meetings}/**/*',
  '**/{conversation,conversations,chat,chats,chat-history,chat-export,transcript}',
].map((glob) => `${glob}.{${exportExtensions.join(',')}}`);
const isExport = picomatch([...exportGlobs], { nocase: true, dot: true });

export interface LikelySource {
  readonly path: string;
  readonly kind: SourceKind;
  readonly reason: string;
}

/**
 * The files that look like PRDs, initiatives or conversations, best first. What has a receipt beside it is a spec, whatever
 * it is called.
 *
 * @param paths relative to the workspace folder, receipts among them
 * @param extra globs from the settings, which win over the built-in places
 * @param limit most results
 */
export function likelySources(
  paths: readonly string[],
  extra: readonly string[],
  limit: number,
): readonly LikelySource[] {
  const inSettings = extra.length === 0 ? () => false : picomatch([...extra], { dot: true });
  const known = new Set(paths);
  const ranked = paths
    .filter((path) => (isSourceName(path) || isExport(path)) && !known.has(receiptPath(path)))
    .flatMap((path) => {
      // Also in a folder for conversations, and where the settings name the folder.
      if (isRecord(path)) return [];
      if (isExport(path))
        return [{ rank: places.length, path, kind: 'conversation' as const, reason: t('Export of a chat') }];
      if (inSettings(path))
        return [
          { rank: -1, path, kind: kindOfPath(path) ?? ('prd' as const), reason: t('Named in the settings') },
        ];
      if (notSources(path)) return [];
      const rank = matchers.findIndex(({ matches }) => matches(path));
      const place = matchers[rank]?.place;
      return place === undefined ? [] : [{ rank, path, kind: place.kind, reason: place.reason() }];
    });
  ranked.sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1));
  return ranked.slice(0, limit).map(({ path, kind, reason }) => ({ path, kind, reason }));
}

/** What kind of source a path suggests, or `null`; the content decides in the end. */
export function kindOfPath(path: string): SourceKind | null {
  return matchers.find(({ matches }) => matches(path))?.place.kind ?? null;
}
