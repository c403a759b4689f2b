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
  const found = new Set<string>();
  for (const { check, line, args } of findings) {
    if (check !== symbolExists.id) continue;
    for (const span of spec.codeSpans) {
      if (span.line !== line) continue;
      const written = readPath(span.value)?.path;
      if (written === undefined) continue;
      const place = workspacePaths(project).resolve(written, home);
      if (place.kind === 'exact' || place.kind === 'unique') found.add(place.path);
    }
    const [, container = ''] = args;
    const symbols = workspaceSymbols(project);
    if (symbols.isType(container)) found.add(symbols.fileOf(container));
  }
  return [...found].filter((path) => project.files.includes(path)).slice(0, mostFiles);
}
