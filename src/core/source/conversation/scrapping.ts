import { negates } from '../vocabulary/settling-phrases';
import { occasion } from '../vocabulary/request-phrases';
import { binds, listSeparator, quotedName, scrapsBefore, scrapsNext } from '../vocabulary/scrapping-phrases';
import { names, nameOf, type Proposal } from './refusals';

/** What a sentence strikes out of what was said. */
export interface Scrapped<P extends Proposal> {
  readonly from: P;
  /** One thing of several that the statement names, which holds but for it. */
  readonly part: boolean;
  /** What else the sentence says: a reason, or what instead. */
  readonly rest: string;
}

const separatedBefore = new RegExp(
  `(?:[,，;；]\\s?|${listSeparator})(?:\\p{L}{1,4}\\s){0,2}["“„«「『'‘]?$`,
  'u',
);
const separatedAfter = new RegExp(`^["”»」』'’]?(?:${listSeparator}|[,，]\\s?.*(?:${listSeparator}))`, 'u');

/**
 * What a sentence strikes out by name, or `null`: `scrap "forever"` one of several things of a statement, "let's drop the
 * cookie" the statement.
 *
 * @param recent what was said before, the latest last
 */
export function scrappedBy<P extends Proposal>(text: string, recent: readonly P[]): Scrapped<P> | null {
  const behind = scrapsNext.exec(text);
  const before = behind === null ? scrapsBefore.exec(text) : null;
  const verb = behind ?? before;
  if (verb === null) return null;
  const quoted = nameIn(quotedName.exec(text));
  // "Let's drop connections after 5 minutes" tells what the product does.
  if (quoted === null && occasion.test(text.replace(verb[0], ' '))) return null;
  const said =
    behind === null
      ? (text
          .slice(0, verb.index)
          .split(/[,.;:!?–—，。；]\s?/u)
          .at(-1) ?? '')
      : nameOf(text.slice(behind.index + behind[0].length));
  const name = quoted ?? said.trim();
  const from = recent.findLast((one) =>
    quoted === null
      ? !one.negated && names(name, one)
      : one.text.toLowerCase().includes(quoted.toLowerCase()),
  );
  if (from === undefined || (quoted === null && negates.test(said))) return null;
  return { from, part: isPart(name, from.text), rest: text.replace(verb[0], ' ') };
}

function nameIn(found: RegExpExecArray | null): string | null {
  return found?.[1] ?? found?.[2] ?? null;
}

/** Whether what is named stands in a list, or belongs to something else that is named. */
function isPart(name: string, statement: string): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const at = statement.toLowerCase().indexOf(words.join(' '));
  const last = words.at(-1) ?? '';
  const from = at >= 0 ? at : statement.toLowerCase().indexOf(last);
  if (words.length === 0 || from < 0) return false;
  const until = from + (at >= 0 ? words.join(' ').length : last.length);
  const [before, after] = [statement.slice(0, from), statement.slice(until)];
  return separatedBefore.test(before) || separatedAfter.test(after) || binds.test(before);
}
