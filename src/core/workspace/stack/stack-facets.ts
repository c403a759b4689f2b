import type { MigrationNaming, StackItem, StackProfile } from '../context';

/** The questions that a stack profile answers, in the order in which people read them. */
export const stackFacets = [
  'languages',
  'frameworks',
  'orms',
  'databases',
  'migrationTool',
  'migrationFolder',
  'migrationNaming',
  'testCommands',
  'uiLibrary',
  'uiComponents',
  'packageManagers',
  'ci',
  'modules',
] as const;

export type StackFacet = (typeof stackFacets)[number];

const single: ReadonlySet<StackFacet> = new Set<StackFacet>([
  'migrationTool',
  'migrationFolder',
  'migrationNaming',
  'uiLibrary',
]);

/** Whether a facet has one value at most. */
export function isSingle(facet: StackFacet): boolean {
  return single.has(facet);
}

export const migrationNamings: readonly MigrationNaming[] = ['timestamp', 'sequence', 'version', 'key'];

/** What is known of a workspace that shows nothing. */
export const emptyStack: StackProfile = {
  languages: [],
  frameworks: [],
  orms: [],
  databases: [],
  migrations: null,
  testCommands: [],
  uiLibrary: null,
  uiComponents: [],
  packageManagers: [],
  ci: [],
  modules: [],
};

/** `Go 1.24`, or the name alone. */
export function itemText({ name, version }: Pick<StackItem, 'name' | 'version'>): string {
  return version === null ? name : `${name} ${version}`;
}

/** The values of one facet, whatever its form in the profile. */
export function itemsOf(stack: StackProfile, facet: StackFacet): readonly StackItem[] {
  const { migrations } = stack;
  const ofMigrations = (value: string | null): readonly StackItem[] =>
    migrations === null || value === null || value === ''
      ? []
      : [{ name: value, version: null, evidence: migrations.evidence, line: migrations.line }];
  switch (facet) {
    case 'migrationTool':
      return ofMigrations(migrations?.tool ?? null);
    case 'migrationFolder':
      return ofMigrations(migrations?.folder ?? null);
    case 'migrationNaming':
      return ofMigrations(migrations?.naming ?? null);
    case 'uiLibrary':
      return stack.uiLibrary === null ? [] : [stack.uiLibrary];
    case 'modules':
      return stack.modules.map((name) => ({ name, version: null, evidence: '', line: 1 }));
    default:
      return stack[facet];
  }
}

/** The profile with other values of one facet; of a facet with one value the first counts. */
export function withItems(stack: StackProfile, facet: StackFacet, items: readonly StackItem[]): StackProfile {
  const [first] = items;
  switch (facet) {
    case 'migrationTool':
    case 'migrationFolder':
    case 'migrationNaming': {
      const before = stack.migrations ?? { ...noMigrations, evidence: first?.evidence ?? '' };
      const value = first?.name ?? '';
      const migrations =
        facet === 'migrationTool'
          ? { ...before, tool: value }
          : facet === 'migrationFolder'
            ? { ...before, folder: value }
            : { ...before, naming: migrationNamings.find((naming) => naming === value) ?? null };
      const isEmpty = migrations.tool === '' && migrations.folder === '';
      return { ...stack, migrations: isEmpty ? null : migrations };
    }
    case 'uiLibrary':
      return { ...stack, uiLibrary: first ?? null };
    case 'modules':
      return { ...stack, modules: items.map(({ name }) => name) };
    default:
      return { ...stack, [facet]: items };
  }
}

const noMigrations = { tool: '', folder: '', latest: null, naming: null, evidence: '', line: 1 } as const;
