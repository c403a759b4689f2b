import { storyOpenings } from '../source/vocabulary/story-phrases';
import { escapeExactly } from '../text/escape-markdown';
import { oneLine } from '../text/said';
import { joined, type Scenario } from './scenarios';

const story =
  /^as (.+?), ?i (?:want|need|would like|wish|can|am able)(?<able> to)? (.+?)(?:,? so that (.+?))?\.?$/iu;
const ourStory = /^as .+?, ?we (?:want|need|would like|wish|can) /iu;

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
  const raised = normative(line);
  if (raised !== null) return escapeExactly(raised);
  const told = story.exec(line);
  const isWish = told !== null || ourStory.test(line) || storyOpenings.some((opening) => opening.test(line));
  if (!isWish) return `The system SHALL ${ensured(line)}`;
  const [, role = '', , want = '', benefit] = told ?? [];
  // "I want every member to have a role" is nothing that the one who wants it does.
  if (told?.groups?.['able'] === undefined && !(told !== null && /, ?i can /iu.test(line)))
    return `The system SHALL meet this need: ${escapeExactly(line)}`;
  const end = benefit === undefined ? '' : `, so that ${benefit}`;
  return `The system SHALL let ${escapeExactly(role)} ${escapeExactly(ofThem(want + end))}.`;
}

/** The words of a text with its obligation in capitals, or `null` where it states none. */
function normative(line: string): string | null {
  if (isNormative(line)) return line;
  const raised = line.replace(/\b(must|shall)\b/u, (word) => word.toUpperCase());
  return isNormative(raised) ? raised : null;
}

/** A wish of the first person as that of the third. */
function ofThem(text: string): string {
  const words: Readonly<Record<string, string>> = {
    ...{ my: 'their', mine: 'theirs', me: 'them', myself: 'themselves', i: 'they' },
    ...{ 'i am': 'they are', 'i’m': 'they are', "i'm": 'they are', 'i was': 'they were' },
    ...{ 'i’ve': 'they have', "i've": 'they have', 'i’ll': 'they will', "i'll": 'they will' },
  };
  return text.replace(
    /(?<![\w'’-])(?:my|mine|me|myself|I am|I was|I['’](?:m|ve|ll)|I)(?![\w'’-])/gu,
    (word) => words[word.toLowerCase()] ?? word,
  );
}

/** A scenario in EARS, in Markdown on one line: without a condition it is demanded at all times, as EARS has it. */
export function earsOf({ given, when, then }: Scenario): string {
  const outcome = joined(then);
  const demanded = normative(outcome);
  const demand = demanded === null ? `the system SHALL ${ensured(outcome)}` : escapeExactly(demanded);
  if (when.length > 0) {
    const state = given.length === 0 ? '' : ` (given ${escapeExactly(joined(given))})`;
    return `WHEN ${escapeExactly(joined(when))}${state} THEN ${demand}`;
  }
  if (given.length > 0) return `WHILE ${escapeExactly(joined(given))} THEN ${demand}`;
  return demanded === null ? demand.replace(/^t/u, 'T') : demand;
}

/** What a system that does as it should ensures. A sentence that goes on in lower case is led to by "that". */
function ensured(text: string): string {
  const goesOn = lowerFirst(text);
  return /^\p{Ll}/u.test(goesOn)
    ? `ensure that ${escapeExactly(goesOn)}`
    : `ensure this: ${escapeExactly(text)}`;
}

/** The first word in lower case where it is none that may be a name. */
function lowerFirst(text: string): string {
  return /^(?:A|An|The|It|Each|Every|No|All|There|Any|Both|Some|Only|Nobody|Nothing|Everybody|Everyone|Everything|Whoever|Whatever|What|This|That|These|Those|They|Its|Their|Two|Three|At (?:least|most))\b/u.test(
    text,
  )
    ? text.slice(0, 1).toLowerCase() + text.slice(1)
    : text;
}
