import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DraftJournals } from '../../../src/host/generation/journal/draft-journals';
import { DiskJournalFiles } from '../../../src/host/platform/node/journal-storage';
import type { JournalFiles } from '../../../src/host/platform/journal-files';
import type { JournalHeader } from '../../../src/host/generation/journal/journal-header';

let folder = '';
let journals: DraftJournals;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-journal-'));
  journals = new DraftJournals(new DiskJournalFiles(join(folder, 'drafts')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const header = (over: Partial<JournalHeader> = {}): JournalHeader => ({
  version: 1,
  folder: 'file:///work',
  source: { path: 'prds/invites.md', kind: 'prd', sha256: 'a' },
  template: { id: 'rfc', sha256: 'b' },
  output: 'specs/invites.md',
  answers: [{ kind: 'text', questionId: 'q', text: 'Ten' }],
  asked: [],
  excludedDocuments: ['AGENTS.md'],
  includedDocuments: [],
  stackEdits: [{ facet: 'languages', detected: 'Go', value: 'Rust' }],
  model: 'openai',
  begun: '2026-01-31T01:02:03.004Z',
  process: process.pid,
  ...over,
});

const answerOf = (id: string, number: number): string => join(folder, 'drafts', id, `answer-00${number}.md`);

describe('the journal of a draft', () => {
  it('is not made before there is text', async () => {
    const journal = journals.begin(header());
    await journal.written();
    await journal.end({ phase: 'failed', saved: false });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('has all that was taken on disk, byte for byte, when it says so', async () => {
    const journal = journals.begin(header());
    let text = '';
    for (let piece = 0; piece < 500; piece++) {
      text += `${piece} 要求 ü\r\n`;
      journal.append(`${piece} 要求 ü\r\n`);
      if (piece % 50 !== 0) continue;
      await journal.written();
      expect(readFileSync(answerOf(journal.id, 1), 'utf8')).toBe(text);
    }
    await journal.written();
    expect(readFileSync(answerOf(journal.id, 1), 'utf8')).toBe(text);
    await journal.remove();
    expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
  });

  it('says that a piece is written although more comes all the time', async () => {
    const journal = journals.begin(header());
    journal.append('first');
    const written = journal.written().then(() => true);
    let done = false;
    void written.then(() => (done = true));
    while (!done) {
      journal.append('more');
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await written).toBe(true);
    await journal.remove();
  });

  it('keeps each answer as it came, and gives them as the one text that they are', async () => {
    const journal = journals.begin(header());
    journal.append('# Spec\n\nThe table is specif');
    journal.nextAnswer();
    journal.append('specification of ');
    await journal.end({ phase: 'stopped', saved: true });
    expect(readFileSync(answerOf(journal.id, 2), 'utf8')).toBe('specification of ');
    const [draft] = await journals.list();
    expect(draft).toEqual({
      id: journal.id,
      header: header(),
      written: '# Spec\n\nThe table is specification of ',
      answers: new Map([[null, 2]]),
      calls: null,
      ending: { phase: 'stopped', saved: true },
    });
  });

  it('goes on with a further answer, and is nobody’s leftover while that comes', async () => {
    const first = journals.begin(header());
    first.append('# Spec\n\nOne');
    await first.end({ phase: 'failed', saved: true });
    const [draft] = await journals.list();
    if (draft === undefined) throw new Error('It is not listed.');
    const second = journals.goOn(draft, header({ begun: '2026-02-01T00:00:00.000Z' }));
    expect(second.id).toBe(first.id);
    second.nextAnswer();
    second.append(' two.');
    await second.written();
    expect(await journals.list()).toMatchObject([
      { written: '# Spec\n\nOne two.', answers: new Map([[null, 2]]), ending: null },
    ]);
    await second.remove();
    expect(await journals.list()).toEqual([]);
  });

  it('lists the others where one is removed while they are read', async () => {
    const kept = journals.begin(header());
    kept.append('# Kept');
    await kept.written();
    const gone = journals.begin(header({ begun: '2026-03-01T00:00:00.000Z' }));
    gone.append('# Gone');
    await gone.written();
    const disk = new DiskJournalFiles(join(folder, 'drafts'));
    const meanwhile: JournalFiles = {
      ...{ names: (path) => disk.names(path), write: (path, text) => disk.write(path, text) },
      ...{ open: (path) => disk.open(path), remove: (path) => disk.remove(path) },
      changed: (path) => disk.changed(path),
      text: async (path) => {
        const text = await disk.text(path);
        if (path === `${gone.id}/draft.json`) await gone.remove();
        return text;
      },
    };
    expect((await new DraftJournals(meanwhile).list()).map(({ written }) => written)).toEqual(['# Kept']);
    await kept.remove();
  });

  it('does not list what another process that lives is writing, and lists what a dead one left', async () => {
    const living = journals.begin(header({ process: process.ppid }));
    living.append('# Living');
    await living.written();
    const dead = journals.begin(header({ process: 2 ** 22 + 1 }));
    dead.append('# Dead');
    await dead.written();
    expect((await journals.list()).map(({ written }) => written)).toEqual(['# Dead']);
    await Promise.all([living.remove(), dead.remove()]);
  });

  it('passes over what is none of its own', async () => {
    const journal = journals.begin(header());
    journal.append('# Spec');
    await journal.end({ phase: 'stopped', saved: true });
    writeFileSync(join(folder, 'drafts', journal.id, 'draft.json'), '{"version":2}');
    expect(await journals.list()).toEqual([]);
  });

  it('says why it can not be written, and holds nobody up', async () => {
    writeFileSync(join(folder, 'drafts'), 'a file in the way');
    const journal = journals.begin(header());
    journal.append('# Spec');
    await journal.written();
    expect(journal.problem).toMatch(/ENOTDIR|EEXIST/);
    journal.append('more');
    await journal.written();
    await journal.remove();
  });

  it('keeps no more than ten that are saved, the newest ones', async () => {
    for (let day = 10; day < 24; day++) {
      const journal = journals.begin(header({ begun: `2026-01-${day}T00:00:00.000Z`, output: `${day}.md` }));
      journal.append('# Spec');
      await journal.end({ phase: 'stopped', saved: day !== 10 });
    }
    await journals.tidy();
    const left = (await journals.list()).map(({ header: { output } }) => output);
    expect(left).toEqual([...Array.from({ length: 10 }, (_, index) => `${23 - index}.md`), '10.md']);
  });
});

describe('the journal of a draft in several calls', () => {
  const section = (key: string, heading: string) => ({
    ...{ key, heading, number: null, level: 2, optional: false, guidance: '' as const, aliases: [] },
  });
  const plan = {
    calls: [[['a']], [['b'], ['c']]],
    sections: [section('a', 'A'), section('b', 'B'), section('c', 'C')],
  };

  it('has each call by itself, and joins them without a gap', async () => {
    const journal = journals.begin(header({ plan }));
    journal.append('# T\n\n## A\n\none', 0);
    journal.complete(0);
    journal.append('## B\n\ntwo is cu', 1);
    journal.append('## C\n\nthree', 2);
    journal.nextAnswer(1);
    journal.append('t and goes on', 1);
    journal.complete(2);
    await journal.written();
    expect(readdirSync(join(folder, 'drafts', journal.id)).sort()).toEqual([
      ...['call-01-answer-001.md', 'call-01-complete', 'call-02-answer-001.md', 'call-02-answer-002.md'],
      ...['call-03-answer-001.md', 'call-03-complete', 'draft.json'],
    ]);
    await journal.end({ phase: 'stopped', saved: true });
    const [draft] = await journals.list();
    expect(draft?.written).toBe('# T\n\n## A\n\none\n\n## B\n\ntwo is cut and goes on');
    expect(draft?.calls?.all).toBe(`${draft?.written ?? ''}\n\n## C\n\nthree`);
    expect(draft?.calls?.kept.map(({ complete }) => complete)).toEqual([true, false, true]);
    if (draft === undefined) return;

    const second = journals.goOn(draft, header({ plan }));
    second.nextAnswer(1);
    second.append(' to its end', 1);
    second.complete(1);
    await second.end({ phase: 'stopped', saved: true });
    const [longer] = await journals.list();
    expect(longer?.written).toBe(
      '# T\n\n## A\n\none\n\n## B\n\ntwo is cut and goes on to its end\n\n## C\n\nthree',
    );
  });
});
