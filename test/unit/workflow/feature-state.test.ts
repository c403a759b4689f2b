import { beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/checks/finding';
import {
  giveVerdict,
  nextStep,
  notReady,
  override,
  sign,
  startFeature,
  type Change,
  type Standing,
} from '../../../src/core/workflow/changes';
import { decide, featureReport } from '../../../src/core/workflow/feature-report';
import type { ArtefactReport } from '../../../src/core/workflow/feature-state';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { loadFeature, type LoadedFeature } from '../../../src/core/workflow/load-feature';
import { workflowMetrics } from '../../../src/core/workflow/metrics';
import { metricsCsv } from '../../../src/core/workflow/metrics-csv';
import { sha256Hex } from '../../../src/core/text/hash';
import { InMemoryFiles } from '../in-memory-files';
import { builtIn, knownChecks } from './built-in-workflow';

const workflow = builtIn('staged');
let files: Record<string, string>;
/** What the checks find in artefacts, by path. */
let found: Record<string, Finding>;

beforeEach(() => {
  files = {};
  found = {};
  const feature = { workflow: 'staged', title: 'Team invites', source: 'prds/team-invites.md' };
  apply({ writes: startFeature('invites', feature, workflow, on('2026-11-02')) });
});

const on = (date: string, name = 'Mara') => ({ name, date, commit: null });

function apply(change: Change): void {
  if ('refused' in change) throw new Error(change.refused.message);
  for (const { path, text, replaces } of change.writes) {
    if (!replaces && path in files) throw new Error(`${path} exists`);
    files[path] = text;
  }
}

async function load(): Promise<LoadedFeature & { readonly standing: Standing }> {
  const loaded = await loadFeature(new InMemoryFiles(files), 'invites', [workflow], ({ path }) => {
    const finding = found[path];
    return Promise.resolve({
      findings: finding === undefined ? [] : [finding],
      ran: knownChecks,
      off: new Set(),
      ...sectionsOf(path),
    });
  });
  if (loaded.standing === null) throw new Error(JSON.stringify(loaded.problems));
  return { ...loaded, standing: loaded.standing };
}

/** Where the performance targets stand in an artefact, if they do. */
function sectionsOf(path: string): Pick<ArtefactReport, 'sections' | 'template'> {
  const spec = parseSpec(files[path] ?? '');
  const section = spec.sections.find(({ name }) => name === 'Performance Targets');
  return { sections: new Map(section === undefined ? [] : [['performance', section]]), template: null };
}

async function openIds(): Promise<readonly string[]> {
  return (await load()).standing.state.open.map(({ id }) => id);
}

async function signAll(date: string): Promise<void> {
  for (const id of await openIds()) {
    const { standing } = await load();
    const change = sign(standing, id, on(date));
    if (!('refused' in change)) apply(change);
  }
}

async function close(date: string): Promise<string> {
  const { standing } = await load();
  const step = nextStep(standing, on(date));
  if (step.kind === 'close') apply(step);
  return step.kind;
}

const artefact = (name: string): string => `tech-specs/invites/${name}.md`;

/** Takes the feature up to the phase after the given number of closings. */
async function through(phases: number): Promise<void> {
  for (const name of ['requirements', 'design', 'tasks', 'review'].slice(0, phases)) {
    files[artefact(name)] = `# ${name}\n`;
    await signAll('2026-11-03');
    if (name === 'review') apply(giveVerdict((await load()).standing, 'go', [], on('2026-11-09', 'Jonas')));
    expect(await close('2026-11-04')).toBe('close');
  }
}

describe('gates', () => {
  it('opens each phase only when everything before it is signed and verified, through to the end', async () => {
    const seen: (string | null)[] = [];
    for (const name of ['requirements', 'design', 'tasks', 'review', null, null]) {
      expect((await load()).standing.state.current?.phase.id ?? null).not.toBeNull();
      seen.push((await load()).standing.state.current?.phase.id ?? null);
      if (name !== null) {
        expect(await close('2026-11-02')).toBe('draft');
        files[artefact(name)] = `# ${name}\n`;
      }
      expect(await close('2026-11-02')).toBe('blocked');
      if (name === 'review') apply(giveVerdict((await load()).standing, 'go', [], on('2026-11-03', 'Jonas')));
      else await signAll('2026-11-03');
      expect(await close('2026-11-04')).toBe('close');
    }
    expect(seen).toEqual(['requirements', 'design', 'tasks', 'review', 'implementation', 'testing']);
    expect((await load()).standing.state.current).toBeNull();
    expect(await close('2026-11-05')).toBe('done');
  });

  it('keeps a gate shut while a check finds something, whoever would sign it', async () => {
    files[artefact('requirements')] = '# Requirements\n';
    found[artefact('requirements')] = finding('requirement-coverage');
    await signAll('2026-11-03');
    expect(await openIds()).toEqual(['gate-1.stories']);
    const { standing } = await load();
    expect(sign(standing, 'gate-1.stories', on('2026-11-03'))).toMatchObject({
      refused: { message: expect.stringContaining('verified by checks') as string },
    });
    expect(await close('2026-11-03')).toBe('blocked');
  });

  it('keeps a criterion open while what it is about holds an open question and nothing else', async () => {
    files[artefact('requirements')] = '# Requirements\n\n## Performance Targets\n\n- OQ-9\n';
    const waits = { ...finding('hollow-section'), severity: 'warning' as const, line: 3, gap: 'OQ-9' };
    found[artefact('requirements')] = waits;
    await signAll('2026-11-03');
    const { open } = (await load()).standing.state;
    expect(open.map(({ id, why }) => [id, why.args])).toEqual([
      ['gate-1.targets', [artefact('requirements'), '3', '0']],
    ]);
    // Another section waits: the targets do not.
    found[artefact('requirements')] = { ...waits, line: 1 };
    expect(await openIds()).toEqual([]);
  });

  it('lets through what was open when it was overridden, and nothing that opens later', async () => {
    files[artefact('requirements')] = '# Requirements\n';
    found[artefact('requirements')] = finding('requirement-coverage');
    await signAll('2026-11-03');
    const { standing } = await load();
    expect(override(standing, 'gate-1', ' ', on('2026-11-03'))).toHaveProperty('refused');
    apply(override(standing, 'gate-1', 'Two stories follow next week.', on('2026-11-03')));
    expect(await openIds()).toEqual([]);
    found[artefact('requirements')] = finding('placeholders');
    expect(await openIds()).toEqual(['gate-1.form']);
    found[artefact('requirements')] = finding('requirement-coverage');
    expect(await close('2026-11-04')).toBe('close');
    const { state } = (await load()).standing;
    expect(state.phases[0]?.gates[0]?.state).toBe('overridden');
    expect(featureReport(state, '2026-11-04')).toContain('Two stories follow next week.');
  });

  it('refuses to sign what has not begun, what is closed and what is signed', async () => {
    files[artefact('requirements')] = '# Requirements\n';
    const before = (await load()).standing;
    expect(sign(before, 'gate-2.security', on('2026-11-03'))).toHaveProperty('refused');
    expect(sign(before, 'gate-9.none', on('2026-11-03'))).toHaveProperty('refused');
    await signAll('2026-11-03');
    expect(sign((await load()).standing, 'gate-1.value', on('2026-11-03'))).toHaveProperty('refused');
    await close('2026-11-03');
    expect(sign((await load()).standing, 'gate-1.value', on('2026-11-03'))).toHaveProperty('refused');
  });
});

describe('what is signed', () => {
  it('is written: before that a person is told so, and not asked who they are', async () => {
    expect(notReady((await load()).standing)).toMatchObject({
      refused: {
        message: expect.stringContaining('is not written yet') as string,
        args: [artefact('requirements')],
      },
    });
    files[artefact('requirements')] = '# Requirements\n';
    expect(notReady((await load()).standing)).toBeNull();
  });

  it('is signed by as many as answer for it, each once, in a file of their own', async () => {
    files[artefact('requirements')] = '# Requirements\n';
    const id = 'gate-1.sign-off';
    apply(sign((await load()).standing, id, on('2026-11-03', 'Jonas Weil')));
    apply(sign((await load()).standing, id, on('2026-11-02', 'Mara')));
    const { standing } = await load();
    expect(sign(standing, id, on('2026-11-04', 'Mara'))).toHaveProperty('refused');
    const signed = standing.state.current?.gates[0]?.criteria.find(({ criterion }) => criterion.id === id);
    expect(signed?.signOffs.map(({ name }) => name)).toEqual(['Mara', 'Jonas Weil']);
    expect(featureReport(standing.state, '2026-11-04')).toContain(
      '(Mara, 2026-11-02; Jonas Weil, 2026-11-03)',
    );
  });

  it('closes a phase where two branches closed it, if one of them closed what there is', async () => {
    await through(1);
    const closing = Object.keys(files).find((path) => path.includes('requirements.1.close')) ?? '';
    const record = JSON.parse(files[closing] ?? '') as { artefacts: Record<string, string> };
    const other = { ...record, name: 'Jonas', artefacts: { [artefact('requirements')]: 'b'.repeat(64) } };
    files[closing.replace('1.close', '1.close.0')] = JSON.stringify(other);
    const { state } = (await load()).standing;
    expect(state.current?.phase.id).toBe('design');
    expect(workflowMetrics([{ state, estimate: null }]).reworkShare).toBe(0);
  });

  it('is one version of an artefact: an edit asks for another signature, a tick or a status does not', async () => {
    const text = '# Requirements\n\n**Status:** Draft\n\n- [ ] One\n';
    files[artefact('requirements')] = text;
    await signAll('2026-11-03');
    files[artefact('requirements')] = text
      .replace('[ ]', '[x]')
      .replace('Draft', 'Approved')
      .replace(/\n/g, '\r\n');
    expect(await openIds()).toEqual([]);
    files[artefact('requirements')] = text.replace('One', 'Two');
    expect(await openIds()).toContain('gate-1.value');
    await signAll('2026-11-05');
    expect(await openIds()).toEqual([]);
  });

  it('holds where a task without a box is marked as done, also one from before such marks', async () => {
    const text = '# Requirements\n\n## Tasks\n\n- **T-001:** One\n\n### T-002: Two\n\nIt.\n';
    const done = text.replace('**T', '[x] **T').replace('Two\n', 'Two\n\n**Status:** done\n');
    files[artefact('requirements')] = text;
    await signAll('2026-11-03');
    files[artefact('requirements')] = done;
    expect(await openIds()).toEqual([]);
    // As records were made from the ticks of boxes alone.
    const boxed = '# Requirements\n\n## Tasks\n\n- [ ] **T-001:** One\n';
    for (const [path, record] of Object.entries(files))
      if (path.includes('/signoffs/'))
        files[path] = record.replace(/"[0-9a-f]{64}"/gu, `"${sha256Hex(boxed)}"`);
    files[artefact('requirements')] = boxed.replace('[ ]', '[x]');
    expect(await openIds()).toEqual([]);
    files[artefact('requirements')] = boxed.replace('One', 'Other');
    expect(await openIds()).not.toEqual([]);
  });

  it('opens a closed phase again when its artefact changes, and counts that as rework', async () => {
    await through(2);
    files[artefact('requirements')] = '# Other requirements\n';
    const { state } = (await load()).standing;
    expect(state.current).toMatchObject({
      phase: { id: 'requirements' },
      round: 2,
      changed: [artefact('requirements')],
    });
    await signAll('2026-11-10');
    expect(await close('2026-11-10')).toBe('close');
    const after = (await load()).standing.state;
    expect(after.current?.phase.id).toBe('tasks');
    expect(workflowMetrics([{ state: after, estimate: null }]).features[0]?.phases[0]).toMatchObject({
      rework: 1,
      days: 9,
    });
  });
});

describe('the review', () => {
  it('is not decided while no reviewer has said anything', async () => {
    const { state } = (await load()).standing;
    expect(decide(state)).toMatchObject({ decision: 'open' });
    expect(decide(state).reasons).not.toEqual([]);
    expect(featureReport(state, '2026-11-02')).toContain('**Decision:** Not decided yet');
    await through(3);
    files[artefact('review')] = '# Review\n';
    expect(decide((await load()).standing.state).decision).toBe('open');
  });

  it('ends in a no-go with improvements until the reviewer says go about what there is', async () => {
    await through(3);
    files[artefact('review')] = '# Review\n';
    const { standing } = await load();
    expect(giveVerdict(standing, 'no-go', [], on('2026-11-09', 'Jonas'))).toHaveProperty('refused');
    apply(giveVerdict(standing, 'no-go', ['Limit the *tokens*.'], on('2026-11-09', 'Jonas')));
    let { state } = (await load()).standing;
    expect(decide(state).decision).toBe('no-go');
    expect(featureReport(state, '2026-11-09')).toContain('- [ ] Limit the \\*tokens\\*. (Jonas)');
    expect(await close('2026-11-09')).toBe('blocked');
    apply(giveVerdict((await load()).standing, 'go', [], on('2026-11-10', 'Jonas')));
    ({ state } = (await load()).standing);
    expect(decide(state)).toEqual({ decision: 'go', reasons: [] });
    files[artefact('tasks')] = '# Other tasks\n';
    expect(decide((await load()).standing.state).decision).toBe('open');
  });
});

describe('files that were edited or merged', () => {
  it.each([
    ['conflict markers', '<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n', 1],
    ['an unknown field', '{\n  "version": 1,\n  "criterion": "gate-1.value",\n  "mood": "good"\n}', 4],
    ['another version', '{\n  "version": 0\n}', 2],
    ['broken text', '{\n  "version": 1,\n  "criterion": [\n', 4],
  ])('%s: said at the line, counted as no signature, and left as it is', async (_name, text, line) => {
    const path = '.tech-spec/features/invites/signoffs/gate-1.value.json';
    files[artefact('requirements')] = '# Requirements\n';
    files[path] = text;
    const { problems, standing } = await load();
    expect(problems[0]?.path).toBe(path);
    expect(problems.map((problem) => problem.line)).toContain(line);
    expect(standing.state.open.map(({ id }) => id)).toContain('gate-1.value');
    apply(sign(standing, 'gate-1.value', on('2026-11-03')));
    expect(files[path]).toBe(text);
    expect((await load()).standing.state.open.map(({ id }) => id)).not.toContain('gate-1.value');
  });

  it('reads no source from outside of the workspace', async () => {
    const path = '.tech-spec/features/invites/feature.json';
    files[path] = (files[path] ?? '').replace('prds/team-invites.md', '../../secrets.md');
    await expect(load()).rejects.toThrow('source');
  });
});

describe('metrics', () => {
  it('tells cycle times, what was on time, and estimate against actual, and gives them as CSV', async () => {
    await through(4);
    await signAll('2026-11-16');
    await close('2026-11-18');
    await signAll('2026-11-19');
    await close('2026-11-20');
    const { state } = (await load()).standing;
    const metrics = workflowMetrics([{ state, estimate: 12 }]);
    expect(metrics.features[0]).toMatchObject({
      finished: '2026-11-20',
      days: 19,
      estimate: 12,
      actual: 15 + 3,
    });
    expect(metrics.throughput).toEqual([{ month: '2026-11', finished: 1 }]);
    expect(metrics.reworkShare).toBe(0);
    const rows = metricsCsv(metrics).split('\r\n');
    expect(rows[0]).toBe('feature,phase,started,closed,days,expected_days,rework,overrides');
    expect(rows[1]).toBe('invites,requirements,2026-11-02,2026-11-04,3,3,0,0');
    expect(rows.at(-2)).toBe('invites,total,2026-11-02,2026-11-20,19,12,0,0');
  });
});

function finding(check: string): Finding {
  return {
    ...{ check, severity: 'error', message: 'Wrong.', args: [], fixable: false },
    ...{ line: 3, column: 1, endLine: 3, endColumn: 2 },
  };
}
