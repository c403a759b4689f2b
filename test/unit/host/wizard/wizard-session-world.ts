import type { ModelPrice } from '../../../../src/core/cost/prices';
import type { Brief } from '../../../../src/core/brief/brief';
import { answeredSpec, joinAnswers } from '../../../../src/core/clarify/kept-answers';
import type { Question } from '../../../../src/core/clarify/question';
import { FileSystemError } from '../../../../src/core/ports/file-system';
import type { LanguageModel, ModelFailure } from '../../../../src/core/ports/language-model';
import type { ProjectIndex } from '../../../../src/core/project/project-index';
import type { SourceRecords } from '../../../../src/core/receipt/find-records';
import { noRecords } from '../../../../src/core/receipt/find-records';
import type { CorrectionsFile } from '../../../../src/core/source/corrections/corrections-file';
import { readSource } from '../../../../src/core/source/read-source';
import type { Source } from '../../../../src/core/source/source';
import { sha256Hex } from '../../../../src/core/text/hash';
import type { StackProfile } from '../../../../src/core/workspace/context';
import { emptyStack } from '../../../../src/core/workspace/stack/stack-facets';
import type { DraftOrigin } from '../../../../src/host/generation/spec-generation';
import { GenerationRun } from '../../../../src/host/generation/generation-run';
import type { WizardServices } from '../../../../src/host/wizard/data/wizard-services';
import { WizardSession } from '../../../../src/host/wizard/session/wizard-session';
import type { Template } from '../../../../src/core/template/template';
import type { ModelView } from '../../../../src/shared/wizard/generate-state';
import type { SourceCandidate } from '../../../../src/shared/wizard/source-state';
import { emptyInput, type WizardInput } from '../../../../src/shared/wizard/wizard-input';
import { context, journal, model, source, template } from '../drafting';

const outline: ModelView = {
  id: 'outline',
  label: 'Outline',
  detail: '',
  provider: 'outline',
  ready: true,
  problem: null,
};

export function question(id: string, blocking: boolean): Question {
  return { id, area: 'security', blocking, text: `${id}?`, why: 'Because.', options: [], evidence: [] };
}

const rule = {
  path: 'AGENTS.md',
  kind: 'rule',
  reason: 'Agent instructions',
  title: 'Agents',
  bytes: 10,
  tokens: 3,
  sha256: '3'.repeat(64),
  truncated: false,
  text: 'Be kind.',
} as const;

export const project: ProjectIndex = {
  files: ['a.go'],
  symbols: [],
  scripts: [{ name: 'test', runner: 'make', command: '', path: 'Makefile', line: 3 }],
  dependencies: [],
  routes: [{ method: 'GET', route: '/tides', path: 'a.go', line: 7 }],
  tables: [],
  skipped: [],
};

/** What a spec comes to that has nothing to count. */
const clean = {
  ...{ errors: 0, warnings: 0, listed: { errors: 0, warnings: 0 } },
  ...{ failing: 0, requirements: 0, covered: 0, outOfScope: 0 },
  findings: [],
};

/** What the session finds around it; tests change it as it goes. */
export interface World {
  workspace: string | null;
  /** Resolves when a source may be read. */
  reading: (path: string) => Promise<void>;
  sources: Record<string, Source | Error>;
  candidates: readonly SourceCandidate[];
  questions: readonly Question[];
  /** In place of the usual two. */
  templates: readonly Template[] | null;
  trusted: boolean;
  outputProblem: (path: string) => string | null;
  /** Told of each reading of the workspace, with the window it was read for. */
  gathered: (window: number | null) => unknown;
  connect: ModelFailure | null;
  /** A model beside the outline; `null` where there is none. */
  model: LanguageModel | null;
  defaultModel: string;
  price: ModelPrice | null;
  readingProject: (files: readonly string[], signal: AbortSignal) => Promise<ProjectIndex>;
  stack: StackProfile;
  records: SourceRecords;
  /** Files of corrections by path. */
  readonly corrections: Map<string, CorrectionsFile>;
  /** Paths that were put into the context by hand, as asked for last. */
  included: readonly string[];
  readonly files: Record<string, string>;
  clipboard: string;
  readonly calls: string[];
  readonly briefs: Brief[];
  readonly drafted: { output: string; answers: readonly unknown[] }[];
  /** What journals of its drafts know of where they came from. */
  readonly origins: DraftOrigin[];
}

export function setUp(change: Partial<World> = {}, input: Partial<WizardInput> = {}) {
  const world: World = {
    workspace: 'example',
    reading: () => Promise.resolve(),
    sources: { 'prds/invites.md': source() },
    candidates: [{ path: 'prds/invites.md', title: 'Invites', kind: 'prd', reason: 'Found' }],
    questions: [],
    templates: null,
    trusted: true,
    outputProblem: () => null,
    gathered: () => undefined,
    connect: null,
    model: null,
    defaultModel: 'outline',
    price: null,
    readingProject: () => Promise.resolve(project),
    stack: emptyStack,
    records: noRecords,
    corrections: new Map(),
    included: [],
    files: {},
    clipboard: '',
    calls: [],
    briefs: [],
    drafted: [],
    origins: [],
    ...change,
  };
  const answersBeside = (spec: string): ReadonlyMap<string, string> =>
    new Map(Object.entries(world.files).filter(([path]) => `${answeredSpec(path) ?? ''}.md` === spec));
  const call = (name: string): Promise<void> => Promise.resolve(void world.calls.push(name));
  const services: WizardServices = {
    workspace: world.workspace,
    trusted: () => world.trusted,
    inputs: {
      findSources: () => Promise.resolve(world.candidates),
      readSource: async (path, kind) => {
        world.calls.push(`read ${path}`);
        await world.reading(path);
        const file = world.files[path];
        const written = (text: string): Source =>
          readSource({ path, bytes: new TextEncoder().encode(text), kind: kind ?? undefined });
        if (file !== undefined) return { source: written(file), unsaved: false, records: world.records };
        const found = world.sources[path] ?? new FileSystemError('not-found', path);
        if (found instanceof Error) throw found;
        return { source: kind === null ? found : { ...found, kind }, unsaved: false, records: world.records };
      },
      keepCorrections: (path, file) => {
        if (file === null) world.corrections.delete(path);
        else world.corrections.set(path, file);
        return call(`corrections ${path}`);
      },
      gatherContext: async (_source, { excludedPaths, includedPaths, modelWindow }) => {
        world.included = includedPaths;
        await world.gathered(modelWindow);
        const left = excludedPaths.includes(rule.path);
        const { path, kind, title, tokens } = rule;
        return context({
          stack: world.stack,
          documents: left ? [] : [rule],
          excluded: left
            ? [{ path, reason: 'Left out by hand', cause: 'choice', document: { kind, title, tokens } }]
            : [],
          budget: { tokens: 60_000, from: 'default', window: modelWindow },
        });
      },
      readProject: (files, signal) => world.readingProject(files, signal),
      discoverTemplates: () =>
        Promise.resolve({
          templates: world.templates ?? [
            template('feature', { for: ['conversation'] }),
            template('agent-ready'),
          ],
          problems: [],
        }),
      clarify: ({ asked = [] }) => ({ questions: [...world.questions, ...asked], settled: [] }),
      findAnswers: (about, spec) => {
        const specs = new Set(Object.keys(world.files).flatMap((path) => answeredSpec(path) ?? []));
        const found = [...specs].find(
          (stem) =>
            (spec === null || spec === `${stem}.md`) &&
            [...answersBeside(`${stem}.md`).values()].some((text) => text.includes(about)),
        );
        return Promise.resolve(
          found === undefined ? null : { spec: found, answers: joinAnswers(answersBeside(`${found}.md`)) },
        );
      },
      answersBeside: (spec) => Promise.resolve(answersBeside(spec)),
      readBeside: (path) => Promise.resolve(world.files[path] ?? null),
      writeBeside: (path, text) => {
        if (text === null) Reflect.deleteProperty(world.files, path);
        else world.files[path] = text;
        return Promise.resolve();
      },
      suggestOutput: ({ id }) => Promise.resolve(`specs/${id}.md`),
      outputProblem: (path) => Promise.resolve(world.outputProblem(path)),
      prepareOutput: () => Promise.resolve(null),
      clock: { now: () => new Date('2026-01-31T10:00:00Z'), timeZone: () => 'UTC' },
      preferredTemplate: () => '',
      preferredLanguage: () => 'auto',
      displayLanguage: 'en',
    },
    documents: {
      suggestPath: (kind, title) =>
        Promise.resolve(`${kind}s/${title === '' ? 'new' : title.toLowerCase().replaceAll(' ', '-')}.md`),
      create: (path, text) => {
        const problem = world.outputProblem(path);
        if (problem !== null) return Promise.resolve(problem);
        if (world.files[path] !== undefined) return Promise.resolve(`${path} exists.`);
        world.files[path] = text;
        return Promise.resolve(null);
      },
      rewrite: (path, text, sha256) => {
        const before = world.files[path];
        if (before === undefined || sha256Hex(before) !== sha256)
          return Promise.resolve(`${path} has changed.`);
        world.files[path] = text;
        return Promise.resolve(null);
      },
      clipboard: () => Promise.resolve(world.clipboard),
      createPrd: () => call('create PRD').then(() => 'prds/new.md'),
    },
    models: {
      list: () =>
        Promise.resolve({
          models: [
            outline,
            { ...outline, id: 'large', label: 'Large', contextWindow: 32_000 },
            ...(world.model === null
              ? []
              : [{ ...outline, id: world.model.id, label: world.model.label, provider: 'openai' as const }]),
          ],
          openai: { baseUrl: '', modelName: '', hasKey: false },
          defaultModel: world.defaultModel,
        }),
      meter: () => ({
        countTokens: () => Promise.resolve(600),
        price: world.price,
        callMode: 'auto',
        language: 'en',
      }),
      connect: () => Promise.resolve(world.connect ?? world.model ?? model()),
      remember: (id) => call(`remember ${id}`),
      configureOpenAi: () => call('configure'),
      enterApiKey: () => Promise.resolve(true),
    },
    window: {
      browseSource: () => Promise.resolve('../handbook/style.md'),
      browseDocument: () => Promise.resolve('../handbook/style.md'),
      openFile: (path) => call(`open ${path}`),
      updateSpec: (path) => call(`update ${path}`),
      openProblems: () => call('open problems'),
      openText: () => call('open text'),
      resumeDraft: () => call('resume draft'),
      saveDocument: (path) => call(`save ${path}`),
      openFolder: () => call('open folder'),
      manageTrust: () => call('manage trust'),
      openSettings: () => call('settings'),
      close: () => void call('close'),
    },
    resultOf: (path) => Promise.resolve(world.files[path] === undefined ? null : { path, ...clean }),
    generate: (chosen, brief, origin) => {
      world.origins.push(origin);
      world.briefs.push(brief);
      world.drafted.push({ output: brief.output, answers: brief.answers });
      return new GenerationRun(chosen, brief, {
        draft: async function* () {
          yield { type: 'text', text: '# Spec\n' };
          yield { type: 'end', outcome: { kind: 'complete' } };
        },
        openSink: () =>
          Promise.resolve({
            write: () => undefined,
            finish: () => Promise.resolve({ kind: 'saved', text: '# Spec\n' }),
          }),
        journal: journal(),
        repair: null,
        writeReceipt: () => Promise.resolve(),
        check: () => Promise.resolve(clean),
        now: () => 0,
      });
    },
  };
  const session = new WizardSession(services, { ...emptyInput, ...input });
  return { session, world };
}

export const chosen = { source: 'prds/invites.md' };
export const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

export async function started(change: Partial<World> = {}, input: Partial<WizardInput> = chosen) {
  const made = setUp(change, input);
  await made.session.start();
  return made;
}
