import { agentBrief } from './agent-brief';
import type { ExportedFile, ExportFormat, ExportOptions } from './exported-file';
import { githubIssues } from './github-issues';
import type { HandOff } from './hand-off';
import { json } from './json';
import { kiro } from './kiro';
import { openspec } from './openspec';
import { specKit } from './spec-kit';

/** Every format there is, in the order of the offer. */
export const exportFormats: readonly ExportFormat[] = [
  agentBrief,
  specKit,
  openspec,
  kiro,
  json,
  githubIssues,
];

/** The files of a spec in a format; see {@link ExportFormat.write}. */
export function exportSpec(
  format: ExportFormat,
  handOff: HandOff,
  options: ExportOptions,
): readonly ExportedFile[] {
  return format.write(handOff, options);
}
