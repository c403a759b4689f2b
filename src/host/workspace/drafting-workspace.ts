import { nextTurn } from '#platform/machine';
import * as vscode from 'vscode';
import { clarify, type Clarification, type ClarifyInput } from '../../core/clarify/clarify';
import type { ProjectIndex } from '../../core/project/project-index';
import type { Clock } from '../../core/ports/clock';
import type { CorrectionsFile } from '../../core/source/corrections/corrections-file';
import type { Source } from '../../core/source/source';
import { answersPath } from '../../core/clarify/answers-file';
import { answerTexts } from '../../core/clarify/kept-answers';
import { receiptPath } from '../../core/spec/receipt-path';
import { outputPath } from '../../core/template/output-path';
import type { Template } from '../../core/template/template';
import { parentPath } from '../../core/text/path';
import type { ContextDocument, WorkspaceContext } from '../../core/workspace/context';
import { factsOfDocument } from '../../core/workspace/declared-facts/declared-facts';
import { gatherContext } from '../../core/workspace/gather-context';
import { EditorGit } from '../ports/editor-git';
import { systemClock } from '../ports/system-clock';
import { errorCode } from '../ports/vs-code-files';
import { readSettings } from '../settings/settings';
import type { ContextChoice, DraftingInputs, OfferedTemplates } from '../wizard/data/wizard-services';
import { findAnswers, readBeside, writeBeside, type FoundAnswers } from './answers-beside';
import { writeCorrections } from './write-corrections';
import { numberedPath, readTargetPath } from './target-path';
import type { ProjectIndexes } from '../project/project-indexes';
import type { TemplateLibrary } from './template-library';
import { FolderSources } from './folder-sources';

/** An artefact of a feature that goes through a workflow. */
export interface ArtefactName {
  readonly feature: string;
  readonly id: string;
}

/** One workspace folder as a place to draft in. */
export class DraftingWorkspace extends FolderSources implements DraftingInputs {
  readonly clock: Clock = systemClock;
  /** The artefact of a workflow that is drafted here; `null` where it is none. */
  readonly artefact: ArtefactName | null = null;
  readonly #templates: TemplateLibrary;
  readonly #projects: ProjectIndexes;

  constructor(folder: vscode.WorkspaceFolder, templates: TemplateLibrary, projects: ProjectIndexes) {
    super(folder);
    this.#templates = templates;
    this.#projects = projects;
  }

  async keepCorrections(path: string, file: CorrectionsFile | null): Promise<void> {
    await writeCorrections(this.files, path, file);
  }

  async findAnswers(source: string, spec: string | null): Promise<FoundAnswers | null> {
    const paths =
      spec === null
        ? [...(await this.records()), ...(await this.found('**/*.answers{.json,/*.json}'))]
        : [answersPath(spec), receiptPath(spec)];
    return findAnswers(this.files, paths, source);
  }

  answersBeside(spec: string): Promise<ReadonlyMap<string, string>> {
    return answerTexts(this.files, spec);
  }

  readBeside(path: string): Promise<string | null> {
    return readBeside(this.files, path);
  }

  writeBeside(path: string, text: string | null): Promise<void> {
    return writeBeside(this.files, path, text);
  }

  async gatherContext(source: Source, choice: ContextChoice, signal: AbortSignal): Promise<WorkspaceContext> {
    const settings = readSettings(this.folder.uri);
    const context = await gatherContext(
      { files: this.files, git: new EditorGit(this.folder.uri) },
      {
        source,
        ruleGlobs: settings.rules,
        completedSpecGlobs: settings.completedSpecs,
        researchGlobs: settings.research,
        maxTokens: settings.maxTokens,
        ...choice,
      },
      signal,
    );
    await readFacts(context.documents, signal);
    return context;
  }

  readProject(files: readonly string[], signal: AbortSignal): Promise<ProjectIndex> {
    return this.#projects.read(this.folder, files, signal);
  }

  async discoverTemplates(): Promise<OfferedTemplates> {
    const { templates, problems } = await this.#templates.read(this.folder.uri);
    const pattern = readSettings(this.folder.uri).output;
    return {
      templates: pattern === '' ? templates : templates.map((template) => ({ ...template, output: pattern })),
      problems,
    };
  }

  clarify(input: ClarifyInput): Clarification {
    return clarify(input);
  }

  async suggestOutput(template: Template, source: Source): Promise<string> {
    return this.#free(outputPath(template, source, []));
  }

  async outputProblem(entered: string): Promise<string | null> {
    const target = readTargetPath(entered);
    if (target.kind === 'refused') return target.reason;
    const uri = this.files.uri(target.path);
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false)
      return vscode.l10n.t('This workspace can only be read. Open a folder that can be written to.');
    if (!(await this.files.staysInside(target.path)))
      return vscode.l10n.t(
        '{0} leads out of the workspace folder through a link. Choose another path.',
        target.path,
      );
    if (!(await this.#taken(target.path))) return null;
    return vscode.l10n.t(
      '{0} exists and is not overwritten. {1} is free.',
      target.path,
      await this.#free(target.path),
    );
  }

  /** Finds out, before a model is asked, whether a file can be created: makes its folder and tries. */
  async prepareOutput(path: string): Promise<string | null> {
    const folder = this.files.uri(parentPath(path));
    const probe = vscode.Uri.joinPath(folder, `.tech-spec-${Date.now().toString(36)}.tmp`);
    try {
      await vscode.workspace.fs.createDirectory(folder);
      await vscode.workspace.fs.writeFile(probe, new Uint8Array());
      await vscode.workspace.fs.delete(probe);
      return null;
    } catch (error) {
      return errorCode(error) === 'no-access'
        ? vscode.l10n.t('{0} may not be written to. Change its permissions or choose another path.', path)
        : vscode.l10n.t('Nothing can be written at {0}. Choose another path.', path);
    }
  }

  preferredTemplate(): string {
    return readSettings(this.folder.uri).template;
  }

  preferredLanguage(): string {
    return readSettings(this.folder.uri).language;
  }

  get displayLanguage(): string {
    return vscode.env.language;
  }

  /** The path itself, or with the first number at which nothing stands. */
  async #free(path: string): Promise<string> {
    let candidate = path;
    for (let number = 2; await this.#taken(candidate); number++) candidate = numberedPath(path, number);
    return candidate;
  }

  /** Whether a file exists there or an unsaved document waits to be saved there. */
  async #taken(path: string): Promise<boolean> {
    const unsaved = this.files.uri(path).with({ scheme: 'untitled' }).toString();
    if (vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === unsaved)) return true;
    try {
      return (await this.files.stat(path)) !== undefined;
    } catch {
      // What may not be looked at counts as free here; preparing the output says what is wrong with it.
      return false;
    }
  }
}

/** Reads what completed specs declare, one after the other, so that nothing in the editor waits for all of them. */
async function readFacts(documents: readonly ContextDocument[], signal: AbortSignal): Promise<void> {
  for (const document of documents) {
    if (document.kind !== 'completed-spec') continue;
    factsOfDocument(document);
    await nextTurn();
    signal.throwIfAborted();
  }
}
