import { parseSpec } from '../spec/parse-spec';
import type { SpecDocument, SpecTask } from '../spec/spec-document';
import { taskField } from '../spec/task-field';
import { normalText } from '../source/requirements/fingerprint';
import { escapeMarkdown } from '../text/escape-markdown';

/**
 * An outline with the ids of a spec that exists: a task or open question that the spec has keeps its number there, and a ticked task its
 * tick; what is new gets numbers that the spec never used. So sections of the outline fit between those of the spec.
 *
 * @param outline whole
 */
export function alignOutline(outline: string, spec: SpecDocument): string {
  const fresh = parseSpec(outline);
  const ids = new Map([...alignedTasks(fresh, spec), ...alignedQuestions(fresh, spec)]);
  const done = new Map(spec.tasks.map(({ id, done: is }) => [id, is]));
  const boxes = new Map(
    fresh.tasks.map(({ id, line, done: is }) => [line, is === null ? done.get(ids.get(id) ?? id) : null]),
  );
  const labels = alignedLabels(outline, spec.text);
  return outline
    .split('\n')
    .map((written, index) => {
      const line = written.replace(restated, (whole, mark: string, label: string) => {
        const own = labels.get(label);
        return own === undefined ? whole : mark + own + whole.slice(mark.length + label.length);
      });
      const box = boxes.get(index + 1) ?? null;
      const own = line.replace(
        /(?<![\p{L}\p{N}_-])(?:OQ|T)-\d+(?![\p{L}\p{N}_-])/gu,
        (id) => ids.get(id) ?? id,
      );
      // A task of the outline has no box; where a person gave it one, it stays.
      return box === null ? own : own.replace(/^([-*+] )(?!\[)/u, `$1[${box ? 'x' : ' '}] `);
    })
    .join('\n');
}

function alignedTasks(fresh: SpecDocument, spec: SpecDocument): ReadonlyMap<string, string> {
  const left = [...spec.tasks];
  const ids = new Map<string, string>();
  const match = (task: SpecTask, is: (other: SpecTask) => boolean): void => {
    if (ids.has(task.id)) return;
    const at = left.findIndex(is);
    const found = left[at];
    if (found === undefined) return;
    ids.set(task.id, found.id);
    left.splice(at, 1);
  };
  // By what they implement and their title; else, as a title changes with its requirement, by what they implement and their phase;
  // else, as other words may belong to another phase, by what they implement alone.
  for (const task of fresh.tasks)
    match(task, (other) => isSame(implemented(other), implemented(task)) && isSame(other.title, task.title));
  const implementsSame = (one: SpecTask, other: SpecTask): boolean =>
    implemented(one) !== '' && isSame(implemented(one), implemented(other));
  for (const task of fresh.tasks)
    match(task, (other) => implementsSame(other, task) && isSame(other.phase ?? '', task.phase ?? ''));
  for (const task of fresh.tasks) match(task, (other) => implementsSame(other, task));
  const width = Math.max(3, ...spec.tasks.map(({ id }) => (/(?<!\d)\d+$/u.exec(id)?.[0] ?? '').length));
  // A task that is gone may still be named in a row that is struck out.
  let next = highest([...spec.text.matchAll(/(?<![\p{L}\p{N}_-])T-\d+/gu)].map(([id]) => id));
  for (const { id } of fresh.tasks) if (!ids.has(id)) ids.set(id, `T-${String(++next).padStart(width, '0')}`);
  return ids;
}

/** An item that restates a requirement under a number of the template's own: `- FR-2: It answers. (R-007)`. */
const restated = /^([-*+] )([A-Z]{1,5}-\d+)(?=: .*\(([\p{L}\p{N} ~.-]+)\)$)/u;

/** Numbers of restated requirements: the one of the spec for the same requirement, else one that it never used. */
function alignedLabels(outline: string, spec: string): ReadonlyMap<string, string> {
  const read = (text: string): readonly (readonly [label: string, cited: string])[] =>
    text.split('\n').flatMap((line) => {
      const [, , label = '', cited = ''] = restated.exec(line) ?? [];
      return label === '' || label === cited ? [] : [[label, cited] as const];
    });
  const known = new Map(read(spec).map(([label, cited]) => [cited, label]));
  const labels = new Map<string, string>();
  const last = new Map<string, number>();
  for (const [label, cited] of read(outline)) {
    const [prefix = ''] = label.split(/(?=-\d)/u);
    const own = known.get(cited);
    if (own !== undefined && own.startsWith(`${prefix}-`)) {
      labels.set(label, own);
      continue;
    }
    const used = [...spec.matchAll(new RegExp(`\\b${prefix}-\\d+`, 'gu'))].map(([id]) => id);
    const next = (last.get(prefix) ?? highest(used)) + 1;
    last.set(prefix, next);
    const width = label.length - prefix.length - 1;
    labels.set(label, `${prefix}-${String(next).padStart(width, '0')}`);
  }
  return labels;
}

function alignedQuestions(fresh: SpecDocument, spec: SpecDocument): ReadonlyMap<string, string> {
  const known = askedQuestions(spec);
  const ids = new Map<string, string>();
  for (const [text, id] of askedQuestions(fresh)) {
    const own = known.get(text);
    if (own !== undefined && !ids.has(id)) ids.set(id, own);
  }
  const taken = new Set(ids.values());
  const alone = loneCitations(spec);
  for (const [section, id] of loneCitations(fresh)) {
    const own = alone.get(section);
    // A person put the question into other words: what alone fills a section is still what the register asks about it.
    if (ids.has(id) || own === undefined || taken.has(own)) continue;
    ids.set(id, own);
    taken.add(own);
  }
  // Questions that were closed since are named nowhere in the list, but their numbers may be.
  let next = highest([...spec.text.matchAll(/\bOQ-\d+/gu)].map(([id]) => id));
  for (const { id } of fresh.openQuestions) if (!ids.has(id)) ids.set(id, `OQ-${++next}`);
  return ids;
}

/**
 * What adds what is asked to the first place that is a number alone (`- OQ-8`, a cell), as far as another document does not list it.
 *
 * @param fresh has the questions in its list
 * @param spec the other document
 */
export function sayingUnlisted(fresh: SpecDocument, spec: SpecDocument): (text: string) => string {
  const listed = new Set(spec.openQuestions.flatMap(({ id, text }) => (text === '' ? [] : [id])));
  const asked = new Map(
    fresh.openQuestions.flatMap(({ id, text }) =>
      text === '' || listed.has(id) ? [] : [[id, escapeMarkdown(text.split('\n')[0] ?? '')] as const],
    ),
  );
  return (text) =>
    text.replace(/(?<=^|[\s|])OQ-\d+(?=[ \t]*(?:\||$))/gmu, (id) => {
      const words = asked.get(id);
      // Once is enough, and a table that cites it in each row stays a table.
      asked.delete(id);
      return words === undefined ? id : `${id}: ${words}`;
    });
}

/** Ids by what they ask. A line with an id alone asks nothing: it stands where the answer belongs. */
function askedQuestions({ openQuestions }: SpecDocument): ReadonlyMap<string, string> {
  return new Map(
    openQuestions.flatMap(({ id, text }) => {
      const asked = questionText(text);
      return asked === '' ? [] : [[asked, id] as const];
    }),
  );
}

/** Of sections that one listed question fills alone, its id, by the section's heading; headings that stand twice are left out. */
function loneCitations({ openQuestions, sections }: SpecDocument): ReadonlyMap<string, string> {
  const listed = new Set(openQuestions.flatMap(({ id, text }) => (text === '' ? [] : [id])));
  const found = new Map<string, Set<string>>();
  for (const { id, text, section } of openQuestions) {
    const name = section === null ? undefined : sections[section]?.name;
    if (text !== '' || name === undefined || !listed.has(id)) continue;
    found.set(name, new Set([...(found.get(name) ?? []), id]));
  }
  return new Map(
    [...found].flatMap(([name, cited]) => {
      const [id] = cited;
      const isOne = cited.size === 1 && sections.filter((section) => section.name === name).length === 1;
      return id !== undefined && isOne ? [[name, id] as const] : [];
    }),
  );
}

function implemented(task: SpecTask): string {
  return taskField(task, 'implements')?.value ?? '';
}

function isSame(one: string, other: string): boolean {
  return normalText(one) === normalText(other);
}

/** Without its own id, and as far as the question goes: owner and date may be others. */
function questionText(text: string): string {
  return normalText(text.replace(/^OQ-\d+\s*[:.]?\s*/u, ''));
}

function highest(ids: readonly string[]): number {
  return Math.max(0, ...ids.map((id) => Number(/(?<!\d)(\d+)$/u.exec(id)?.[1] ?? 0)));
}
