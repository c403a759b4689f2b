import type * as vscode from 'vscode';
import type { SourceKind } from '../../core/source/source';
import type { Template } from '../../core/template/template';
import type { Source } from '../../core/source/source';
import { withArtefacts, type WrittenArtefact } from '../../core/workflow/artefact-source';
import type { WorkspaceContext } from '../../core/workspace/context';
import type { ProjectIndexes } from '../project/project-indexes';
import type { ContextChoice, OfferedTemplates, ReadSource } from '../wizard/data/wizard-services';
import { DraftingWorkspace, type ArtefactName } from '../workspace/drafting-workspace';
import type { TemplateLibrary } from '../workspace/template-library';

/** An artefact to be drafted. */
export interface ArtefactToDraft {
  /** Name of the feature. */
  readonly feature: string;
  /** Its id in the workflow. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** Source of the feature. */
  readonly source: string;
  /** With role, model and path of the phase. */
  readonly template: Template;
  /** Where it goes. */
  readonly output: string;
  /** Artefacts of the phases before. */
  readonly former: readonly WrittenArtefact[];
}

/** A workspace folder in which one artefact is drafted: from the source and the artefacts before it, to its own place. */
export class ArtefactWorkspace extends DraftingWorkspace {
  readonly #artefact: ArtefactToDraft;
  override readonly artefact: ArtefactName;

  constructor(
    folder: vscode.WorkspaceFolder,
    parts: { readonly templates: TemplateLibrary; readonly projects: ProjectIndexes },
    artefact: ArtefactToDraft,
  ) {
    super(folder, parts.templates, parts.projects);
    this.#artefact = artefact;
    this.artefact = { feature: artefact.feature, id: artefact.id };
  }

  override async readSource(path: string, kind: SourceKind | null): Promise<ReadSource> {
    const read = await super.readSource(path, kind);
    // Another source was chosen: then it is not about this feature any more.
    return path === this.#artefact.source
      ? { ...read, source: withArtefacts(read.source, this.#artefact.former) }
      : read;
  }

  override gatherContext(
    source: Source,
    choice: ContextChoice,
    signal: AbortSignal,
  ): Promise<WorkspaceContext> {
    const former = this.#artefact.former.map(({ path }) => path);
    const excluded = new Set(choice.excludedPaths);
    const wanted = former.filter((path) => !excluded.has(path));
    return super.gatherContext(
      source,
      { ...choice, includedPaths: [...new Set([...wanted, ...choice.includedPaths])] },
      signal,
    );
  }

  override discoverTemplates(): Promise<OfferedTemplates> {
    const { template } = this.#artefact;
    return Promise.resolve({ templates: [{ ...template, offer: true }], problems: [] });
  }

  override suggestOutput(): Promise<string> {
    return Promise.resolve(this.#artefact.output);
  }
}
