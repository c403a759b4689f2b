import type { ProjectIndex } from '../../../src/core/project/project-index';

/**
 * A specification of about so many words whose every task makes claims about a workspace: most hold, every eighth has a slip of the
 * pen, every tenth names nothing that exists.
 */
export function specWithClaims({ files, symbols, tables, routes }: ProjectIndex, words: number): string {
  const pick = <T>(list: readonly T[], number: number): T | undefined => list[(number * 7919) % list.length];
  const slipped = (text: string, number: number): string =>
    number % 8 === 3 ? text.replace(/([a-z])([a-z])(?=[^a-z]|$)/u, '$2$1') : text;
  const tasks: string[] = [];
  const rows: string[] = [];
  const tasksWanted = Math.ceil(words / 75);
  for (let number = 1; number <= tasksWanted; number += 1) {
    const path = slipped(pick(files, number) ?? '', number);
    const other =
      number % 10 === 0 ? `services/service-1/part-1/absent-${number}.ts` : (pick(files, number + 500) ?? '');
    const symbol = pick(symbols, number);
    const called = slipped(symbol?.name ?? '', number);
    const table = slipped(pick(tables, number)?.name ?? '', number);
    const route = pick(routes, number);
    rows.push(`| \`${path}\` | more fields for the list |`);
    tasks.push(
      [
        `- **T-${String(number).padStart(3, '0')}:** Widen part ${number}`,
        `  - _Implements:_ US-${number}`,
        `  - _Description:_ It extends the existing \`${called}\` and reuses \`${symbol?.container ?? called}.${called}\`, as in \`${other}\`. The existing ` +
          `\`${route?.method ?? 'GET'} ${route?.route ?? '/'}\` answers from the existing \`${table}\` table, then \`npm run part-${number}\` shows that nothing else has changed for those who call it.`,
        '  - _Files:_',
        `    - Create: \`services/service-1/new/part-${number}.ts\``,
        `    - Modify: \`${path}\`: more fields`,
        '  - _Done condition:_ `go test ./...` passes',
        '  - _Dependencies:_ None',
      ].join('\n'),
    );
  }
  return [
    '# Tech Spec: Wider parts',
    '**Status:** Draft',
    '## Modified Files',
    `| File Path | Change Description |\n|---|---|\n${rows.join('\n')}`,
    '## Tasks',
    tasks.join('\n'),
  ].join('\n\n');
}
