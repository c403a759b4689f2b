import { atxHeading } from '../markdown/atx-heading';
import { matchSections } from '../spec/match-sections';
import { parseSpec } from '../spec/parse-spec';
import type { SpecDocument, SpecSection } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import { parentPath } from '../text/path';
import type { HandOff } from './hand-off';
import { markComment, markData, marks } from './marks';
import { relink } from './relink';
import { taskRuns } from './task-runs';
import { lastLineOf, type TaskSource } from './task-source';

/** A section whose body goes to a file of its own. */
export interface Part {
  /** Relative to the folder of the document. */
  readonly file: string;
  /** Key of the template's section. */
  readonly section: string;
}

/** The spec as it stands in another folder. */
export interface MovedDocument {
  /** Everything below the level-1 heading, behind a mark: tasks and parts taken out, each with a mark in its place. */
  readonly body: string;
  readonly tasks: readonly TaskSource[];
  /** Bodies of the sections that have a file of their own, by file. */
  readonly parts: ReadonlyMap<string, { readonly heading: string; readonly body: string }>;
}

/**
 * The spec's own text for an export, its relative links leading where they led.
 *
 * @param folder that the export lies in, relative to the root; `null` where it lies elsewhere
 * @param tasksFile where the tasks go, relative to that folder
 */
export function moveDocument(
  handOff: HandOff,
  folder: string | null,
  tasksFile: string,
  parts: readonly Part[] = [],
): MovedDocument {
  const spec = parseSpec(relink(handOff.spec, parentPath(handOff.path), folder));
  const runs = taskRuns(spec);
  const edits = runs.map(({ from, to, tasks }) => ({
    from,
    to,
    text: `Tasks: [${tasksFile}](${tasksFile}) ${markComment(marks.tasks, tasks.map(markedId).join(' '))}`,
  }));
  const bodies = new Map<string, { heading: string; body: string }>();
  for (const { section, file } of detachable(handOff, spec, parts)) {
    const from = firstFilledLine(spec, section);
    const to = lastLineOf(spec, section);
    if (to < from || edits.some((edit) => edit.from <= to && edit.to >= from)) continue;
    const lines = Array.from({ length: to - from + 1 }, (_, index) => lineText(spec.lines, from + index));
    const body = lines.join('\n').trimEnd();
    const within = parentPath(file);
    const there =
      folder === null || within === '' ? body : relink(parseSpec(body), folder, `${folder}/${within}`);
    bodies.set(file, { heading: section.name, body: there });
    edits.push({ from, to, text: `See [${file}](${file}). ${markComment(marks.part, file)}` });
  }
  const { frontMatter, title, bodyLine } = headOf(spec);
  const lines: string[] = [];
  for (let line = bodyLine; line <= spec.lines.starts.length; line++) {
    const edit = edits.find(({ from }) => from === line);
    lines.push(edit === undefined ? lineText(spec.lines, line) : edit.text);
    if (edit !== undefined) line = edit.to;
  }
  const mark = markComment(marks.document, markData({ title, frontMatter }));
  return {
    body: `${mark}\n\n${lines.join('\n').trim()}\n`,
    tasks: runs.flatMap(({ tasks }) => tasks),
    parts: bodies,
  };
}

function markedId({ id, done, short }: TaskSource): string {
  return `${id}${done === null ? (short ? '~' : '') : '*'}`;
}

function detachable(
  { report }: HandOff,
  spec: SpecDocument,
  parts: readonly Part[],
): readonly { readonly section: SpecSection; readonly file: string }[] {
  if (report.template === null) return [];
  const sections = matchSections(spec, report.template, report.receipt?.sections);
  return parts.flatMap(({ file, section }) => {
    const found = sections.get(section);
    return found === undefined ? [] : [{ section: found, file }];
  });
}

function firstFilledLine(spec: SpecDocument, section: SpecSection): number {
  let first = section.line + 1;
  while (first < section.endLine && lineText(spec.lines, first).trim() === '') first++;
  return first;
}

/** Front matter and level-1 heading, and the line (from 1) behind them. */
export function headOf({ text, lines, sections, title }: SpecDocument): {
  readonly frontMatter: string;
  readonly title: string | null;
  readonly bodyLine: number;
} {
  const frontMatter = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?=\r?\n|$)/u.exec(text)?.[0] ?? '';
  const first = frontMatter === '' ? 1 : frontMatter.split('\n').length + 1;
  const end = sections[0]?.line ?? lines.starts.length + 1;
  for (let line = first; title !== null && line < end; line++) {
    const heading = atxHeading(lineText(lines, line));
    if (heading?.level === 1) return { frontMatter, title: heading.text, bodyLine: line + 1 };
    if (lineText(lines, line).trim() !== '') break;
  }
  return { frontMatter, title: null, bodyLine: first };
}
