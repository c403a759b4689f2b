import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasName } from '../../../src/core/text/name-in-text';
import { requirementState } from '../../../src/core/provenance/requirement-state';
import type { Requirement } from '../../../src/core/source/source';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { draftOf, updateOf, type Updated } from './drafted-source';

/** More of them by hand: `UPDATES=20 npx vitest run --project unit test/unit/update/random-updates.test.ts`. */
const rounds = Number(process.env['UPDATES'] ?? 1);
const root = join(import.meta.dirname, '../../..');
const documents = (
  process.env['UPDATE_SOURCES']?.split(' ') ?? [
    'examples/team-invites/prds/team-invites.md',
    ...[
      'allotment-es.md',
      'apartment-locker-zh.md',
      'backup-tool-en.md',
      'beekeeping-kiro-es.md',
      'billetterie-cdc-fr.md',
      'bulk-edit-en.md',
    ].map((name) => `test/fixtures/sources/${name}`),
  ]
).map((path) => (path.startsWith('/') ? path : join(root, path)));
const templates = ['agent-ready', 'architecture', 'feature', 'rfc', 'staged'];

/** Numbers from 0 to below 1, the same for a seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const sayings = [
  'on a page of the app',
  'through the webhook of the payment provider',
  'in a new column of the table',
  'within 77 seconds, and at most 4711 times a day',
];

/** One edit of an author, at the lines of a requirement. */
function editedOnce(
  lines: readonly string[],
  requirements: readonly Requirement[],
  random: () => number,
): readonly string[] {
  const pick = (): Requirement | undefined => requirements[Math.floor(random() * requirements.length)];
  const one = pick();
  if (one === undefined) return lines;
  const [from, to] = [one.line - 1, one.endLine];
  const own = lines.slice(from, to);
  const put = (texts: readonly string[]): readonly string[] => [
    ...lines.slice(0, from),
    ...texts,
    ...lines.slice(to),
  ];
  const reworded = (texts: readonly string[]): readonly string[] => {
    const last = texts.findLastIndex((text) => /\p{L}/u.test(text) && !text.startsWith('|'));
    const saying = sayings[Math.floor(random() * sayings.length)] ?? '';
    return texts.map((text, index) => (index === last ? text.replace(/[.。]?\s*$/u, ` ${saying}.`) : text));
  };
  switch (Math.floor(random() * 5)) {
    case 0:
      return put(reworded(own));
    case 1:
      return put([]);
    case 2: {
      const number = String(100 + Math.floor(random() * 900));
      return put(own.map((text) => text.replace(/(?<![\p{L}\d.#-])\d+(?![\p{L}\d.)-])/u, number)));
    }
    case 3: {
      const id = String(500 + Math.floor(random() * 400));
      const copy = own.map((text) =>
        text.replace(/(?<=[A-Z]-?|Requirement )\d+/u, id).replace(/(?<=\p{L}{3} )\p{L}{3,}/u, 'quickly'),
      );
      return put([
        ...own,
        ...(own.at(-1)?.trim() === '' ? [] : own.length > 1 ? [''] : []),
        ...reworded(copy),
      ]);
    }
    default: {
      const other = pick();
      if (other === undefined || other.line === one.line) return put(reworded(own));
      const without = put(own.map(() => '\u0000'));
      const at = other.endLine;
      return [...without.slice(0, at), ...own, ...without.slice(at)].filter((text) => text !== '\u0000');
    }
  }
}

/** Lines that name something, without the numbers that an update may give otherwise. */
function linesNaming(text: string, id: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => hasName(line, id) && !line.includes('~~'))
    .map((line) =>
      line
        .replace(/\b(?:OQ|T|FR)-\d+/gu, '#')
        .replace(/^\d+\./u, '1.')
        .replace(/\bC\d+\[/u, 'C['),
    )
    .sort();
}

/** What tasks say that implement a requirement. */
function tasksFor(text: string, id: string): readonly string[] {
  return parseSpec(text)
    .tasks.filter(({ fields }) => [...fields.values()].some(({ value }) => value === id))
    .map(({ title, fields }) =>
      [title, ...[...fields.values()].map(({ value }) => value)]
        .join(' / ')
        .replace(/\b(?:OQ|T|FR)-\d+/gu, '#'),
    )
    .sort();
}

function doubled(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** All that is not as it should be. */
function faultsOf(updated: Updated): readonly string[] {
  const { spec, outline, errors, drifts, before, now } = updated;
  const open = new Set(drifts.map((id) => id.replace('requirement:', '')));
  const was = new Map(before.requirements.map((one) => [one.id, requirementState(one)]));
  const other = now.requirements.filter(
    (one) => was.get(one.id) !== requirementState(one) && !open.has(one.id),
  );
  const gone = [...was.keys()].filter(
    (id) => !open.has(id) && !now.requirements.some((one) => one.id === id),
  );
  const parsed = parseSpec(spec);
  const lines = spec.split('\n');
  const asked = parsed.openQuestions.filter(({ text }) => /\p{L}{2}/u.test(text.replace(/OQ-\d+/gu, '')));
  const fences = (text: string): number => (text.match(/^```mermaid/gmu) ?? []).length;
  return [
    ...errors.map((error) => `error ${error}`),
    ...doubled(parsed.tasks.map(({ id }) => id)).map((id) => `task ${id} twice`),
    ...doubled(asked.map(({ id }) => id)).map((id) => `question ${id} twice`),
    ...doubled([...spec.matchAll(/^- (FR-\d+):/gmu)].map(([, id = '']) => id)).map((id) => `${id} twice`),
    ...(fences(spec) === fences(outline) ? [] : [`diagrams ${fences(spec)} for ${fences(outline)}`]),
    ...lines
      .filter(
        (line, at) =>
          line.startsWith('|') &&
          !lines[at - 1]?.startsWith('|') &&
          !/^\|[\s:|-]+$/u.test(lines[at + 1] ?? ''),
      )
      .map((line) => `row without a header: ${line}`),
    ...(spec.match(/(?:^\d+\. .*\n)+/gmu) ?? []).flatMap((list) => {
      const counted = [...list.matchAll(/^\d+/gmu)].map(Number);
      return counted.every((number, at) => number === at + 1) ? [] : [`numbered ${counted.join(' ')}`];
    }),
    ...gone.flatMap((id) => {
      // The prose of the source may name it still.
      const still = linesNaming(outline, id);
      return linesNaming(spec, id)
        .filter((line) => !still.includes(line))
        .map((line) => `${id} is gone: ${line}`);
    }),
    ...other.flatMap(({ id }) => {
      const [has, wants] = [linesNaming(spec, id), linesNaming(outline, id)];
      const [tasks, fresh] = [tasksFor(spec, id), tasksFor(outline, id)];
      return [
        ...has.filter((line) => !wants.includes(line)).map((line) => `${id} has ${line}`),
        ...wants.filter((line) => !has.includes(line)).map((line) => `${id} lacks ${line}`),
        ...(tasks.join('\n') === fresh.join('\n')
          ? []
          : [`${id} tasks:\n${tasks.join('\n')}\nfor\n${fresh.join('\n')}`]),
      ];
    }),
  ];
}

describe('updates after random edits of the source', () => {
  it.each(documents)(
    'say what a new outline says, or leave the drift: %s',
    async (file) => {
      const text = readFileSync(file, 'utf8').replace(/\r\n?/gu, '\n');
      const path = `prds/${basename(file)}`;
      for (const [index, template] of templates.entries()) {
        const drafted = await draftOf(path, text, template);
        const untouched = await updateOf(drafted, text);
        expect(untouched.spec).toBe(drafted.spec);
        expect(untouched.record).toBe(drafted.record);
        const known = new Set(untouched.errors);
        for (let round = 0; round < rounds; round += 1) {
          const random = numbersFrom(1000 * round + index);
          let lines: readonly string[] = text.split('\n');
          for (let edits = 1 + Math.floor(random() * 3); edits > 0; edits -= 1)
            lines = editedOnce(
              lines,
              untouched.before.requirements.filter(({ endLine }) => endLine <= lines.length),
              random,
            );
          const updated = await updateOf(drafted, lines.join('\n'));
          const faults = faultsOf(updated).filter((fault) => !known.has(fault.replace(/^error /u, '')));
          if (faults.length > 0) throw new Error(`${template}, round ${round}\n${faults.join('\n')}`);
        }
      }
    },
    120_000,
  );
});
