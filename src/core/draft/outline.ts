import Mustache from 'mustache';
import type { Brief } from '../brief/brief';
import { withinScope } from '../brief/within-scope';
import { matchSections } from '../spec/match-sections';
import { parseSpec } from '../spec/parse-spec';
import { alignOutline, sayingUnlisted } from './align-outline';
import { escapeMarkdown } from '../text/escape-markdown';
import { answersWithoutPlace, type GivenAnswer } from './outline/fact-lookup';
import { Markdown } from './outline/markdown';
import { OpenQuestionRegister, type OpenQuestionLine } from './outline/open-question-register';
import { outlineView, registerOpenMatters } from './outline/outline-view';
import { unplaced } from './outline/unplaced';
import { specBody, tidyBlankLines } from '../template/template-body';

/**
 * Fills the brief's template without a language model. Everything it writes is a fact of source, workspace or
 * answers, or an `OQ-n` that the section of open questions lists; the same brief gives the same text. Each answer stands in
 * it: at its question's own place, else among the decisions, else beside the open questions.
 *
 * @param newRegister gives open questions their ids; `OQ-1`, `OQ-2` ... by default
 * @returns a whole Markdown document that ends with a line break
 */
export function renderOutline(
  asked: Brief,
  newRegister: () => OpenQuestionRegister = () => new OpenQuestionRegister(),
): string {
  const brief = withinScope(asked);
  const own = renderOnce(brief, newRegister(), []);
  const strays = answersWithoutPlace(brief, own.register);
  const { text, register } = strays.length === 0 ? own : renderOnce(brief, newRegister(), strays);
  const answered = strays.length === 0 ? [] : answersWithoutPlace(brief, register);
  return besideOpenQuestions(text, brief, [
    ...answered.map((answer) => answer.text),
    ...unplaced(brief, text),
  ]);
}

/** @param strays answers without a place of their own, to stand among the decisions where the template has such */
function renderOnce(
  brief: Brief,
  register: OpenQuestionRegister,
  strays: readonly GivenAnswer[],
): { readonly text: string; readonly register: OpenQuestionRegister } {
  const body = specBody(brief.template.body);
  let listed: readonly OpenQuestionLine[] | undefined;
  const view = outlineView(brief, register, () => (listed ??= linesByNow(brief, register)), strays);
  const first = render(body, view);
  registerOpenMatters(brief, register);
  const all = register.lines();
  // The list of open questions may stand before gaps that it lists: now that they are numbered, it can be written.
  if (listed === undefined || areSame(listed, all)) return { text: tidyBlankLines(first), register };
  listed = all;
  return { text: tidyBlankLines(render(body, view)), register };
}

/** What is answered or said and has no other place ends the section of what is not answered, or the document without one. */
function besideOpenQuestions(text: string, brief: Brief, statements: readonly string[]): string {
  if (statements.length === 0) return text;
  const spec = parseSpec(text);
  const end = matchSections(spec, brief.template).get('open-questions')?.end ?? text.length;
  const lines = statements.map((statement) => `- ${statement}`).join('\n');
  const before = text.slice(0, end).trimEnd();
  // Behind a table, or a paragraph, a list begins after a blank line.
  const between = /(?:^|\n)- [^\n]*$/u.test(before) ? '\n' : '\n\n';
  return tidyBlankLines(`${before}${between}${lines}\n\n${text.slice(end)}`);
}

/** The same document in pieces of one section each; joined they are {@link renderOutline}. */
export function* outlineSections(brief: Brief): Generator<string> {
  const sections = renderOutline(brief).split(/^(?=#{2,6} )/m);
  yield* sections;
}

/**
 * Sections of the same document by their template keys, each with its heading and all below it; those it has.
 *
 * @param beside a spec that they are to fit into: what it has keeps its ids, see `alignOutline`
 */
export function outlineOf(brief: Brief, keys: readonly string[], beside?: string): readonly string[] {
  const outline = renderOutline(brief);
  const existing = beside === undefined ? null : parseSpec(beside);
  const spec = parseSpec(existing === null ? outline : alignOutline(outline, existing));
  const sections = matchSections(spec, brief.template);
  // Where the list of open questions stays as it is, what it lacks is asked where it is cited: a number alone asks nothing.
  const say = existing === null || keys.includes('open-questions') ? null : sayingUnlisted(spec, existing);
  return keys.flatMap((key) => {
    const section = sections.get(key);
    if (section === undefined) return [];
    const text = spec.text.slice(section.start, section.end).trimEnd();
    return [`${say?.(text) ?? text}\n\n`];
  });
}

function render(body: string, view: ReturnType<typeof outlineView>): string {
  return Mustache.render(body, view, undefined, {
    escape: (value: unknown) => (value instanceof Markdown ? value.text : escapeMarkdown(String(value))),
  });
}

/** The whole list if nothing behind this place in the document asks for more. */
function linesByNow(brief: Brief, register: OpenQuestionRegister): readonly OpenQuestionLine[] {
  const copy = register.copy();
  registerOpenMatters(brief, copy);
  return copy.lines();
}

function areSame(one: readonly OpenQuestionLine[], other: readonly OpenQuestionLine[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, text, owner }, at) => {
      const line = other[at];
      return id === line?.id && text === line.text && owner === line.owner;
    })
  );
}
