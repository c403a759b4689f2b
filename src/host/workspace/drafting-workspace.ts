import { nextTurn } from '#platform/machine';
import * as vscode from 'vscode';
import { clarify, type Clarification, type ClarifyInput } from '../../core/clarify/clarify';
import type { ProjectIndex } from '../../core/project/project-index';
import type { Clock } from '../../core/ports/clock';
import { findRecords, recordEndings } from '../../core/receipt/find-records';
import type { CorrectionsFile } from '../../core/source/corrections/corrections-file';
import { isDependencyList } from '../../core/source/dependency-list';
import { readSource } from '../../core/source/read-source';
import { readSiblings } from '../../core/source/siblings/read-siblings';
import type { Source, SourceKind } from '../../core/source/source';
import { frontMatterNamesSpec } from '../../core/spec/front-matter-names-spec';
import { answersPath } from '../../core/clarify/answers-file';
import { answerTexts } from '../../core/clarify/kept-answers';
import { receiptPath } from '../../core/receipt/receipt-path';
import { outputPath } from '../../core/template/output-path';
import type { Template } from '../../core/template/template';
import { parentPath } from '../../core/text/path';
import type { ContextDocument, WorkspaceContext } from '../../core/workspace/context';
import { factsOfDocument } from '../../core/workspace/declared-facts/declared-facts';
import { documentTitle } from '../../core/workspace/documents/document-title';
import { gatherContext } from '../../core/workspace/gather-context';
import { readRuleFrontMatter } from '../../core/workspace/documents/rule-front-matter';
import { skippedFolders } from '../../core/workspace/files/skipped-folders';
import type { SourceCandidate } from '../../shared/wizard/source-state';
import { EditorGit } from '../ports/editor-git';
import { systemClock } from '../ports/system-clock';
import { findFiles } from '../ports/find-files';
import { errorCode, VsCodeFiles } from '../ports/vs-code-files';
import { readSettings } from '../settings/settings';
import type { ContextChoice, DraftingInputs, OfferedTemplates, ReadSource } from '../wizard/wizard-services';
import { exportGlobs, kindOfPath, likelySources, sourceExtensions } from './likely-sources';
import { findAnswers, readBeside, writeBeside, type FoundAnswers } from './answers-beside';
import { writeCorrections } from './write-corrections';
import { numberedPath, readTargetPath } from './target-path';
import type { ProjectIndexes } from '../project/project-indexes';
import { onAbort } from '../ports/on-abort';
import type { TemplateLibrary } from './template-library';

const mostScanned = 5000;
const mostOffered = 40;
/** Titles are read from files up to this size, in bytes. */
const largestTitled = 256 * 1024;

/** An artefact of a feature that goes through a workflow. */
export interface ArtefactName {
  readonly feature: string;
  readonly id: string;
}

/** One workspace folder as a place to draft in. */
export class DraftingWorkspace implements DraftingInputs {
  readonly folder: vscode.WorkspaceFolder;
  readonly files: VsCodeFiles;
  readonly clock: Clock = systemClock;
  /** The artefact of a workflow that is drafted here; `null` where it is none. */
  readonly artefact: ArtefactName | null = null;
  readonly #templates: TemplateLibrary;
  readonly #projects: ProjectIndexes;

  constructor(folder: vscode.WorkspaceFolder, templates: TemplateLibrary, projects: ProjectIndexes) {
    this.folder = folder;
    this.files = new VsCodeFiles(folder.uri);
    this.#templates = templates;
    this.#projects = projects;
  }

  async findSources(current: string | null, signal: AbortSignal): Promise<readonly SourceCandidate[]> {
    const cancellation = new vscode.CancellationTokenSource();
    const unheard = onAbort(signal, () => cancellation.cancel());
    const found = await Promise.all(
      [`**/*.{${sourceExtensions.join(',')}}`, ...exportGlobs, `**/*${recordEndings[0]}`].map((glob) =>
        findFiles(
          this.folder,
          glob,
          `**/{${[...skippedFolders].join(',')}}/**`,
          mostScanned,
          cancellation.token,
        ),
      ),
    ).finally(() => {
      unheard();
      cancellation.dispose();
    });
    const paths = found.flat().map((uri) => this.#relative(uri));
    const likely = likelySources(paths, readSettings(this.folder.uri).prds, mostOffered).filter(
      ({ path }) => path !== current,
    );
    const open =
      current === null
        ? []
        : [
            {
              path: current,
              kind: kindOfPath(current) ?? ('prd' as const),
              reason: vscode.l10n.t('Open in the editor'),
            },
          ];
    const heads = await Promise.all([...open, ...likely].map((source) => this.#head(source)));
    return heads.flatMap(({ isOther, source }) => (isOther && source.path !== current ? [] : [source]));
  }

  async readSource(path: string, kind: SourceKind | null): Promise<ReadSource> {
    const uri = this.files.uri(path);
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString(),
    );
    const unsaved = open?.isDirty ?? false;
    const bytes =
      open !== undefined && unsaved
        ? new TextEncoder().encode(open.getText())
        : await this.files.readFile(path);
    const alone = readSource({ path, bytes, ...(kind === null ? {} : { kind }) });
    const source = await readSiblings(alone, this.files);
    return { source, unsaved, records: await findRecords(this.files, await this.#records(), path) };
  }

  async keepCorrections(path: string, file: CorrectionsFile | null): Promise<void> {
    await writeCorrections(this.files, path, file);
  }

  async findAnswers(source: string, spec: string | null): Promise<FoundAnswers | null> {
    const paths =
      spec === null
        ? [...(await this.#records()), ...(await this.#found('**/*.answers{.json,/*.json}'))]
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

  /** Paths of what lies beside the specs of the folder. */
  #records(): Promise<readonly string[]> {
    return this.#found(`**/*{${recordEndings.join(',')}}`);
  }

  async #found(glob: string): Promise<readonly string[]> {
    const found = await findFiles(this.folder, glob, `**/{${[...skippedFolders].join(',')}}/**`, mostScanned);
    return found.map((uri) => this.#relative(uri));
  }

  #relative(uri: vscode.Uri): string {
    return uri.path.slice(`${this.folder.uri.path.replace(/\/$/, '')}/`.length);
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

  /** What the document says of itself: its title, and whether it is a spec. */
  async #head(
    source: Omit<SourceCandidate, 'title'>,
  ): Promise<{ readonly source: SourceCandidate; readonly isOther: boolean }> {
    const { path } = source;
    const unknown = { source: { ...source, title: path }, isOther: false };
    try {
      const stat = await this.files.stat(path);
      if (stat === undefined || stat.size > largestTitled) return unknown;
      const text = new TextDecoder().decode(await this.files.readFile(path));
      const title = documentTitle(path, readRuleFrontMatter(text));
      // A spec, or what pip reads: whatever they are called, nobody drafts from them.
      return {
        source: { ...source, title },
        isOther: frontMatterNamesSpec(text) || isDependencyList(path, text),
      };
    } catch {
      // A title is a nicety; what is wrong with the file is said when it is chosen.
      return unknown;
    }
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
