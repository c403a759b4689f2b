import { completedStatuses } from './completed-statuses';
import type { RuleFrontMatter } from './rule-front-matter';

const statusKeys = 'status|state|estado|statut|stato|статус|状态|ステータス|상태';
/** Within a line, of any width: `\u3000` indents Chinese and Japanese. */
const space = '[^\\S\\r\\n\\u2028\\u2029]';
/** `**Status:** Done`, `Status: Done`, `- Status: Done` or a table row `| Status | Done |`. */
const statusLine = new RegExp(
  `^(?:${space}|[>*-])*(?:[|_](?:${space}|[*_])*)?(?:${statusKeys})[\\s*_]*[:：|]+[\\s*_]*([^|\\n]*)`,
  'imu',
);
/** A spec says its status at its top. */
const linesSearched = 60;
/** Marks before the word, such as a tick. */
const decoration = /^[^\p{L}]+/u;

/** Status that a spec states of itself, as written and without markup, or `null`. */
export function specStatus(frontMatter: RuleFrontMatter): string | null {
  const stated = frontMatter.fields.get('status')?.join(', ');
  if (stated !== undefined && stated !== '') return stated;
  const top = frontMatter.body.split(/\r?\n/, linesSearched).join('\n');
  const value = statusLine.exec(top)?.[1]?.replace(/[*_`]/g, '').trim();
  return value === undefined || value === '' ? null : value;
}

/** Whether a status says that the spec was built. */
export function isCompletedStatus(status: string): boolean {
  const word = status.replace(decoration, '').toLowerCase();
  return completedStatuses.some((completed) => {
    if (!word.startsWith(completed)) return false;
    // `final` is not said by `finalising`.
    return !/^[\p{L}\p{N}]/u.test(word.slice(completed.length)) || !/[a-z]$/.test(completed);
  });
}
