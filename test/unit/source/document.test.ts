import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../src/core/source/requirements/fingerprint';
import { readSource } from '../../../src/core/source/read-source';
import { SourceError } from '../../../src/core/source/document/source-error';
import { found, read } from './read';

function codeOf(bytes: Uint8Array): string {
  try {
    readSource({ path: 'a.md', bytes });
  } catch (error) {
    if (SourceError.is(error)) return error.code;
    throw error;
  }
  return 'read';
}

describe('reading bytes', () => {
  it('refuses what is empty, binary or too large, and says what to do', () => {
    expect(codeOf(new Uint8Array())).toBe('empty');
    expect(codeOf(new TextEncoder().encode(' \n'))).toBe('empty');
    expect(codeOf(new TextEncoder().encode('\uFEFF'))).toBe('empty');
    expect(codeOf(new TextEncoder().encode('%PDF-1.7'))).toBe('binary');
    expect(codeOf(new Uint8Array([65, 0, 66]))).toBe('binary');
    expect(codeOf(new Uint8Array(5 * 1024 * 1024 + 1).fill(65))).toBe('too-large');
    expect(() => readSource({ path: 'a.md', bytes: new Uint8Array() })).toThrow(/another file/);
  });

  it('takes a return by itself for the end of a line', () => {
    const bytes = new TextEncoder().encode('# A\r\r- **FR-1**: Members invite others.\r\\\r\n');
    const source = readSource({ path: 'a.md', bytes });
    expect(source.text).toBe('# A\n\n- **FR-1**: Members invite others.\n\\\r\n');
    expect(source.requirements.map(({ id, line }) => [id, line])).toEqual([['FR-1', 3]]);
  });

  it('takes byte order marks, UTF-16, CRLF and broken UTF-8', () => {
    const text = '# PRD\n## Requirements\n- FR-1: Search';
    expect(read(`\uFEFF${text}`).text).toBe(text);
    expect(found(text.replaceAll('\n', '\r\n'))).toEqual(['3 FR-1']);
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer),
    ]);
    expect(readSource({ path: 'a.md', bytes: utf16 }).requirements.map(({ id }) => id)).toEqual(['FR-1']);
    const broken = new Uint8Array([...new TextEncoder().encode(text), 0xff, 0xc3]);
    expect(readSource({ path: 'a.md', bytes: broken }).requirements.map(({ line }) => line)).toEqual([3]);
  });

  it('reads a document that a chat wrapped in a fence, and tags alone on a line', () => {
    expect(found('```markdown\n# PRD\n## Requirements\n- FR-1: Search\n```\n')).toEqual(['4 FR-1']);
    expect(found('<PRD>\n# Core Features\n- Users can search\n</PRD>')).toEqual(['3 R-001']);
  });

  it('numbers lines the same in a document long enough to be parsed in pieces', () => {
    const filler = Array.from(
      { length: 1500 },
      (_, at) => `## Part ${at}\n\nSome words about nothing in particular here.\n`,
    ).join('\n');
    const text = `# PRD\n${filler}\n## Requirements\n- **FR-1**: Search\n`;
    expect(text.length).toBeGreaterThan(60_000);
    expect(read(text).requirements.map(({ line }) => line)).toEqual([
      text.split('\n').indexOf('- **FR-1**: Search') + 1,
    ]);
  });
});

describe('what a document says besides', () => {
  it('is its title and metadata: front matter, labelled lines, a table at the top', () => {
    const source = read(
      '---\nstatus: Draft\nowner: Ana\n---\n# PRD: *Lists*\n\n**Version:** 1.2\n\n| Field | Value |\n|--|--|\n| Team | Blue |\n\n## Requirements\n- **Late:** no',
    );
    expect(source.title).toBe('PRD: Lists');
    expect(source.metadata).toEqual({ status: 'Draft', owner: 'Ana', version: '1.2', team: 'Blue' });
    expect(read('---\nglobs: *.go\nstatus: Draft\n---\n# X\n').metadata).toEqual({
      globs: '*.go',
      status: 'Draft',
    });
    expect(read('Words only').title).toBe('Words only');
    expect(read('# Overview\nx\n# Core Features\n- Users can pay').title).toBe('doc.md');
  });

  it('has metadata without bold type where the label is what documents say of themselves', () => {
    const lines = '# X\n\nStatus: Approved\nOwner: Ana Bell\nLast updated: 2026-01-02\n\n## Goals\n- Calm';
    expect(read(lines).metadata).toEqual({
      ...{ status: 'Approved', owner: 'Ana Bell', 'last updated': '2026-01-02' },
    });
    expect(
      read('# X\n\nThe reason: nobody looks.\n\nStatus: In Review\n\n## Goals\n- Calm\n').metadata,
    ).toEqual({
      status: 'In Review',
    });
  });

  it('is sorted by topic', () => {
    const source = read(
      '# PRD\n## Problem\nLists get lost.\n## Why now\nA law comes.\n## Open questions\n- Who pays?\n## Non-functional requirements\n### Security\n- Tokens expire\n## Архитектура\n- Kafka\n## Risks\n| Risk | Mitigation |\n|--|--|\n| Late | Start |',
    );
    expect(source.facts.map(({ topic, line, text }) => `${line} ${topic}: ${text}`)).toEqual([
      '3 problem: Lists get lost.',
      '5 why-now: A law comes.',
      '7 open-question: Who pays?',
      '10 security: Tokens expire',
      '12 architecture: Kafka',
      '16 risk: Late: Start',
    ]);
  });

  it('is found wanting where a word cannot be tested, at its place', () => {
    const source = read(
      '# PRD\n## Requirements\n- **FR-1**: The page loads fast\n- **FR-2**: The page loads fast: under 200 ms\n- **FR-3**: 页面应快速打开',
    );
    expect(
      source.findings.map(({ line, column, endColumn, args }) => [line, column, endColumn, ...args]),
    ).toEqual([
      [3, 28, 32, 'fast', 'FR-1'],
      [5, 16, 18, '快速', 'FR-3'],
    ]);
  });

  it('is found wanting where nothing is required', () => {
    expect(read('# Note\n\nHello.').findings.map(({ check }) => check)).toEqual(['prd-no-requirements']);
  });

  it('that is a template nobody filled in has no requirements, and says why', () => {
    const text =
      '# Core Features\n[List the features:\n- What it does\n- Why]\n# Roadmap\n[Phases:\n- MVP requirements]\n# Notes\nSoon.\n';
    const source = read(text);
    expect(source.requirements).toEqual([]);
    expect(source.findings).toMatchObject([
      { check: 'prd-no-requirements', line: 1, args: ['2'], message: expect.stringContaining('template') },
    ]);
    const begun = text.replace('[List the features:\n- What it does\n- Why]', '- Users can pay');
    expect(read(begun).requirements.map(({ line }) => line)).toEqual([2]);
  });
});

describe('kind', () => {
  it('is told from the text, and overridden by the person', () => {
    expect(read('# PRD\n## User stories\n- As a user, I want x').kind).toBe('prd');
    expect(read('# Engineering initiative: queue\n## Requirements\n- No loss').kind).toBe('initiative');
    expect(read('**Ana:** We need x.\n\n**Ben:** Why?\n\n**Ana:** Because.\n\n**Ben:** Fine.').kind).toBe(
      'conversation',
    );
    expect(read('# PRD\n## Requirements\n- FR-1: x', 'initiative').kind).toBe('initiative');
  });

  it('is not a conversation for labels that repeat', () => {
    const block = (id: number) =>
      `### BR-${id}: Thing\n\n**Category**: A\n**Service**: B\n\n**Description**:\nIt MUST work.\n`;
    expect(read(`# Requirements\n\n${block(1)}\n${block(2)}\n${block(3)}`).kind).toBe('prd');
  });
});

describe('a fingerprint', () => {
  it('is equal for equal meaning and differs otherwise', () => {
    expect(fingerprintOf('The  Page, loads!')).toBe(fingerprintOf('the page loads'));
    expect(fingerprintOf('ＡＢＣ')).toBe(fingerprintOf('abc'));
    expect(fingerprintOf('a b')).not.toBe(fingerprintOf('a c'));
    expect(fingerprintOf('x')).toMatch(/^[0-9a-f]{16}$/);
  });
});
