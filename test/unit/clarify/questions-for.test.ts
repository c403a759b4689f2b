import { beforeAll, describe, expect, it } from 'vitest';
import { questionsFor } from '../../../src/core/clarify/clarify';
import type { Finding } from '../../../src/core/checks/finding';
import type { Template } from '../../../src/core/template/template';
import { read } from '../source/read';
import { builtInTemplates, emptyContext, requirement, source } from '../draft/brief-for';

let feature: Template;
beforeAll(async () => {
  const found = (await builtInTemplates()).find(({ id }) => id === 'feature');
  if (found === undefined) throw new Error('no feature template');
  feature = found;
});

const criterion = { id: null, line: 4, text: 'It is so.' };
const finding = (check: string, line: number, args: string[]): Finding => ({
  check,
  severity: 'warning',
  message: '{0} in {1}',
  args,
  fixable: false,
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
});

describe('questions before a draft', () => {
  it('block for a story without acceptance criteria, and offer one made of its own words', () => {
    const asked = questionsFor(
      source({
        requirements: [
          requirement({ id: 'US-001', acceptance: [criterion] }),
          requirement({
            id: 'US-002',
            line: 12,
            title: 'Ring',
            text: 'Ring\nAs a guest, I want to ring a bell so that I am let in.',
          }),
          requirement({ id: 'FR-1', kind: 'functional' }),
        ],
      }),
      null,
      null,
    );
    expect(asked).toEqual([
      {
        id: 'acceptance:US-002',
        area: 'acceptance',
        blocking: true,
        text: 'Ring: which acceptance criteria must US-002 meet?',
        why: expect.any(String) as string,
        options: [{ text: 'Given a guest, when they ring a bell, then they are let in.', recommended: true }],
        evidence: [{ path: 'prds/example.md', line: 12 }],
      },
    ]);
  });

  it('ask for the criteria of a title that is a sentence without a full stop before the colon', () => {
    const titled = requirement({ id: 'FR-1', kind: 'story', title: 'An invitation is accepted.' });
    const [asked] = questionsFor(source({ requirements: [titled] }), null, null);
    expect(asked?.text).toBe('An invitation is accepted: which acceptance criteria must FR-1 meet?');
  });

  it.each([
    ['no purpose', 'As a guest, I want to ring a bell.'],
    ['a thing instead of a deed', 'As a guest, I want a bell so that I am let in.'],
    ['another language', 'Como invitado, quiero tocar el timbre para que me abran.'],
    ['no form of a story', 'The bell rings.'],
  ])('recommend nothing where a story has %s: it would be the story again', (_, text) => {
    const [asked] = questionsFor(source({ requirements: [requirement({ id: 'US-1', text })] }), null, null);
    expect(asked?.options).toEqual([]);
    expect(asked?.why).toContain('Defer');
  });

  it('tell required and out of scope apart where both name the same thing', () => {
    const [asked, ...others] = questionsFor(
      read(
        '# PRD\n\n## Requirements\n\n- FR-1: Export members as CSV\n\n## Out of scope\n\n- Export members as CSV\n',
      ),
      null,
      null,
    );
    expect(others).toEqual([]);
    expect(asked).toMatchObject({
      text: 'FR-1 "Export members as CSV" is required (line 5) and out of scope (line 9). Which holds?',
      options: [
        { text: 'Required: Export members as CSV' },
        {
          text: 'Out of scope: Export members as CSV',
          excludes: { requirement: 'FR-1', line: 9, text: 'Export members as CSV' },
        },
      ],
    });
  });

  it('never offer two answers that read alike', () => {
    const alternatives = [5, 9].map((line) => ({
      text: 'Kept 7 days',
      line,
      column: 1,
      endLine: line,
      endColumn: 2,
    }));
    const [asked] = questionsFor(
      source({
        requirements: [requirement({ id: 'FR-1', kind: 'functional' })],
        findings: [{ ...finding('conversation-contradiction', 9, []), alternatives }],
      }),
      null,
      null,
    );
    expect(new Set(asked?.options.map(({ text }) => text)).size).toBe(2);
  });

  it('block once for each requirement with words that nobody can test, and for an id with two meanings', () => {
    const asked = questionsFor(
      source({
        requirements: [
          requirement({ id: 'US-001', line: 3, endLine: 6, acceptance: [criterion] }),
          requirement({ id: 'US-001~2', line: 9, endLine: 9, acceptance: [criterion] }),
        ],
        findings: [
          finding('prd-ambiguous-term', 3, ['fast', 'US-001']),
          finding('prd-ambiguous-term', 5, ['easy', 'US-001']),
          finding('prd-ambiguous-term', 5, ['fast', 'US-001']),
          finding('prd-duplicate-id', 9, ['US-001', '3', 'US-001~2']),
          finding('prd-something-else', 9, ['x']),
        ],
      }),
      null,
      null,
    );
    expect(
      asked.map(({ id, blocking, text, evidence }) => ({
        id,
        blocking,
        text,
        lines: evidence.map(({ line }) => line),
      })),
    ).toEqual([
      {
        id: 'ambiguity:US-001',
        blocking: true,
        text: 'What does "fast", "easy" mean in US-001: how much, how many or by when?',
        lines: [3, 5],
      },
      {
        id: 'duplicate:US-001~2',
        blocking: true,
        text: 'Which meaning does "US-001" have, or which id should US-001~2 get?',
        lines: [9],
      },
    ]);
  });

  it('cover the areas of the template that the source says nothing about, and only those', () => {
    const requirements = [requirement({ id: 'US-001', acceptance: [criterion] })];
    const areas = (over: Parameters<typeof source>[0]): readonly string[] =>
      questionsFor(source({ requirements, ...over }), null, feature).map(({ area }) => area);
    expect(areas({})).toEqual(feature.questions.map(({ area }) => area));
    expect(areas({ facts: [{ topic: 'security', line: 9, text: 'Admins only.' }] })).not.toContain(
      'security',
    );
    expect(areas({ facts: [{ topic: 'security', line: 9, text: 'TBD' }] })).toContain('security');
    const latency = requirement({ id: 'N', kind: 'non-functional', title: 'Latency under 2 s' });
    expect(areas({ requirements: [...requirements, latency] })).not.toContain('performance');
    const measured = (text: string) =>
      areas({ requirements: [...requirements, requirement({ id: 'ER-1', kind: 'other', text })] });
    expect(measured('p95 of the list stays below 300 ms.')).not.toContain('performance');
    expect(measured('It holds at 100 requests per second.')).not.toContain('performance');
    expect(measured('The link is valid for 30 seconds.')).toContain('performance');
  });

  it('are none where everything is clear', () => {
    const asked = questionsFor(
      source({
        requirements: [requirement({ id: 'US-001', acceptance: [criterion] })],
        facts: feature.questions.map(({ area }, index) => ({
          topic: area as 'security',
          line: 20 + index,
          text: `It is known about ${area}.`,
        })),
      }),
      emptyContext,
      feature,
    );
    expect(asked).toEqual([]);
  });

  it('put what the source leaves open without blocking, and ask for requirements where there are none', () => {
    const asked = questionsFor(
      source({
        facts: [
          { topic: 'open-question', line: 9, text: 'OQ-4: Who pays?' },
          { topic: 'open-question', line: 10, text: '[ ] Q2: Who pays?' },
        ],
      }),
      null,
      null,
    );
    expect(asked.map(({ text, blocking }) => [text, blocking])).toEqual([
      ['Which requirements must this meet?', true],
      ['Who pays?', false],
    ]);
  });

  it('have the same ids when lines move', () => {
    const at = (line: number): readonly string[] =>
      questionsFor(
        source({
          requirements: [requirement({ id: 'US-001', line, endLine: line })],
          facts: [{ topic: 'open-question', line: line + 1, text: 'Who pays?' }],
          findings: [finding('prd-ambiguous-term', line, ['fast', 'US-001'])],
        }),
        null,
        feature,
      ).map(({ id }) => id);
    expect(at(40)).toEqual(at(4));
    expect(new Set(at(4)).size).toBe(at(4).length);
  });
});
