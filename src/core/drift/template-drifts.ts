import type { Receipt } from '../receipt/receipt';
import { templateParts } from '../template/template-parts';
import type { AffectedParts } from './affected';
import type { AffectedSection, Drift } from './drift';
import type { DriftState } from './drift-state';

/**
 * A template that says something else than when the spec was written. It touches the sections whose heading, guidance or skeleton
 * changed; those that it gained and the spec does not have are among them without a line.
 */
export function templateDrifts(
  receipt: Receipt,
  { template }: DriftState,
  parts: AffectedParts,
): readonly Drift[] {
  const { id, sha256, path } = receipt.template;
  const common = { id: `template:${id}`, kind: 'template', subject: id, line: null, accepted: null } as const;
  if (template?.id !== id) {
    const affects = { requirements: [], sections: [], tasks: [] };
    return [{ ...common, change: 'removed', text: id, path, was: sha256, is: null, affects }];
  }
  if (template.sha256 === sha256) return [];
  const before = receipt.template.sections;
  const now = templateParts(template);
  const keys = before === undefined ? [] : Object.keys({ ...now, ...before });
  const changed = new Set(keys.filter((key) => now[key] !== before?.[key]));
  const there = parts.byKeys(changed);
  const present = new Set(parts.sections.map(({ key }) => key));
  const missing = template.sections
    .filter(({ key, optional }) => changed.has(key) && !present.has(key) && !optional)
    .map(({ key, heading }): AffectedSection => ({ key, heading, line: null }));
  return [
    {
      ...common,
      ...{ change: 'changed', text: template.name, was: sha256, is: template.sha256 },
      path: template.origin.kind === 'workspace' ? template.origin.path : null,
      affects: { requirements: [], sections: [...there, ...missing], tasks: [] },
    },
  ];
}
