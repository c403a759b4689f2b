import { t } from '@vscode/l10n';
import { sourceLanguage } from '../../core/template/choose-language';
import { FileSystemError } from '../../core/ports/file-system';
import { systemClock } from '../ports/system-clock';
import type { SourceDocuments } from '../source-writing/source-documents';
import type { DraftingInputs } from '../wizard/data/wizard-services';

const nothing = (path: string): Promise<never> => Promise.reject(new FileSystemError('not-found', path));

/** Where nothing can be written, as no folder is open. */
export const noDocuments: SourceDocuments = {
  suggestPath: () => Promise.resolve(''),
  create: () => Promise.resolve(t('Open the folder of your project first: the spec is written into it.')),
  rewrite: () => Promise.resolve(t('Open the folder of your project first: the spec is written into it.')),
  clipboard: () => Promise.resolve(''),
  createPrd: () => Promise.resolve(null),
};

/** What the wizard reads where no folder is open: nothing. It asks to open one. */
export const noWorkspaceInputs: DraftingInputs = {
  findSources: () => Promise.resolve([]),
  readSource: nothing,
  keepCorrections: nothing,
  gatherContext: () => nothing(''),
  readProject: () => nothing(''),
  discoverTemplates: () => Promise.resolve({ templates: [], problems: [] }),
  clarify: () => ({ questions: [], settled: [] }),
  findAnswers: () => Promise.resolve(null),
  answersBeside: () => Promise.resolve(new Map()),
  readBeside: () => Promise.resolve(null),
  writeBeside: () => Promise.resolve(),
  suggestOutput: () => Promise.resolve(''),
  outputProblem: () => Promise.resolve(null),
  prepareOutput: () => Promise.resolve(null),
  clock: systemClock,
  preferredTemplate: () => '',
  preferredLanguage: () => sourceLanguage,
  displayLanguage: 'en',
};
