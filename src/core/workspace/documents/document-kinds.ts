import type { ContextKind } from '../context';

/** What a rule without any word on its scope applies to, by the tool it was written for. */
export type UnstatedScope = 'always' | 'folder' | 'described' | 'manual';

/**
 * Where documents of one kind lie. A row matches every document below a folder, a name anywhere in the workspace,
 * or, with both, a name directly in that folder.
 */
export interface DocumentPlace {
  readonly kind: ContextKind;
  /** Folder in whose subtree the documents lie; may end in `*`. Left out where the name says it all. */
  readonly folder?: string;
  /** Whether the folder may stand below another one, as in a monorepo. */
  readonly nested: boolean;
  /** File names, without case. */
  readonly names?: readonly string[];
  /** Endings of file names; the document endings where left out. */
  readonly endings?: readonly string[];
  /** Sub-folders of `folder` that hold something else. */
  readonly except?: readonly string[];
  /** What the document is, for the reason shown to a person: `Cursor rule`. */
  readonly label: string;
  /** Scope of a rule whose front matter states none. */
  readonly unstated?: UnstatedScope;
  /** Only where the document's own status says that it was built. */
  readonly whenCompleted?: boolean;
}

/** Endings of documents written for people. */
export const documentEndings: readonly string[] = [
  '.md',
  '.mdx',
  '.mdc',
  '.markdown',
  '.txt',
  '.rst',
  '.adoc',
  '.org',
];

const ruleEndings = ['.md', '.mdc', '.txt'];
const pictures = ['assets', 'images', 'img'];

/** Endings of documents whose text is not read. */
export const officeEndings: readonly string[] = [
  '.pdf',
  '.doc',
  '.docx',
  '.odt',
  '.rtf',
  '.ppt',
  '.pptx',
  '.xls',
  '.xlsx',
];

const decisionFolders = [
  'docs/decisions',
  'doc/decisions',
  'architecture/decisions',
  'docs/architecture/decisions',
  'doc/architecture/decisions',
  'docs/adr',
  'docs/adrs',
  'doc/adr',
  'adr',
  'adrs',
  'decisions',
  'docs/entscheidungen',
  'docs/decisiones',
  'docs/decisoes',
];

/** One table as data, longer than a file of code may be. First match wins, so the more particular place stands first. */
export const documentPlaces: readonly DocumentPlace[] = [
  { kind: 'template', folder: '.tech-spec/templates', nested: false, label: 'Tech spec template' },
  {
    kind: 'template',
    folder: 'tasks/docs',
    nested: false,
    names: ['_techspec-template.md'],
    label: 'Team template',
  },

  {
    kind: 'rule',
    folder: '.cursor/rules',
    nested: true,
    endings: ruleEndings,
    label: 'Cursor rule',
    unstated: 'always',
  },
  { kind: 'rule', nested: true, names: ['.cursorrules'], label: 'Cursor rules', unstated: 'folder' },
  {
    kind: 'rule',
    nested: true,
    names: ['agents.md', 'agents.override.md'],
    label: 'Agent instructions',
    unstated: 'folder',
  },
  {
    kind: 'rule',
    nested: true,
    names: ['claude.md', 'claude.local.md'],
    label: 'Claude instructions',
    unstated: 'folder',
  },
  { kind: 'rule', nested: true, names: ['gemini.md'], label: 'Gemini instructions', unstated: 'folder' },
  {
    kind: 'rule',
    folder: '.github',
    nested: false,
    names: ['copilot-instructions.md'],
    label: 'Copilot instructions',
    unstated: 'always',
  },
  {
    kind: 'rule',
    folder: '.github/instructions',
    nested: false,
    endings: ruleEndings,
    label: 'Copilot instructions',
    unstated: 'described',
  },
  {
    kind: 'rule',
    folder: '.windsurf/rules',
    nested: true,
    endings: ruleEndings,
    label: 'Windsurf rule',
    unstated: 'always',
  },
  { kind: 'rule', nested: true, names: ['.windsurfrules'], label: 'Windsurf rules', unstated: 'folder' },
  {
    kind: 'rule',
    folder: '.clinerules',
    nested: true,
    endings: ruleEndings,
    except: ['workflows', 'hooks'],
    label: 'Cline rule',
    unstated: 'always',
  },
  {
    kind: 'rule',
    nested: true,
    names: ['.clinerules', '.roorules'],
    label: 'Cline rules',
    unstated: 'folder',
  },
  // The modes in which code is designed and written; the others are for work of their own.
  ...['.roo/rules', '.roo/rules-code', '.roo/rules-architect'].map((folder): DocumentPlace => ({
    kind: 'rule',
    folder,
    nested: true,
    endings: [...ruleEndings, '.xml'],
    label: 'Roo rule',
    unstated: 'always',
  })),
  {
    kind: 'rule',
    folder: '.roo/rules-*',
    nested: true,
    endings: [...ruleEndings, '.xml'],
    label: 'Roo rule',
    unstated: 'manual',
  },
  {
    kind: 'rule',
    folder: '.continue/rules',
    nested: true,
    endings: ruleEndings,
    label: 'Continue rule',
    unstated: 'always',
  },
  {
    kind: 'rule',
    folder: '.claude/rules',
    nested: true,
    endings: ruleEndings,
    label: 'Claude rule',
    unstated: 'always',
  },
  {
    kind: 'rule',
    folder: '.amazonq/rules',
    nested: false,
    endings: ruleEndings,
    label: 'Amazon Q rule',
    unstated: 'always',
  },
  {
    kind: 'rule',
    folder: '.augment/rules',
    nested: false,
    endings: ruleEndings,
    label: 'Augment rule',
    unstated: 'always',
  },
  {
    kind: 'rule',
    folder: '.junie',
    nested: false,
    names: ['guidelines.md'],
    label: 'Junie guidelines',
    unstated: 'always',
  },

  {
    kind: 'steering',
    folder: '.kiro/steering',
    nested: true,
    endings: ruleEndings,
    label: 'Steering document',
    unstated: 'always',
  },
  {
    kind: 'steering',
    folder: '.specify/memory',
    nested: false,
    endings: ruleEndings,
    label: 'Project constitution',
    unstated: 'always',
  },
  {
    kind: 'steering',
    folder: 'openspec',
    nested: false,
    names: ['project.md'],
    label: 'Project conventions',
    unstated: 'always',
  },

  { kind: 'completed-spec', folder: 'tech-specs/completed', nested: true, label: 'Completed spec' },
  { kind: 'completed-spec', folder: 'specs/completed', nested: true, label: 'Completed spec' },
  ...['rfcs', 'rfc', 'designs', 'design-docs'].map((folder): DocumentPlace => ({
    kind: 'completed-spec',
    folder: `${folder}/completed`,
    nested: true,
    label: 'Completed spec',
  })),
  { kind: 'completed-spec', folder: 'openspec/specs', nested: false, label: 'Current spec' },
  { kind: 'completed-spec', folder: 'openspec/changes/archive', nested: false, label: 'Completed change' },
  {
    kind: 'completed-spec',
    folder: 'tech-specs',
    nested: true,
    label: 'Completed spec',
    whenCompleted: true,
  },
  { kind: 'completed-spec', folder: 'specs', nested: false, label: 'Completed spec', whenCompleted: true },
  {
    kind: 'completed-spec',
    folder: 'docs/specs',
    nested: false,
    label: 'Completed spec',
    whenCompleted: true,
  },
  {
    kind: 'completed-spec',
    folder: '.kiro/specs',
    nested: false,
    label: 'Completed spec',
    whenCompleted: true,
  },

  // Where templates write a spec beside what it is for.
  {
    kind: 'completed-spec',
    names: ['_techspec.md', 'technical_spec.md'],
    nested: true,
    label: 'Completed spec',
    whenCompleted: true,
  },

  ...decisionFolders.map((folder): DocumentPlace => ({
    kind: 'decision',
    folder,
    // `decisions` alone may be about anything where it lies deep.
    nested: folder.includes('/') || folder.startsWith('adr'),
    except: pictures,
    label: 'Decision record',
  })),

  { kind: 'research', folder: 'docs/research', nested: true, except: pictures, label: 'Research' },
  { kind: 'research', folder: 'research', nested: false, except: pictures, label: 'Research' },
];
