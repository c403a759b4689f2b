import { marks } from '../export/marks';
import { taskSources, type TaskSource } from '../export/task-source';
import { parseSpec } from '../spec/parse-spec';

const taskLine = new RegExp(`^(\\s*)- \\[([ xX])\\] (.*?)\\s*<!-- ${marks.task} (\\S+) -->\\s*$`, 'u');
/** Number and tags that the other format puts before the title; another tag is the title's own. */
const foreignLead = /^(?:\d+(?:\.\d+)*\.?|T-?\d+[a-z]?)\s+(?:\[P\]\s+)?(?:\[US\d+\]\s+)?/u;
const countedRequirements = /^ {2}- _Requirements: [\d., ]+_$/u;

/** The tasks of an export of ours, as they are there now: with new ticks, new fields and whatever else was edited. */
export function restoredTasks(text: string): readonly TaskSource[] {
  const lines: string[] = [];
  let own = false;
  for (const line of text.split(/\r?\n/u)) {
    const match = taskLine.exec(line);
    if (match === null) {
      if (!own || !countedRequirements.test(line)) lines.push(line);
      continue;
    }
    own = true;
    const [, indent = '', box = '', rest = '', id = ''] = match;
    const bare = rest === id ? '' : rest.replace(foreignLead, '');
    const title = bare.startsWith(`${id}:`) ? bare.slice(id.length + 1).trim() : bare;
    lines.push(`${indent}- [${box}] **${id}:** ${title}`.trimEnd());
  }
  return taskSources(parseSpec(lines.join('\n')));
}
