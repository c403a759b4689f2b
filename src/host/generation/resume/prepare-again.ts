import type { Brief } from '../../../core/brief/brief';
import { prepareBrief } from '../../../core/brief/prepare-brief';
import { decided } from '../../../core/clarify/clarify';
import { readKeptQuestions } from '../../../core/clarify/model-questions';
import { knowSource } from '../../../core/receipt/know-source';
import { english } from '../../../core/language/language-pack';
import { inLanguage } from '../../../core/template/localize-template';
import { withStackEdits } from '../../../core/workspace/stack/stack-edits';
import type { DraftingWorkspace } from '../../workspace/drafting-workspace';
import type { JournalHeader } from '../journal/journal-header';

/** A draft's brief made once more, and what of it is not as it was. */
export interface PreparedAgain {
  readonly brief: Brief;
  /** What changed since the draft began. */
  readonly changed: readonly ('source' | 'template')[];
}

/**
 * Makes the brief of a draft again from what its journal knows, out of the documents as they are now.
 *
 * @param modelWindow most tokens of a request of the model, or `null`
 * @returns `null` where the template is gone
 * @throws SourceError or FileSystemError where the source is
 */
export async function prepareAgain(
  workspace: Pick<
    DraftingWorkspace,
    'discoverTemplates' | 'readSource' | 'gatherContext' | 'readProject' | 'clarify' | 'clock'
  >,
  header: JournalHeader,
  output: string,
  modelWindow: number | null,
  signal: AbortSignal,
): Promise<PreparedAgain | null> {
  const { templates } = await workspace.discoverTemplates();
  const original = templates.find(({ id }) => id === header.template.id);
  if (original === undefined) return null;
  const template = inLanguage(original, header.template.language ?? english.id);
  const { source: raw, records } = await workspace.readSource(header.source.path, header.source.kind);
  const { source } = knowSource(raw, records.previous, records.corrections?.file.corrections ?? []);
  const read = await workspace.gatherContext(
    source,
    {
      excludedPaths: header.excludedDocuments,
      includedPaths: header.includedDocuments,
      modelWindow,
      target: output,
    },
    signal,
  );
  const project = await workspace.readProject(read.files, signal);
  const context = withStackEdits({ ...read, project }, header.stackEdits);
  const { answers } = header;
  const asked = readKeptQuestions(header.asked);
  const brief = prepareBrief({
    source,
    context,
    template,
    ...decided(workspace.clarify({ source, context, template, asked, answers }), answers),
    clock: workspace.clock,
    output,
  });
  const changed = [
    ...(source.sha256 === header.source.sha256 ? [] : ['source' as const]),
    ...(template.sha256 === header.template.sha256 ? [] : ['template' as const]),
  ];
  return { brief, changed };
}
