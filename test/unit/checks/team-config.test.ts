import { describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/core/checks/check-spec';
import { joinSettings } from '../../../src/core/checks/check-settings';
import { emptyConfig, parseTeamConfig, readTeamConfig } from '../../../src/core/config/team-config';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { InMemoryFiles } from '../in-memory-files';
import { goodSpec, requirements, taskTemplate } from './builders';

const known = new Set(['word-budget', 'task-fields']);

describe('the configuration of a team', () => {
  it('says how much checks weigh, with which options, and which files are what', () => {
    const text = `checks:
  word-budget: off
  task-fields: { severity: warning, options: { fields: [files] } }
specs: [docs/specs/**/*.md]
`;
    expect(parseTeamConfig(text, known)).toEqual({
      config: {
        ...emptyConfig,
        checks: {
          'word-budget': 'off',
          'task-fields': { severity: 'warning', options: { fields: ['files'] } },
        },
        specs: ['docs/specs/**/*.md'],
      },
    });
  });

  it.each([
    [
      'checks:\n  word-bugdet: off\n',
      2,
      'There is no check {0}. The checks are listed in docs/checks/README.md.',
    ],
    ['specs: []\nchecks:\n  word-budget: loud\n', 3, '{0}: expected {1}, found {2}.'],
    ['rule: []\n', 1, '{0}: expected {1}, found {2}.'],
    ['checks: [\n', 2, 'This is not valid YAML: {0}'],
  ])('names a mistake at its line: %j', (text, line, message) => {
    const parsed = parseTeamConfig(text, known);
    expect('problems' in parsed && parsed.problems[0]).toMatchObject({ line, message });
  });

  it('is empty where there is none, or nothing in it', async () => {
    expect(parseTeamConfig('', known)).toEqual({ config: emptyConfig });
    expect(await readTeamConfig(new InMemoryFiles({}), known)).toEqual({ config: emptyConfig });
  });
});

describe('settings of checks', () => {
  it('are laid over each other: severities replace, options join', () => {
    const team = { a: { severity: 'warning', options: { x: 1, y: 1 } }, b: 'off' } as const;
    expect(joinSettings(team, { a: { options: { y: 2 } }, c: 'error' })).toEqual({
      a: { severity: 'warning', options: { x: 1, y: 2 } },
      b: { severity: 'off', options: {} },
      c: { severity: 'error', options: {} },
    });
  });

  it('win over those of the template, options one by one', () => {
    const spec = parseSpec(goodSpec.replaceAll(/ {2}- _Dependencies:_ .*\n/g, ''));
    const count = (settings: Parameters<typeof checkSpec>[0]['settings']): number =>
      checkSpec({
        spec,
        template: taskTemplate(),
        requirements,
        ...(settings === undefined ? {} : { settings }),
      }).findings.filter(({ check }) => check === 'task-fields').length;
    expect(count(undefined)).toBe(2);
    expect(count({ 'task-fields': { options: { fields: ['files'] } } })).toBe(0);
    expect(count({ 'task-fields': 'off' })).toBe(0);
  });
});
