import * as v from 'valibot';
import type { StackItem } from '../context';
import type { Dependency } from './known-packages';
import { itemIn, itemOfFile } from './evidence';
import { knownFacts, plainVersion } from './known-packages';
import type { Manifest, ManifestReader, WorkspaceFiles } from './stack-facts';

const strings = v.optional(v.record(v.string(), v.unknown()), {});
const packageFile = v.object({
  scripts: strings,
  dependencies: strings,
  devDependencies: strings,
  peerDependencies: strings,
  packageManager: v.optional(v.unknown()),
});

interface PackageManager {
  readonly name: string;
  /** Files that only a workspace of this manager has. */
  readonly marks: readonly string[];
  /** Command that runs a script; the folder is empty for the root. */
  run(folder: string, script: string): string;
}

const npm: PackageManager = {
  name: 'npm',
  marks: ['package-lock.json', 'npm-shrinkwrap.json'],
  run: (folder, script) =>
    `npm${folder === '' ? '' : ` --prefix ${folder}`} ${script === 'test' ? 'test' : `run ${script}`}`,
};
const packageManagers: readonly PackageManager[] = [
  npm,
  {
    name: 'pnpm',
    marks: ['pnpm-lock.yaml', 'pnpm-workspace.yaml'],
    run: (folder, script) =>
      `pnpm${folder === '' ? '' : ` --dir ${folder}`} ${script === 'test' ? 'test' : `run ${script}`}`,
  },
  {
    name: 'yarn',
    marks: ['yarn.lock'],
    run: (folder, script) => `yarn${folder === '' ? '' : ` --cwd ${folder}`} ${script}`,
  },
  {
    name: 'bun',
    marks: ['bun.lock', 'bun.lockb'],
    run: (folder, script) => `bun${folder === '' ? '' : ` --cwd ${folder}`} run ${script}`,
  },
];

/** What `npm init` writes for a package without tests. */
const noTests = /no test specified/;
const testScript = /^test(?:[:_-](?!watch|update|debug|coverage)[\w:-]+)?$/;

/** `package.json`: language, packages, and the scripts that run tests. */
export const packageJson: ManifestReader = {
  names: ['package.json'],
  read(manifest, files) {
    const parsed = v.safeParse(packageFile, parseJson(manifest.text));
    if (!parsed.success) return {};
    const { scripts, dependencies, devDependencies, peerDependencies } = parsed.output;
    const packages: readonly Dependency[] = Object.entries({
      ...peerDependencies,
      ...devDependencies,
      ...dependencies,
    }).map(([name, version]) => [name, typeof version === 'string' ? version : null]);
    return {
      ...knownFacts('npm', packages, manifest),
      languages: languages(manifest, packages, files),
      testCommands: testCommands(manifest, scripts, parsed.output.packageManager, files),
      packageManagers: statedManager(manifest, parsed.output.packageManager),
    };
  },
};

function languages(
  manifest: Manifest,
  packages: readonly Dependency[],
  files: WorkspaceFiles,
): readonly StackItem[] {
  const typescript = packages.find(([name]) => name === 'typescript');
  if (typescript !== undefined) {
    return [itemIn(manifest, 'TypeScript', plainVersion(typescript[1]), 'typescript')];
  }
  const config = files.nearest(manifest.folder, ['tsconfig.json']);
  if (config !== null) return [itemOfFile(config, 'TypeScript')];
  const script = files.some(manifest.folder, (path) => /\.(?:[cm]?js|jsx)$/.test(path));
  return script ? [itemOfFile(manifest.path, 'JavaScript')] : [];
}

function testCommands(
  manifest: Manifest,
  scripts: Readonly<Record<string, unknown>>,
  stated: unknown,
  files: WorkspaceFiles,
): readonly StackItem[] {
  const { folder } = manifest;
  const manager = managerOf(folder, stated, files);
  return Object.entries(scripts)
    .filter(
      ([name, command]) => testScript.test(name) && typeof command === 'string' && !noTests.test(command),
    )
    .map(([name]) => itemIn(manifest, manager.run(folder, name), null, name));
}

/** `pnpm@9.1.0`, as Corepack reads it. */
function statedManager(manifest: Manifest, stated: unknown): readonly StackItem[] {
  const [, name, version] =
    (typeof stated === 'string' ? /^(npm|pnpm|yarn|bun)@([\w.-]+)/.exec(stated) : null) ?? [];
  return name === undefined ? [] : [itemIn(manifest, name, version ?? null, 'packageManager')];
}

function managerOf(folder: string, stated: unknown, files: WorkspaceFiles): PackageManager {
  const named =
    typeof stated === 'string'
      ? packageManagers.find(({ name }) => stated.startsWith(`${name}@`))
      : undefined;
  if (named !== undefined) return named;
  const mark = files.nearest(
    folder,
    packageManagers.flatMap(({ marks }) => marks),
  );
  return (
    packageManagers.find(({ marks }) => mark !== null && marks.some((name) => mark.endsWith(name))) ?? npm
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
