import type { ExportFormat } from './exported-file';
import type { HandOff } from './hand-off';
import { isDone } from '../spec/task-ticks';
import { taskBrief } from './agent-brief';
import { oneLine } from '../text/said';

/** Longest text that GitHub takes for an issue, with some room left. */
const longestBody = 60_000;

/**
 * A shell script that opens an issue for each task that is not done, for a person to read and run. Nothing is run here, and no
 * text can be anything but an argument.
 */
export const githubIssues: ExportFormat = {
  id: 'github-issues',
  name: 'GitHub Issues',
  single: true,
  byTask: true,
  numbersIn: null,
  scenarios: false,
  write: (handOff, { task }) => [{ path: `${handOff.slug}.issues.sh`, text: script(handOff, task) }],
};

function script(handOff: HandOff, only: string | null): string {
  // Rules of the workspace lie in the repository already.
  const bare = { ...handOff, report: { ...handOff.report, surroundings: null } };
  const open = handOff.tasks.filter(({ task }) => !isDone(task) && (only === null || task.id === only));
  return [
    '#!/bin/sh',
    `# Opens one issue for each task of ${oneLine(handOff.path)} that is not done (${open.length}).`,
    '# Read it, then run it in a clone of the repository that gets the issues. It needs the GitHub CLI: https://cli.github.com',
    'set -eu',
    ...open.flatMap(({ task }) => [
      '',
      // With `=`, so that a text which begins with a dash is no option.
      `gh issue create --title=${quoted(oneLine(`${task.id}: ${task.title}`).slice(0, 250))} --body=${quoted(bodyOf(bare, task.id))}`,
    ]),
    '',
  ].join('\n');
}

function bodyOf(handOff: HandOff, id: string): string {
  const brief = taskBrief(handOff, id);
  return brief.length <= longestBody ? brief : `${brief.slice(0, longestBody)}\n\n…`;
}

/** One word of a POSIX shell whatever the text holds; characters that a terminal would obey are taken out. */
function quoted(text: string): string {
  const plain = text.replace(/\r\n?/gu, '\n').replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
  return `'${plain.replaceAll("'", "'\\''")}'`;
}
