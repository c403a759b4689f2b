import type { SpecDocument } from '../../spec/spec-document';
import { readPath } from '../../spec/path-like';
import type { Finding } from '../finding';
import { symbolExists } from '../rules/symbol-exists';
import type { Surroundings } from '../surroundings';
import { workspacePaths } from './workspace-paths';
import { workspaceSymbols } from './workspace-symbols';

/** More files than these are not looked at again for one spec. */
const mostFiles = 20;

/**
 * Files in which a spec names something that the index of the code does not have: those named on the finding's line, and the
 * one of the type that is said to lack a member. Patterns miss a declaration now and then, so whoever knows the language may
 * be asked about these before anybody believes it.
 *
 * @returns paths relative to the root, each once, at most twenty
 */
export function doubtedFiles(checked: {
  readonly spec: SpecDocument;
  readonly findings: readonly Pick<Finding, 'check' | 'line' | 'args'>[];
  readonly surroundings: Surroundings | null;
  /** Of the spec. */
  readonly path: string;
}): readonly string[] {
  const { spec, findings, surroundings, path: home } = checked;
  if (surroundings === null) return [];
  const { project } = surroundings;
  const doubted = findings.filter(({ check }) => check === symbolExists.id);
  if (doubted.length === 0) return [];
  const lines = new Set(doubted.map(({ line }) => line));
  const paths = workspacePaths(project);
  const named = spec.codeSpans.flatMap((span): readonly string[] => {
    const written = lines.has(span.line) ? readPath(span.value)?.path : undefined;
    const place = written === undefined ? null : paths.resolve(written, home);
    return place?.kind === 'exact' || place?.kind === 'unique' ? [place.path] : [];
  });
  const symbols = workspaceSymbols(project);
  const holding = doubted.flatMap(({ args: [, container = ''] }) =>
    symbols.isType(container) ? [symbols.fileOf(container)] : [],
  );
  const found = new Set<string>();
  for (const path of new Set([...named, ...holding])) {
    // A folder has a path, too.
    if (project.files.includes(path)) found.add(path);
    if (found.size === mostFiles) break;
  }
  return [...found];
}
