import { linePlace } from '../spec/place';
import type { SpecDocument } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import type { TextRange } from '../text/position';
import { unbuilt } from '../workspace/declared-facts/spec-statements';
import { filePlan } from '../spec/file-plan';
import { sectionNames } from '../checks/grounding/mention';

/** Sections that tell of what is there, of others, or how something is called. */
const notPromised =
  /\b(?:existing|current(?:ly)?|today|as[- ]is|before|legacy|examples?|usage|sample|third[- ]party|external (?:api|service|system)s?|upstream|background|context|glossary|references?|prior art|removed|deleted|deprecated|(?:conventions|patterns) taken over|completed specs? reviewed|reviewed specs?)\b/iu;

/** Whether what stands in a section is no promise: rejected, open, there before, or of others. */
export function isUnpromised(spec: SpecDocument, section: number | null): boolean {
  return sectionNames(spec, section).some((name) => {
    const words = name.replace(/[/`]\S*/gu, ' ');
    return unbuilt.test(words.toLowerCase()) || notPromised.test(words);
  });
}

/** A word on a line, or the whole line where it is not written as such. */
export function wordOn(spec: SpecDocument, line: number, word: string): TextRange {
  const text = lineText(spec.lines, line);
  const at = word === '' ? -1 : text.indexOf(word);
  if (at === -1) return linePlace(spec, line);
  return { line, column: at + 1, endLine: line, endColumn: at + 1 + word.length };
}

/** Files of the plan that a section, or the lines directly above a block, name. */
export function filesNear(spec: SpecDocument, section: number | null, line: number): readonly string[] {
  const planned = [...new Set(filePlan(spec).map(({ path }) => path))];
  const above = [0, 1, 2, 3].map((distance) => lineText(spec.lines, line - distance)).join('\n');
  const direct = planned.filter((path) => above.includes(path));
  if (direct.length > 0) return direct;
  const holder = section === null ? undefined : spec.sections[section];
  if (holder === undefined) return [];
  const text = spec.text.slice(holder.start, Math.min(holder.end, holder.start + 20_000));
  const own = text.slice(0, ownEnd(text));
  return planned.filter((path) => own.includes(path));
}

/** Where the first subsection begins. */
function ownEnd(text: string): number {
  const next = /\n#{1,6} /u.exec(text.slice(1));
  return next === null ? text.length : next.index + 1;
}
