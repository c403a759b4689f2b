import { joinPath } from '../../../core/text/path';
import type { WizardState } from '../../../shared/wizard/protocol';

/**
 * Whether the wizard's page may name a path: one that stays in the workspace by its words, or one that the host has shown.
 * What lies elsewhere is chosen in the editor's own dialog, so that a page that says what it should not reads nothing there.
 */
export function mayName(state: WizardState, path: string): boolean {
  return (!path.startsWith('\\') && joinPath('', path) !== null) || shownPaths(state).has(path);
}

function shownPaths({ source, context, questions }: WizardState): ReadonlySet<string> {
  const asked = [...questions.items, ...questions.settled];
  return new Set([
    ...source.candidates.map(({ path }) => path),
    ...(source.summary?.requirements ?? []).flatMap(({ path }) => path ?? []),
    ...context.documents.map(({ path }) => path),
    ...asked.flatMap(({ evidence, answeredBy }) => [...evidence, ...answeredBy].map(({ path }) => path)),
  ]);
}
