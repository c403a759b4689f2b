import { pathBelow } from '../../text/path-order';
import { parseToml, stringAt, tableAt, valueAt } from './data-path';
import type { Dependency } from './known-packages';
import { itemIn, itemOfFile } from './evidence';
import { knownFacts, plainVersion } from './known-packages';
import type { Manifest, ManifestReader, StackFacts, WorkspaceFiles } from './stack-facts';

/** `name[extra] >=1.2; python_version < "3.12"` */
const requirement = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*([^;#]*)/;

/** How tests are started, by the lock file of the tool that made the environment. */
const runners: readonly (readonly [lock: string, prefix: string])[] = [
  ['uv.lock', 'uv run '],
  ['poetry.lock', 'poetry run '],
  ['pdm.lock', 'pdm run '],
  ['Pipfile.lock', 'pipenv run '],
];

/** `pyproject.toml` of any build tool. */
export const pyproject: ManifestReader = {
  names: ['pyproject.toml'],
  read(manifest, files) {
    const { text } = manifest;
    const data = parseToml(text);
    const poetry = tableAt(data, 'tool', 'poetry', 'dependencies');
    const version = stringAt(data, 'project', 'requires-python') ?? stringAt(poetry, 'python');
    const lists = [
      valueAt(data, 'project', 'dependencies'),
      ...Object.values(tableAt(data, 'project', 'optional-dependencies')),
      ...Object.values(tableAt(data, 'dependency-groups')),
      valueAt(data, 'tool', 'uv', 'dev-dependencies'),
    ];
    const tables = [
      poetry,
      tableAt(data, 'tool', 'poetry', 'dev-dependencies'),
      ...Object.keys(tableAt(data, 'tool', 'poetry', 'group')).map((name) =>
        tableAt(data, 'tool', 'poetry', 'group', name, 'dependencies'),
      ),
    ];
    const dependencies: Dependency[] = [
      ...lists.flatMap((list) => (Array.isArray(list) ? list.map(String).flatMap(parseRequirement) : [])),
      ...tables.flatMap((table) =>
        Object.entries(table).map(([name, value]): Dependency => [
          normalName(name),
          typeof value === 'string' ? value : stringAt(value, 'version'),
        ]),
      ),
    ];
    const configured = valueAt(data, 'tool', 'pytest') !== undefined;
    return {
      ...pythonFacts(manifest, dependencies, configured, files),
      languages: [itemIn(manifest, 'Python', plainVersion(version), /^requires-python\b|^python\s*=/m)],
    };
  },
};

/** `requirements.txt` and its kin. */
export const requirementsTxt: ManifestReader = {
  names: ['requirements.txt', 'requirements-dev.txt', 'dev-requirements.txt', 'requirements-test.txt'],
  read(manifest, files) {
    const { path, text } = manifest;
    const dependencies = text
      .split(/\r?\n/)
      .filter((line) => !/^\s*(?:#|-)/.test(line))
      .flatMap(parseRequirement);
    if (dependencies.length === 0) return {};
    return {
      ...pythonFacts(manifest, dependencies, false, files),
      languages: [itemOfFile(path, 'Python')],
    };
  },
};

function pythonFacts(
  manifest: Manifest,
  dependencies: readonly Dependency[],
  configured: boolean,
  files: WorkspaceFiles,
): StackFacts {
  const { folder } = manifest;
  const inFolder = folder === '' ? '' : ` ${folder}`;
  const lock = files.nearest(
    folder,
    runners.map(([name]) => name),
  );
  const prefix = runners.find(([name]) => lock?.endsWith(name) === true)?.[1] ?? '';
  const evidence = ['pytest.ini', 'conftest.py', 'tests/conftest.py']
    .map((name) => pathBelow(folder, name))
    .find((name) => files.has(name));
  const usesPytest =
    configured || dependencies.some(([name]) => name === 'pytest' || name.startsWith('pytest-'));
  const manage = pathBelow(folder, 'manage.py');
  const testCommands =
    usesPytest || evidence !== undefined
      ? [
          usesPytest || evidence === undefined
            ? itemIn(manifest, `${prefix}pytest${inFolder}`, null, /pytest/)
            : itemOfFile(evidence, `${prefix}pytest${inFolder}`),
        ]
      : files.has(manage)
        ? [itemOfFile(manage, `${prefix}python ${manage} test`)]
        : [];
  return { ...knownFacts('python', dependencies, manifest), testCommands };
}

function parseRequirement(line: string): readonly Dependency[] {
  const match = requirement.exec(line);
  if (match?.[1] === undefined) return [];
  return [[normalName(match[1]), match[2]?.trim() === '' ? null : (match[2] ?? null)]];
}

function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
