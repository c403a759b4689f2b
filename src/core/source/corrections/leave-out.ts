import { normalText } from '../requirements/fingerprint';
import type { LeftOutRequirement, OutOfScopeItem, Requirement, Source } from '../source';
import type { Correction, Target } from './correction';

type Drop = Extract<Correction, { type: 'drop' }>;

/** What leaving a requirement out adds to what is understood. */
export interface LeftOut {
  readonly leftOut: LeftOutRequirement;
  /** Empty where it is no requirement. */
  readonly outOfScope: readonly OutOfScopeItem[];
  /** Ids of what is read by itself by now and was left out with it. */
  readonly with: ReadonlySet<string>;
}

/** @param requirement that a person leaves out */
export function leaveOut({ as, reason }: Drop, requirement: Requirement): LeftOut {
  const { id, title, line, explicitId, kind, acceptance } = requirement;
  // Criteria are details of what has an id or is a story; else they are what a heading was read as one for.
  const items = explicitId === null && kind !== 'story' ? acceptance.filter((one) => one.line !== line) : [];
  return { ...leftOutAs({ as, reason }, { id, title, line }, items), with: new Set() };
}

/** The same where the source says it still and nobody reads it as a requirement by now; `null` where it does not. */
export function leaveOutUnread(
  { as, reason, target }: Drop,
  { text, outOfScope, requirements }: Pick<Source, 'text' | 'outOfScope' | 'requirements'>,
): LeftOut | null {
  const lines = text.split(/\r\n?|\n/u);
  const title = firstLine(target);
  const at = lines.findIndex((line) => normalText(line) === normalText(title));
  if (at === -1 || normalText(title) === '') return null;
  if (requirements.some(({ line, path }) => path === undefined && line === at + 1)) return null;
  const known = new Set(outOfScope.map(({ line }) => line));
  const items = itemsBelow(lines, at);
  const own = requirements.filter(
    ({ line, path, explicitId }) =>
      path === undefined && explicitId === null && items.some((item) => item.line === line),
  );
  return {
    ...leftOutAs(
      { as, reason },
      { id: target.id, title, line: at + 1 },
      items.filter(({ line }) => !known.has(line)),
    ),
    with: new Set(as === 'out-of-scope' ? own.map(({ id }) => id) : []),
  };
}

function leftOutAs(
  { as, reason }: Pick<Drop, 'as' | 'reason'>,
  { id, title, line }: Pick<Requirement, 'id' | 'title' | 'line'>,
  items: readonly OutOfScopeItem[],
): Omit<LeftOut, 'with'> {
  const text = reason === '' ? title : `${title}: ${reason}`;
  return {
    leftOut: { id, title, reason },
    outOfScope:
      as === 'out-of-scope'
        ? [{ line, text }, ...items.map((one) => ({ line: one.line, text: one.text.replace(/\n/gu, ' ') }))]
        : [],
  };
}

function firstLine({ text }: Target): string {
  return text.split('\n')[0] ?? '';
}

/** Of the list below a heading, the items themselves without what stands below them. */
function itemsBelow(lines: readonly string[], heading: number): readonly OutOfScopeItem[] {
  if (!/^#{1,6}[ \t]/u.test(lines[heading] ?? '')) return [];
  const next = lines.findIndex((line, index) => index > heading && /^#{1,6}[ \t]/u.test(line));
  return lines.slice(heading + 1, next === -1 ? undefined : next).flatMap((line, index) => {
    const text = /^ {0,1}(?:[-*+]|\d{1,4}[.)])[ \t]+(\S.*)$/u.exec(line)?.[1];
    return text === undefined ? [] : [{ line: heading + index + 2, text: text.trimEnd() }];
  });
}
