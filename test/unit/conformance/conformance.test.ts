import { describe, expect, it } from 'vitest';
import { renderFinding } from '../../../src/core/checks/render-finding';
import {
  conformanceFindings,
  shown,
  withDeviations,
  type BuiltRepository,
  type PlantedDeviation,
} from './built-repository';
import { surroundingsOf } from '../checks/surroundings';
import { expressRepository } from './express-repository';
import { faithfulRepositories } from './faithful-repositories';
import { fastapiRepository } from './fastapi-repository';
import { goRepository } from './go-repository';
import { nestRepository } from './nest-repository';
import { railsRepository } from './rails-repository';
import { springRepository } from './spring-repository';

const repositories: readonly BuiltRepository[] = [
  goRepository,
  fastapiRepository,
  expressRepository,
  railsRepository,
  springRepository,
  nestRepository,
];

describe('what was built against its spec', () => {
  it.each(
    [...repositories, ...faithfulRepositories].map((repository) => [repository.name, repository] as const),
  )('is reported nowhere where all was built so: %s', async (_, { spec, files }) => {
    expect((await conformanceFindings(spec, files)).map(shown)).toEqual([]);
  });

  it('is reported where it differs, with the place in the code', async () => {
    const missed: string[] = [];
    const without: string[] = [];
    let planted = 0;
    let reported = 0;
    let extra = 0;
    for (const repository of repositories) {
      const { name, spec, deviations } = repository;
      const findings = await conformanceFindings(spec, withDeviations(repository, deviations));
      const isOf = (deviation: PlantedDeviation) => (finding: (typeof findings)[number]) =>
        finding.check === deviation.check && renderFinding(finding).includes(deviation.says);
      planted += deviations.length;
      reported += findings.length;
      extra += findings.filter((finding) => !deviations.some((one) => isOf(one)(finding))).length;
      for (const deviation of deviations) {
        const found = findings.find(isOf(deviation));
        if (found === undefined)
          missed.push(`${name}: ${deviation.what}\n  ${findings.map(shown).join('\n  ')}`);
        else if (found.places === undefined) without.push(`${name}: ${deviation.what} ${shown(found)}`);
      }
    }
    const found = planted - missed.length;
    console.log(
      `conformance: ${found} of ${planted} planted deviations found (recall ${(found / planted).toFixed(2)}), ` +
        `${reported} findings, ${extra} besides those that were looked for${missed.map((one) => `\n${one}`).join('')}`,
    );
    expect(planted).toBeGreaterThanOrEqual(40);
    expect(found / planted, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
    // What was left out has no place in the code, all else has one.
    expect(without.length / planted, without.join('\n')).toBeLessThanOrEqual(0.15);
  });
});

describe('what is due', () => {
  const { spec, files } = goRepository;
  const open = spec.replace('**Status:** Implemented', '**Status:** Approved').replaceAll('- [x]', '- [ ]');
  const nothingBuilt = Object.fromEntries(Object.entries(files).filter(([path]) => !path.includes('loan')));
  const told = async (text: string): Promise<readonly string[]> =>
    (await conformanceFindings(text, nothingBuilt)).map(shown);

  it('is nothing while no task is ticked', async () => {
    expect(await told(open)).toEqual([]);
  });

  it('is what a ticked task makes, and nothing of the tasks that are open', async () => {
    const found = await told(open.replace('- [ ] **T-001:**', '- [x] **T-001:**'));
    expect(found).toEqual([
      '29: No migration makes the table loans. (conformance-table)',
      '96: migrations/20260301100000_create_loans.sql was to be created and is not there. (conformance-file)',
    ]);
  });

  it('is all once every task is ticked, whatever the status', async () => {
    const found = await told(open.replaceAll('- [ ]', '- [x]'));
    expect(found.length).toBeGreaterThan(10);
    expect(found.join('\n')).toContain('POST /api/v1/tools/{toolID}/loans');
  });

  it('is a warning in a folder of completed specs', async () => {
    const findings = await conformanceFindings(spec, nothingBuilt, 'specs/completed/loans.md');
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });

  it('is no file that was to be removed, unless it still lies there', async () => {
    const { spec: lists, files: shelf } = expressRepository;
    const found = await conformanceFindings(lists, { ...shelf, 'src/legacy/bookmarks.ts': '' });
    expect(found.map(shown)).toEqual([
      '64: src/legacy/bookmarks.ts was to be removed and is still there. (conformance-file) -> src/legacy/bookmarks.ts:1',
    ]);
  });
});

describe('what stands in no task', () => {
  const spec = `# Spec: Coupons

**Status:** Implemented

## Architecture

- The service \`src/coupons/service.ts\` (new) is called by \`src/orders/place.ts\` (change), which was in \`src/old.ts\` (removed).

## Component Changes

- **Coupon codes**
  - Files: \`src/coupons/service.ts\` (new), \`src/coupons/store.ts\` (new), \`test/coupons.test.ts\` (new)
  - New interfaces: \`applyCoupon(code: string, cents: number): Promise<number>\`

## Alternatives

- \`src/coupons/rules.ts\` (new) would hold them as rules.
`;
  const before = { 'src/orders/place.ts': 'export function placeOrder(): void {}\n' };
  const after = {
    ...before,
    'src/coupons/service.ts':
      'export async function applyCoupon(code: string, cents: number): Promise<number> {\n  return cents;\n}\n',
    'src/coupons/store.ts': 'export const coupons = new Map<string, number>();\n',
    'test/coupons.test.ts': "it('lowers the total', () => {});\n",
  };

  it('is due as well: files that a remark calls new or removed, and interfaces of components', async () => {
    expect((await conformanceFindings(spec, after)).map(shown)).toEqual([]);
    expect((await conformanceFindings(spec, { ...before, 'src/old.ts': '' })).map(shown)).toEqual([
      '7: src/coupons/service.ts was to be created and is not there. (conformance-file)',
      '7: src/old.ts was to be removed and is still there. (conformance-file) -> src/old.ts:1',
      '12: src/coupons/store.ts was to be created and is not there. (conformance-file)',
      '12: test/coupons.test.ts was to be created and is not there. (conformance-file)',
      '13: The code does not declare applyCoupon. (conformance-symbol)',
    ]);
  });

  it('is held against its parameters', async () => {
    const other = {
      ...after,
      'src/coupons/service.ts': 'export async function applyCoupon(code: string): Promise<number> {}\n',
    };
    expect((await conformanceFindings(spec, other)).map(shown)).toEqual([
      '13: applyCoupon takes other parameters in the code: export async function applyCoupon(code: string): Promise<number> {} (src/coupons/service.ts:1). (conformance-symbol) -> src/coupons/service.ts:1',
    ]);
  });
});

describe('what titles of tasks say that the work is in', () => {
  const tasks = [
    '- [x] T012 [P] [US1] Create User model in src/models/user.py',
    '- [x] **T-013:** [US1] UserService CRUD in `src/services/user.py` and src/services/role.py',
    '- [x] T014 Contract test POST /api/users (tests/contract/test_users.py)',
    '- [ ] T015 Create Team model in src/models/team.py',
    '- [x] T016 Move src/old.py to src/moved.py',
    '- [x] T017 Delete src/gone.py',
    '- [x] T018 Write `src/db/seed.py`',
  ];
  const told = async (lines: readonly string[], files: Readonly<Record<string, string>> = {}) =>
    (
      await conformanceFindings(`# Users\n\n## Tasks\n\n${lines.join('\n')}\n`, {
        'src/app.py': 'def app():\n    pass\n',
        ...files,
      })
    ).map((finding) => renderFinding(finding).split(':')[0]);

  it('is there once they are ticked, as what a field names', async () => {
    const found = await told(tasks, { 'src/gone.py': '', 'src/services/user.py': '' });
    expect(found).toEqual([
      'src/models/user.py was to be created and is not there.',
      'src/services/role.py was to be created and is not there.',
      'tests/contract/test_users.py was to be created and is not there.',
      'src/moved.py was to be created and is not there.',
      'src/gone.py was to be removed and is still there.',
      'src/db/seed.py was to be created and is not there.',
    ]);
    const built = ['models/user', 'services/user', 'services/role', 'moved', 'db/seed'];
    const files = Object.fromEntries(built.map((path) => [`src/${path}.py`, '']));
    expect(await told(tasks, { ...files, 'tests/contract/test_users.py': '' })).toEqual([]);
  });

  it('is not what they only tell of, and not what a later one takes away', async () => {
    expect(
      await told([
        '- [x] T001 Create the store as in src/other/store.py',
        '- [x] T002 Use the pattern described in src/other/pattern.py for errors',
        '- [x] T003 Update imports of src/other/moved.py',
        '- [x] T004 Remove the flag from src/other/flags.py',
        '- [x] T005 Create a shim in src/shim.py',
        '- [x] T006 Remove src/shim.py',
        '- [x] T007 Set up Express in Node.js',
        '- [x] T008 Add the route GET /api/users.json to the list',
        '- [x] T009 Rename src/a.py',
        '- [ ] T010 Open',
      ]),
    ).toEqual([]);
  });

  it('is what an item below says is made, where the task is one of Kiro', async () => {
    expect(
      await told([
        '- [x] 1. Set up the store',
        '  - Create `src/store.py` with the class',
        '  - Test what is in src/other.py',
        '  - [x] 1.1 Write the migration in src/migrate.py',
        '    - _Requirements: 1.1_',
        '- [ ] 2. Open',
      ]),
    ).toEqual([
      'src/store.py was to be created and is not there.',
      'src/migrate.py was to be created and is not there.',
    ]);
  });
});

// Patterns that try every split would take longer than a test may.
it('code that looks like a list without an end is read', async () => {
  const read = await surroundingsOf({
    'src/app.ts': `app.use('/x', ${'handler,\n        '.repeat(2000)}\nconst dashes = "a${'-'.repeat(5000)} x";`,
    'src/b.py': `app.include_router(${'a.'.repeat(5000)}\nx = "${'a-b.'.repeat(3000)} "`,
    'main.go': `package main\n${'r.With(a).'.repeat(2000)}\nRegister${'Routes'.repeat(2000)}(${'a, '.repeat(2000)}`,
    'config/routes.rb': `Rails.application.routes.draw do\n  resources ${':a, '.repeat(2000)}\n`,
  });
  expect(read.project.files.length).toBe(4);
});
