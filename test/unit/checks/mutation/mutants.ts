import type { SpecFileReport } from '../../../../src/core/checks/check-spec-file';
import { idReader } from '../../../../src/core/spec/cite';
import { readPath } from '../../../../src/core/spec/path-like';
import type { SpecDocument, SpecSection, TableCell } from '../../../../src/core/spec/spec-document';
import { indexLines, offsetOf, rangeOf, type LineIndex } from '../../../../src/core/spec/text-range';
import { sha256Hex } from '../../../../src/core/text/hash';
import type { TextRange } from '../../../../src/core/text/position';

/** A spec with one thing damaged. */
export interface Mutant {
  readonly kind: string;
  /** Line of the damage in the original, from 1. */
  readonly line: number;
  /** What stood there and what stands there now. */
  readonly what: string;
  readonly text: string;
}

interface Damage extends TextRange {
  readonly kind: string;
  readonly newText: string;
}

/**
 * Every way of damaging one section, id, task field or cell of a spec, from what its parser and its report know.
 *
 * @param report of the spec when nothing is damaged
 */
export function mutantsOf(report: SpecFileReport): readonly Mutant[] {
  const { spec } = report;
  const lines = indexLines(spec.text);
  return [
    ...sectionDamage(report, lines),
    ...idDamage(report, lines),
    ...fieldDamage(spec, lines),
    ...cellDamage(report, lines),
  ].map(({ kind, newText, ...range }) => {
    const [start, end] = offsets(lines, range);
    const old = spec.text.slice(start, end);
    return {
      kind,
      line: range.line,
      what: `${shortened(old)} -> ${shortened(newText)}`,
      text: spec.text.slice(0, start) + newText + spec.text.slice(end),
    };
  });
}

/**
 * At most so many mutants of each kind: chosen by their digest, so that the choice is arbitrary, and the same each time.
 *
 * @param seed another one chooses others
 */
export function sampleByKind<T extends Mutant>(
  mutants: readonly T[],
  most: number,
  seed: string,
): readonly T[] {
  return [...byKind(mutants).values()].flatMap((ofKind) =>
    ofKind
      .map((mutant) => ({
        mutant,
        digest: sha256Hex([seed, mutant.kind, mutant.line, mutant.text].join('\n')),
      }))
      .sort((a, b) => (a.digest < b.digest ? -1 : 1))
      .slice(0, most)
      .map(({ mutant }) => mutant),
  );
}

export function byKind<T extends Pick<Mutant, 'kind'>>(
  mutants: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const mutant of mutants) {
    const group = groups.get(mutant.kind);
    if (group === undefined) groups.set(mutant.kind, [mutant]);
    else group.push(mutant);
  }
  return groups;
}

/** The sections that the template asks for: gone, emptied, or under a heading that says nothing. */
function* sectionDamage({ spec, template, sections }: SpecFileReport, lines: LineIndex): Generator<Damage> {
  const optional = new Set(template?.sections.flatMap(({ key, optional: may }) => (may ? [key] : [])) ?? []);
  for (const [key, section] of sections) {
    // The title is no section, and what may be left out is no loss.
    if (section.level === 1 || optional.has(key)) continue;
    const { start, bodyStart, end } = section;
    yield { kind: 'section removed', newText: '', ...rangeOf(lines, start, end) };
    if (!hasInner(spec, section)) {
      yield { kind: 'section emptied', newText: '\n', ...rangeOf(lines, bodyStart, end) };
    }
    const heading = spec.text.slice(start, bodyStart);
    yield {
      kind: 'section heading damaged',
      newText: heading.replace(section.heading, 'Qwerty'),
      ...rangeOf(lines, start, bodyStart),
    };
  }
}

/** Ids where the traceability of a spec is written: definitions and fields of tasks. Those in cells are of `cellDamage`. */
function* idDamage(report: SpecFileReport, lines: LineIndex): Generator<Damage> {
  const { spec } = report;
  for (const task of spec.tasks) {
    const at = lines.text.indexOf(task.id, offsetOf(lines, task.line, task.column));
    if (at !== -1 && at < offsetOf(lines, task.line + 1, 1)) {
      const range = rangeOf(lines, at, at + task.id.length);
      yield { kind: 'task id damaged', newText: otherId(task.id), ...range };
      yield { kind: 'task id removed', newText: '', ...range };
    }
    for (const [name, field] of task.fields) {
      if (!/^(?:implements|dependencies)$/.test(name)) continue;
      for (const { id, range } of idsIn(report, lines, field)) {
        yield { kind: `id in ${name} damaged`, newText: otherId(id), ...range };
        if (name === 'implements') yield { kind: 'id in implements removed', newText: '', ...range };
      }
    }
  }
}

/** Fields of tasks: gone, without a value, or with one that says nothing. */
function* fieldDamage(spec: SpecDocument, lines: LineIndex): Generator<Damage> {
  for (const task of spec.tasks) {
    for (const [name, field] of task.fields) {
      const from = offsetOf(lines, field.line, 1);
      const whole = rangeOf(lines, from, offsetOf(lines, field.endLine + 1, 1));
      const written = spec.text.slice(...offsets(lines, whole));
      const label = written.slice(0, written.indexOf(field.label) + field.label.length);
      const close = /^\s*(?::?(?:\*\*|__|[_*])?:?)/u.exec(written.slice(label.length))?.[0] ?? ':';
      yield { kind: `task ${name} removed`, newText: '', ...whole };
      yield { kind: `task ${name} emptied`, newText: `${label}${close}\n`, ...whole };
      if (name === 'done condition') {
        yield { kind: 'task done condition vague', newText: `${label}${close} it works well\n`, ...whole };
      }
    }
  }
}

/** Cells that hold an id, a path, a type, a status or a command: empty, or with something that is none or another. */
function* cellDamage(report: SpecFileReport, lines: LineIndex): Generator<Damage> {
  const { spec } = report;
  for (const { header, rows } of spec.tables) {
    for (const row of rows) {
      for (const [column, cell] of row.entries()) {
        const found = holds(report, lines, cell, header, column);
        if (found === null) continue;
        yield { kind: `cell with ${found.kind} emptied`, newText: '', ...cell };
        yield { kind: `cell with ${found.kind} damaged`, newText: found.damaged, ...cell };
      }
    }
  }
}

function holds(
  report: SpecFileReport,
  lines: LineIndex,
  cell: TableCell,
  header: readonly TableCell[],
  column: number,
): { readonly kind: string; readonly damaged: string } | null {
  const label = header[column]?.text ?? '';
  const { raw, text } = cell;
  const [id] = idsIn(report, lines, cell);
  if (id !== undefined) return { kind: 'id', damaged: raw.replace(id.id, otherId(id.id)) };
  const path = readPath(text)?.path;
  if (path !== undefined) return { kind: 'path', damaged: raw.replace(path, misspelt(path)) };
  const isField = /^(?:column|field|name|property|parameter)$/i.test(header[0]?.text ?? '');
  if (/^type$/i.test(label) && isField && /^[A-Za-z]/.test(text))
    return { kind: 'type', damaged: raw.replace(/[A-Za-z]+/, (type) => misspelt(type)) };
  if (/\bstatus\b/i.test(label) && /^\d{3}\b/.test(text))
    return { kind: 'status', damaged: raw.replace(/\d{3}/, '7x') };
  if (/\bcommand\b/i.test(label) && raw.includes('`'))
    return {
      kind: 'command',
      damaged: raw.replace(/`([^`]+)`/, (_, command: string) => `\`${misspeltCommand(command)}\``),
    };
  return null;
}

function idsIn(
  { spec, requirements }: SpecFileReport,
  lines: LineIndex,
  range: TextRange,
): readonly { readonly id: string; readonly range: TextRange }[] {
  const known = [
    ...(requirements ?? []).flatMap(({ id, acceptance }) => [id, ...acceptance]),
    ...spec.tasks.map(({ id }) => id),
  ];
  const [start, end] = offsets(lines, range);
  return idReader(known)
    .places(spec.text.slice(start, end))
    .map((place) => ({
      id: place.id,
      range: rangeOf(lines, start + place.start, start + place.end),
    }));
}

/** An id of the same shape that no document of ours has. */
function otherId(id: string): string {
  return id.replace(/\d+(?!.*\d)/, (digits) => `9${digits.slice(1)}7`);
}

/** With a letter doubled or dropped in the middle of its last word. */
function misspelt(text: string): string {
  return text.replace(/[A-Za-z]{3,}(?=[^/]*$)/, (word) => `${word.slice(0, 2)}x${word.slice(2)}`);
}

/** The last word of a command misspelt: its script, target, folder or test. */
function misspeltCommand(command: string): string {
  return command.replace(/[A-Za-z]{3,}(?=[^A-Za-z]*$)/, (word) => `${word.slice(0, 2)}x${word.slice(2)}`);
}

function hasInner({ sections }: SpecDocument, { index }: SpecSection): boolean {
  return sections.some(({ parent }) => parent === index);
}

function offsets(lines: LineIndex, range: TextRange): [number, number] {
  return [offsetOf(lines, range.line, range.column), offsetOf(lines, range.endLine, range.endColumn)];
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line === '' ? 'nothing' : line;
}
