import { oneLine } from '../text/said';
import {
  closedCondition,
  endsBehindComma,
  endsInCondition,
  noConditionAfter,
  opensCondition,
  opensFurther,
  opensFurtherUnspaced,
  opensState,
  otherwise,
  stepWord,
} from './step-words';

/** A criterion as steps, each plain text on one line. */
export interface Steps {
  /** What the scenario is called, or `null`. */
  readonly name: string | null;
  readonly given: readonly string[];
  /** Empty where the text names no condition. */
  readonly when: readonly string[];
  readonly then: readonly string[];
}

type StepKind = 'given' | 'when' | 'then';

const kinds = ['given', 'when', 'then', 'and'] as const;
const stepLine = new RegExp(
  `^(?:${kinds.map((kind) => `(?<${kind}>${stepWord(kind)})`).join('|')})(?<text>.+)$`,
  'isu',
);
// All of these read one line, in which no two spaces stand together.
const given = stepWord('given');
const when = stepWord('when');
const then = stepWord('then');
const allSteps = new RegExp(
  `^${given}(.+?)[,，、]? ?${when}(.+?)(?:(?:[,，、] ?| |(?=那么|则|ならば))${then}|[,，、] ?)(.+)$`,
  'iu',
);
const twoSteps = new RegExp(`^(?:${given}|${when})(.+?)(?:[,，、] ?| )${then}(.+)$`, 'iu');
const scenarioName =
  /^(?:scenario(?: outline)?|example|escenario|cenário|scénario|szenario|场景|シナリオ) ?\d{0,3} ?[:：] ?/iu;

/** A longer line is no sentence, and looking for its steps would take the square of its length. */
const longestLine = 2000;

/** Splits the text of an acceptance criterion into condition and result. */
export function stepsOf(text: string): Steps {
  return stepsByLine(text) ?? stepsOnLine(oneLine(text.replace(scenarioName, '')));
}

/** The step that a line opens and its text, or `null`. */
export function stepOf(line: string): { readonly kind: StepKind | 'and'; readonly text: string } | null {
  const groups = stepLine.exec(oneLine(line))?.groups;
  const kind = kinds.find((one) => groups?.[one] !== undefined);
  return kind === undefined ? null : { kind, text: groups?.['text'] ?? '' };
}

/** Steps of which each has a line; `null` where these are none, or have no result. */
export function stepsByLine(text: string): Steps | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const first = lines.findIndex((line) => stepOf(line) !== null);
  if (lines.length < 2 || first < 0 || stepOf(lines[first] ?? '')?.kind === 'and') return null;
  const found: Record<StepKind, string[]> = { given: [], when: [], then: [] };
  let current: StepKind = 'given';
  for (const line of lines.slice(first)) {
    const step = stepOf(line);
    if (step !== null && step.kind !== 'and') current = step.kind;
    if (step !== null) found[current].push(step.text);
    else found[current].push(`${found[current].pop() ?? ''} ${oneLine(line)}`.trim());
  }
  const name = oneLine(lines.slice(0, first).join(' ').replace(scenarioName, ''));
  return found.then.length === 0 ? null : { name: name === '' ? null : name, ...found };
}

function stepsOnLine(line: string): Steps {
  if (line.length > longestLine) return steps(line);
  const all = allSteps.exec(line);
  if (all !== null) return steps(all[3], all[2], all[1]);
  const two = twoSteps.exec(line);
  if (two !== null) return steps(two[2], two[1]);
  const opening = openingConditions(line);
  if (opening !== null) return opening;
  const [, result = '', comma, condition = '', stop = ''] =
    endsBehindComma.exec(line) ?? endsInCondition.exec(line) ?? [];
  const sound = result.split(' ').length > 2 && condition.includes(' ') && !/[;:.?] /u.test(result);
  if (sound && (comma === ',' || !noConditionAfter.test(result))) return steps(`${result}${stop}`, condition);
  return steps(line);
}

interface Condition {
  readonly text: string;
  /** Whether it is a state in which something else happens. */
  readonly isState: boolean;
}

/** Most conditions that a sentence opens with. */
const mostConditions = 4;

/** Steps of a sentence that opens with its conditions: "While the door is open, when a bell rings, the light turns red." */
function openingConditions(line: string): Steps | null {
  const conditions: Condition[] = [];
  let rest = line;
  while (conditions.length < mostConditions) {
    const next = conditions.length === 0 ? cutCondition(rest, opensCondition) : furtherCondition(rest);
    if (next === null) break;
    conditions.push(next.condition);
    rest = next.rest;
  }
  const last = conditions.at(-1);
  if (last === undefined) return null;
  // What happens is never a state alone.
  const given = conditions.filter((condition) => condition.isState && condition !== last);
  const when = conditions.filter((condition) => !given.includes(condition));
  return { ...steps(rest), given: given.map(({ text }) => text), when: when.map(({ text }) => text) };
}

function furtherCondition(line: string): ReturnType<typeof cutCondition> {
  const isFurther = opensFurther.test(line) || opensFurtherUnspaced.test(line);
  const next = !isFurther || otherwise.test(line) ? null : cutCondition(line, opensFurther);
  // "If possible", "when needed" limits what follows.
  return next === null ||
    (/\p{Script=Latin}/u.test(next.condition.text) && !next.condition.text.includes(' '))
    ? null
    : next;
}

function cutCondition(
  line: string,
  opens: RegExp,
): { readonly condition: Condition; readonly rest: string } | null {
  const closed = closedCondition.exec(line);
  if (closed !== null) return { condition: { text: closed[1] ?? '', isState: false }, rest: closed[2] ?? '' };
  const opened = opens.exec(line)?.[1];
  const at = opened === undefined ? null : endOfCondition(opened);
  if (opened === undefined || at === null) return null;
  const condition = { text: startingLow(opened.slice(0, at[0])), isState: opensState.test(line) };
  return { condition, rest: opened.slice(at[1]) };
}

function steps(result = '', condition?: string, state?: string): Steps {
  return {
    name: null,
    given: state === undefined ? [] : [state],
    when: condition === undefined ? [] : [condition],
    then: [result.replace(new RegExp(`^${then}`, 'iu'), '')],
  };
}

/** The word that opens a condition is no name. */
function startingLow(condition: string): string {
  return opensCondition.test(condition)
    ? condition.slice(0, 1).toLowerCase() + condition.slice(1)
    : condition;
}

const joining = /(?:^|\s)(?:and|or|y|o|e|ou|et|und|oder) /iu;
/** The last of a list that has a comma before its "and". */
const joins = /^ (?:and|or|y|o|e|ou|et|und|oder) /iu;
const shortItem = /^ \S+(?: \S+)?$/u;

/**
 * Where the condition ends that a sentence opens with, and where its result or a further condition begins: at "then", before "the
 * system shall", else at its comma. Where it lists things ("the name, the address or both are missing"), that is the comma behind the list.
 */
function endOfCondition(line: string): readonly [number, number] | null {
  const told = /,? then | (?=the \S+(?: \S+)? (?:shall|must) )/iu.exec(line);
  // That of a number is followed by no space.
  const commas = [...line.matchAll(/, |[，、]/gu)];
  const further = commas.find(({ index, 0: comma }) => opensFurther.test(line.slice(index + comma.length)));
  if (told !== null && further !== undefined && further.index < told.index)
    return [further.index, further.index + further[0].length];
  if (told !== null && !commas.some(({ index }) => index < told.index && told[0] === ' '))
    return [told.index, told.index + told[0].length];
  const between = (position: number): string =>
    line.slice((commas[position]?.index ?? 0) + 1, commas[position + 1]?.index);
  const end = commas.find(({ index }, position) => {
    if (position + 1 === commas.length || line.slice(0, index).split(' ').length > 3) return true;
    if (joining.test(between(position))) return false;
    // "When name, mail, or phone is missing, ...": what is listed is named in a word or two.
    const last = commas.findIndex((_, at) => at > position && joins.test(between(at)));
    const isList = commas.slice(position, last).every((_, at) => shortItem.test(between(position + at)));
    return last < 0 || last + 1 === commas.length || !isList;
  });
  return end === undefined ? null : [end.index, end.index + end[0].length];
}
