import { describe, expect, it } from 'vitest';
import type { GenerateState } from '../../../src/shared/wizard/generate-state';
import { phases } from '../../../src/shared/wizard/generate-state';
import {
  hasProgress,
  isRunning,
  phaseAnnouncement,
  resultText,
} from '../../../webview-ui/src/screens/generate/generation-phase';
import { elapsedTime } from '../../../webview-ui/src/screens/numbers';
import { scenes } from '../../harness/webview-preview/scenes';

const running = scenes['generate-running']?.generate as GenerateState;
const done = scenes['generate-done']?.generate as GenerateState;

const one = {
  ...{ path: 'a.md', errors: 1, warnings: 1, listed: { errors: 1, warnings: 1 } },
  ...{ failing: 0, requirements: 1, covered: 0, outOfScope: 1 },
};

describe('what is said aloud about a generation', () => {
  it('stays the same from token to token', () => {
    const later = { ...running, receivedTokens: running.receivedTokens + 1, elapsed: running.elapsed + 50 };
    expect(phaseAnnouncement(later)).toBe(phaseAnnouncement(running));
  });

  it('tells each quarter of the sections once, however many there are', () => {
    const [section] = running.sections;
    const heard = (of: number): readonly string[] => {
      const texts = Array.from({ length: of + 1 }, (_, done) =>
        phaseAnnouncement({
          ...running,
          sections: Array.from({ length: of }, (_empty, at) => ({
            ...{ key: String(at), heading: 'A', level: 2, ...section },
            state: at < done ? 'done' : 'todo',
          })),
        }),
      );
      return texts.filter((text, at) => text !== texts[at - 1]);
    };
    expect(heard(37)).toEqual([
      'Writing the spec',
      ...[25, 50, 75].map((share) => `Writing the spec, ${share} % of the sections are there`),
    ]);
    for (const few of [0, 1, 3]) expect(heard(few)).toEqual(['Writing the spec']);
  });

  it('differs from phase to phase and is silent before the first', () => {
    const texts = phases.map((phase) => phaseAnnouncement({ ...running, phase }));
    expect(texts[0]).toBe('');
    expect(new Set(texts).size).toBe(phases.length);
  });

  it('waits for no model where the outline writes, which is none', () => {
    const starting = { ...running, phase: 'starting' as const };
    const outlined = { ...starting, selectedModel: 'outline' };
    expect(phaseAnnouncement(starting)).toBe('Waiting for the model');
    expect(phaseAnnouncement(outlined)).toBe('Starting');
  });

  it('ends with the result', () => {
    expect(phaseAnnouncement(done)).toBe(
      'The spec is written. 5 of 6 requirements covered, 1 out of scope; no errors; 3 warnings.',
    );
  });

  it('says how many findings the Problems panel lists where these are more than it counts', () => {
    const result = { ...one, errors: 0, warnings: 26, listed: { errors: 0, warnings: 42 } };
    expect(resultText({ ...result, findings: [] })).toBe(
      '0 of 1 requirement covered, 1 out of scope; no errors; 26 warnings (in 42 places).',
    );
  });

  it('names the items of the checklist that fail, beside no errors too: a warning is enough for that', () => {
    const result = { ...one, errors: 0, listed: { errors: 0, warnings: 1 }, findings: [] };
    expect(resultText({ ...result, failing: 1 })).toContain('no errors; 1 warning; 1 checklist item fails.');
    expect(resultText({ ...result, failing: 2 })).toContain('; 2 checklist items fail.');
  });

  it('counts one error and one warning in the singular', () => {
    expect(resultText({ ...one, findings: [] })).toBe(
      '0 of 1 requirement covered, 1 out of scope; 1 error; 1 warning.',
    );
  });
});

describe('a generation', () => {
  it('has no card of its own where the model failed at once and the notice says all', () => {
    const notice = { severity: 'error' as const, text: 'No answer.', actions: [] };
    const failed = { ...running, phase: 'failed' as const, receivedTokens: 0, result: null, notice };
    expect(hasProgress(failed)).toBe(false);
    expect(hasProgress({ ...failed, receivedTokens: 12 })).toBe(true);
    expect(hasProgress({ ...failed, notice: null })).toBe(true);
    expect(hasProgress({ ...failed, phase: 'starting' })).toBe(true);
    expect(hasProgress({ ...failed, phase: 'idle', notice: null })).toBe(false);
    expect(hasProgress(done)).toBe(true);
  });

  it('can be stopped while it starts, streams and checks, and not otherwise', () => {
    expect(phases.filter(isRunning)).toEqual(['starting', 'streaming', 'repairing', 'checking']);
  });

  it('shows its time in minutes and seconds', () => {
    expect([0, 999, 61_500, 3_600_000, -5].map(elapsedTime)).toEqual([
      '0:00',
      '0:00',
      '1:01',
      '60:00',
      '0:00',
    ]);
  });
});
