import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Finding } from '../../core/checks/finding';
import { renderFinding } from '../../core/checks/render-finding';
import { fixesFor } from '../../core/source/fixes/fixes-for';
import { readSource } from '../../core/source/read-source';
import { readSiblings } from '../../core/source/siblings/read-siblings';
import type { Source } from '../../core/source/source';
import { SourceError } from '../../core/source/document/source-error';
import { VsCodeFiles } from '../ports/vs-code-files';
import { checkSeverities, editorRange } from '../review/report/review-spec';
import type { ReviewedSource, ReviewSource, SourceFinding } from './reviewed-source';

const nothing: ReviewedSource = { findings: [] };

/** Reads documents as sources, with the severities that the settings ask for. */
export const reviewSource: ReviewSource = async (uri, folder, text) => {
  const path = uri.path.slice(folder.uri.path.length).replace(/^\/+/, '');
  let alone: Source;
  try {
    alone = readSource({ path, bytes: new TextEncoder().encode(text) });
  } catch (error) {
    // An empty document has no problems yet.
    if (SourceError.is(error)) return nothing;
    throw error;
  }
  const source = await readSiblings(alone, new VsCodeFiles(folder.uri));
  const severities = checkSeverities(folder);
  return {
    findings: source.findings.flatMap((finding) => {
      const severity = severities[finding.check] ?? finding.severity;
      return severity === 'off' ? [] : [shown({ ...finding, severity }, source)];
    }),
  };
};

function shown(finding: Finding, source: Source): SourceFinding {
  return {
    ...finding,
    text: renderFinding(finding),
    editorRange: editorRange(finding),
    related: (finding.alternatives ?? [])
      .filter(({ line }) => line !== finding.line)
      .map((place) => ({ range: editorRange(place), text: place.text })),
    fixes: fixesFor(source, finding).map(({ message, args, range, newText }) => ({
      title: t(message, ...args),
      edit: new vscode.TextEdit(editorRange(range), newText),
    })),
  };
}
