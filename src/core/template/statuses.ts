import { english, sayIn } from '../language/language-pack';
import type { SpecDocument } from '../spec/spec-document';
import type { StatusRule, Template } from './template';
import { isCompletedStatus } from '../workspace/documents/spec-status';
import { stages, type Stage, type StatusNeed } from './stage';
import { stageNames } from '../spec/vocabulary/statuses';
import { metadataNamed } from '../spec/vocabulary/metadata-names';

/** A status with all that the template may leave out. */
export interface LifeStatus extends StatusRule {
  readonly stage: Stage;
  readonly needs: readonly StatusNeed[];
}

/** What a stage is like where a template does not say. */
const usual: Readonly<Record<Stage, Omit<LifeStatus, 'stage'>>> = {
  draft: { name: 'Draft', gapsAllowed: true, needs: [] },
  review: { name: 'In Review', gapsAllowed: true, needs: [] },
  approved: {
    name: 'Approved',
    gapsAllowed: false,
    needs: ['no-errors', 'questions', 'persons', 'comments'],
  },
  implemented: { name: 'Implemented', gapsAllowed: false, needs: ['approval', 'tasks', 'conformance'] },
  deprecated: { name: 'Deprecated', gapsAllowed: true, needs: ['reason'] },
  rejected: { name: 'Rejected', gapsAllowed: true, needs: ['reason'] },
};

/**
 * The statuses of a template in its order, and behind them one for each stage that it has none for: what a template was not
 * made for, such as being given up, happens to its specs all the same.
 */
export function lifeStatuses(
  template: Pick<Template, 'statuses' | 'translated'> | null,
): readonly LifeStatus[] {
  const own = (template?.statuses ?? []).map((rule, index): LifeStatus => {
    const stage = rule.stage ?? stageOf(rule, index);
    return { ...rule, stage, needs: rule.needs ?? usual[stage].needs };
  });
  const missing = stages.filter((stage) => own.every((status) => status.stage !== stage));
  const language = template?.translated?.into ?? english;
  return [
    ...own,
    ...missing.map((stage) => ({ stage, ...usual[stage], name: sayIn(language, usual[stage].name) })),
  ];
}

/** The status that a spec has, or `null` where its metadata names none. */
export function lifeStatusOf(
  spec: SpecDocument,
  template: Pick<Template, 'statuses' | 'translated'> | null,
): LifeStatus | null {
  const value = normalStatus(metadataNamed(spec.metadata, 'status')?.value ?? '');
  const all = lifeStatuses(template);
  const named = all.find(({ name }) => normalStatus(name) === value);
  if (named !== undefined || template?.translated === undefined) return named ?? null;
  // Headings in one language and statuses in another: both are known.
  const at = lifeStatuses(template.translated.from).findIndex(({ name }) => normalStatus(name) === value);
  return all[at] ?? null;
}

/** The first status of a stage. */
export function statusOfStage(
  template: Pick<Template, 'statuses' | 'translated'> | null,
  stage: Stage,
): LifeStatus {
  const all = lifeStatuses(template);
  return all.find((status) => status.stage === stage) ?? { stage, ...usual[stage] };
}

/** A status as it is compared. */
export function normalStatus(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** What a name says; else the first is a draft, and from where gaps are not allowed any more a spec is approved. */
function stageOf({ name, gapsAllowed }: StatusRule, index: number): Stage {
  const said = normalStatus(name);
  const byName = stageNames.find(([, pattern]) => pattern.test(said))?.[0];
  if (byName !== undefined) return byName;
  if (index > 0 && !gapsAllowed && isCompletedStatus(said)) return 'implemented';
  return gapsAllowed || index === 0 ? 'draft' : 'approved';
}
