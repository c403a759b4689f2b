import type { ProjectIndex } from '../../../core/project/project-index';
import type { KeptAnswers } from '../../../core/clarify/kept-answers';
import type { Clarification, ClarifyInput } from '../../../core/clarify/clarify';
import type { SourceRecords } from '../../../core/receipt/find-records';
import type { CorrectionsFile } from '../../../core/source/corrections/corrections-file';
import type { Source, SourceKind } from '../../../core/source/source';
import type { Template } from '../../../core/template/template';
import type { WorkspaceContext } from '../../../core/workspace/context';
import type { LanguageModel, ModelFailure } from '../../../core/ports/language-model';
import type { CallMode } from '../../../core/draft/calls/call-mode';
import type { ModelPrice } from '../../../core/cost/prices';
import type { Clock } from '../../../core/ports/clock';
import type { ModelView } from '../../../shared/wizard/generate-state';
import type { SourceCandidate } from '../../../shared/wizard/source-state';
import type { TemplateState } from '../../../shared/wizard/template-state';
import type { SourceDocuments } from '../../source-writing/source-documents';
import type { GenerationRun } from '../../generation/generation-run';
import type { GenerationResult } from '../../generation/generation-snapshot';
import type { DraftOrigin } from '../../generation/spec-generation';
import type { Brief } from '../../../core/brief/brief';
import type { OpenAiView } from './wizard-data';

export interface OfferedTemplates {
  readonly templates: readonly Template[];
  readonly problems: TemplateState['problems'];
}

export interface OfferedModels {
  readonly models: readonly ModelView[];
  readonly openai: OpenAiView;
  /** Id of the model used last or named by the settings. */
  readonly defaultModel: string;
}

export interface ReadSource {
  /** As the document says it, without what `records` know. */
  readonly source: Source;
  /** What earlier drafts and corrections left about it. */
  readonly records: SourceRecords;
  /** Whether the file on disk differs from what was read. */
  readonly unsaved: boolean;
}

/** What a person and their choices say about the context. Paths are relative to the workspace folder. */
export interface ContextChoice {
  readonly excludedPaths: readonly string[];
  readonly includedPaths: readonly string[];
  /** See `GatherOptions`. */
  readonly pinned?: ReadonlyMap<string, string> | undefined;
  /** Most tokens of a request of the chosen model; `null` where that is not known. */
  readonly modelWindow: number | null;
  /** Where the spec goes, if the person said so. */
  readonly target?: string | undefined;
}

/** What the wizard reads. Paths are relative to the workspace folder. */
export interface DraftingInputs {
  /** @param current a source to list first, or `null` */
  findSources(current: string | null, signal: AbortSignal): Promise<readonly SourceCandidate[]>;
  /**
   * Reads the document as it stands in the editor where it is open there.
   *
   * @throws SourceError or FileSystemError
   */
  readSource(path: string, kind: SourceKind | null): Promise<ReadSource>;
  /**
   * Writes corrections beside a spec, whole or not at all.
   *
   * @param path where they lie, relative to the folder
   * @param file `null` to remove those that lie there
   * @throws FileSystemError, or an error that says that the file there is about another source
   */
  keepCorrections(path: string, file: CorrectionsFile | null): Promise<void>;
  gatherContext(source: Source, choice: ContextChoice, signal: AbortSignal): Promise<WorkspaceContext>;
  /**
   * What the code of the workspace has.
   *
   * @param files all files that are not ignored, sorted
   */
  readProject(files: readonly string[], signal: AbortSignal): Promise<ProjectIndex>;
  discoverTemplates(): Promise<OfferedTemplates>;
  clarify(input: ClarifyInput): Clarification;
  /** What was answered before about a source, and beside which spec that lies, without ending; `null` where nothing was. */
  findAnswers(
    source: string,
    spec: string | null,
  ): Promise<{ readonly spec: string; readonly answers: KeptAnswers } | null>;
  /** The files of answers beside a spec as they are, by path. */
  answersBeside(spec: string): Promise<ReadonlyMap<string, string>>;
  /** Text of a file beside a spec; `null` where there is none. */
  readBeside(path: string): Promise<string | null>;
  /** Writes a file beside a spec, whole or not at all; `null` removes it. */
  writeBeside(path: string, text: string | null): Promise<void>;
  /** A path where nothing exists yet. */
  suggestOutput(template: Template, source: Source): Promise<string>;
  /** Why nothing can be written at a path, or `null`. */
  outputProblem(path: string): Promise<string | null>;
  /** Makes sure that a file can be created there, before a model is asked; why not, or `null`. */
  prepareOutput(path: string): Promise<string | null>;
  readonly clock: Clock;
  /** Template id that the settings put first, or an empty string. */
  preferredTemplate(): string;
  /** Language of specs that the settings name, or `auto`. */
  preferredLanguage(): string;
  /** Language that the editor is shown in, as VS Code names it. */
  readonly displayLanguage: string;
}

/** What a draft with a model is measured by. */
export interface ModelMeter extends Pick<LanguageModel, 'countTokens' | 'countsItself'> {
  /** As the person's settings have it; `null` where they have none. */
  readonly price: ModelPrice | null;
  /** What a recording knows of its calls. */
  readonly calls?: LanguageModel['calls'];
  /** What the settings say of calls. */
  readonly callMode: CallMode;
  /** Language that money is written in. */
  readonly language: string;
}

/** Models as the wizard sees them. */
export interface DraftingModels {
  /**
   * Tells that another look at the list is worth while, and which model the person has just connected, `null` where none;
   * absent where nothing changes by itself.
   */
  readonly onDidChange?: (listener: (connected: string | null) => void) => { dispose(): void };
  /** @param ask whether the person is asking, so that the editor may be asked for its models */
  list(ask: boolean, signal: AbortSignal): Promise<OfferedModels>;
  /** What counts the tokens of a model and prices them; asks nobody. */
  meter(id: string): ModelMeter;
  /** The model itself, or why it can't be used now. */
  connect(id: string): Promise<LanguageModel | ModelFailure>;
  remember(id: string): Promise<void>;
  configureOpenAi(baseUrl: string, modelName: string): Promise<void>;
  /** Asks for a key and stores it; `false` where the person gave none. */
  enterApiKey(): Promise<boolean>;
}

/** What only the editor's own interface can do. */
export interface DraftingWindow {
  /** Path of the file the person chose, or `null`. */
  browseSource(): Promise<string | null>;
  /** Path of a document that the person chose to add to the context, or `null`. */
  browseDocument(): Promise<string | null>;
  /** @param line from 1 */
  openFile(path: string, line?: number): Promise<void>;
  /** Works what changed in its source into a spec, in a diff. */
  updateSpec(path: string): Promise<void>;
  /** Shows the list of what is wrong with the files that are open. */
  openProblems(): Promise<void>;
  /** Shows text that could not be saved. */
  openText(run: GenerationRun): Promise<void>;
  /** Goes on with a draft that ended before it was whole. */
  resumeDraft(run: GenerationRun): Promise<void>;
  saveDocument(path: string): Promise<void>;
  openFolder(): Promise<void>;
  manageTrust(): Promise<void>;
  openSettings(query: string): Promise<void>;
  close(): void;
}

/** Everything around the wizard. The session itself knows no editor. */
export interface WizardServices {
  readonly inputs: DraftingInputs;
  readonly models: DraftingModels;
  readonly documents: SourceDocuments;
  readonly window: DraftingWindow;
  /** Name of the workspace folder, or `null` where none is open. */
  readonly workspace: string | null;
  trusted(): boolean;
  /** What a spec that stands at a path comes to now; `null` where none does. */
  resultOf(path: string): Promise<GenerationResult | null>;
  /** Starts a draft; `null` while another one is under way. */
  generate(model: LanguageModel, brief: Brief, origin: DraftOrigin): GenerationRun | null;
}
