import { escapeExactly } from '../text/escape-markdown';
import { oneLine } from '../text/said';

/** A criterion as steps; `when` is empty where its text names no condition. */
export interface Steps {
  readonly given: string;
  readonly when: string;
  readonly then: string;
}

// All of these read one line, in which no two spaces stand together.
const gherkin = /^(?:given (.+?),? )?when (.+?)(?:, ?| )then (.+)$/isu;
const givenThen = /^given (.+?)(?:, ?| )then (.+)$/isu;
/** EARS: `WHEN x THE SYSTEM SHALL y`, `IF x THEN ...`, `WHILE x, ...`. */
const ears = /^((?:when|if|while|where) .+?)(?:, ?(?:then )?| then | (?=the \S+(?: \S+)? shall ))(.+)$/isu;
const story =
  /^as (?:an? |the )?(.+?), ?i (?:want|need|would like|wish|can) (?:to )?(.+?)(?:,? so that (.+?))?\.?$/isu;

/** Splits the text of an acceptance criterion into condition and outcome, in plain text. */
export function stepsOf(text: string): Steps {
  const line = oneLine(text);
  const whole = gherkin.exec(line);
  if (whole !== null) return { given: whole[1] ?? '', when: whole[2] ?? '', then: whole[3] ?? '' };
  const short = givenThen.exec(line);
  if (short !== null) return { given: '', when: short[1] ?? '', then: short[2] ?? '' };
  const condition = ears.exec(line);
  if (condition !== null)
    return {
      given: '',
      when: (condition[1] ?? '').replace(/^(?:when|if)\s+/iu, ''),
      then: condition[2] ?? '',
    };
  return { given: '', when: '', then: line };
}

/** Whether a text states an obligation in the words that formats look for. */
export function isNormative(text: string): boolean {
  return /\b(?:SHALL|MUST)\b/u.test(text);
}

/**
 * A requirement as one normative sentence, in Markdown: its own words where these are normative or can be made so by
 * the case of `must`, else led in by words that are.
 */
export function obligation(text: string): string {
  const line = oneLine(text);
  if (isNormative(line)) return escapeExactly(line);
  const raised = line.replace(/\b(must|shall)\b/u, (word) => word.toUpperCase());
  if (isNormative(raised)) return escapeExactly(raised);
  const told = story.exec(line);
  if (told === null) return `The system SHALL satisfy this: ${escapeExactly(line)}`;
  const [, role = '', want = '', benefit] = told;
  const end = benefit === undefined ? '' : `, so that ${benefit}`;
  return `The system SHALL let ${escapeExactly(role)} ${escapeExactly(want + end)}.`;
}

/** A criterion in EARS, in Markdown on one line. */
export function earsOf(text: string, title: string): string {
  const line = oneLine(text);
  if (isNormative(line)) return escapeExactly(line);
  const { given, when, then } = stepsOf(line);
  const outcome = `THEN the system SHALL ensure that ${escapeExactly(lowerFirst(then))}`;
  if (when === '') return `WHEN ${escapeExactly(quoted(title))} is used ${outcome}`;
  const state = given === '' ? '' : `WHILE ${escapeExactly(given)}, `;
  return `${state}WHEN ${escapeExactly(when)} ${outcome}`;
}

/** Lines of a scenario with bold step words. */
export function scenarioLines(text: string, title: string): readonly string[] {
  const { given, when, then } = stepsOf(text);
  return [
    ...(given === '' ? [] : [`- **GIVEN** ${escapeExactly(given)}`]),
    `- **WHEN** ${escapeExactly(when === '' ? `${quoted(title)} is used` : when)}`,
    `- **THEN** ${escapeExactly(then)}`,
  ];
}

function quoted(title: string): string {
  return `“${title.replace(/[.。]$/u, '')}”`;
}

function lowerFirst(text: string): string {
  return /^(?:A|An|The|It|Each|Every|No|All|There)\b/u.test(text)
    ? text.slice(0, 1).toLowerCase() + text.slice(1)
    : text;
}
