import type { SourceKind } from '../source/source';
import type { Template } from './template';

/** Steps of fit by which a team's own template goes before one of ours. */
const ownFirst = 1.5;

/**
 * Templates in the order of the offer: the one from the settings, then the better made for this kind of source. Those of
 * the workspace go first among equals, and before what is better made by one step: a template for PRDs, then initiatives,
 * then conversations stands first for an initiative, and for a conversation below one that is made for it first of all.
 * Only artefacts of workflows are left out; the order among equals stays.
 *
 * @param kind `null` while the source is not known
 * @param preferred template id from the settings, or an empty string
 */
export function offerTemplates(
  templates: readonly Template[],
  kind: SourceKind | null,
  preferred: string,
): readonly Template[] {
  const rank = (template: Template): number => {
    if (template.id === preferred) return -1;
    const fit = kind === null ? 0 : template.for.indexOf(kind);
    const unfit = fit < 0 ? 1000 : fit;
    return template.origin.kind === 'workspace' ? unfit : unfit + ownFirst;
  };
  return templates.filter(({ offer }) => offer !== false).sort((a, b) => rank(a) - rank(b));
}
