import type { Fixture } from './fixture';
import type { FixtureVerdict } from './judge';
import type { RivalScore } from './rivals';
import { byClass, overall, precision, recall, type Score } from './score';

/** The whole report as Markdown; equal for equal results. */
export function report(
  fixtures: readonly Fixture[],
  results: readonly FixtureVerdict[],
  rivals: readonly RivalScore[],
): string {
  const all = overall(results);
  const verdicts = results.flatMap((result) => result.verdicts);
  const missed = verdicts.filter(({ found }) => !found);
  const wrong = [
    ...results.flatMap(({ fixture, clean }) => clean.map((text) => `- ${fixture}, clean: ${text}`)),
    ...verdicts.flatMap(({ fixture, defect, wrong: texts }) =>
      texts.map((text) => `- ${fixture}/${defect.id}: ${text}`),
    ),
  ];
  return [
    '# Seeded defects',
    'Written by `npm run bench:defects`. How it is made and how to read it: `test/defects/README.md`.',
    `${fixtures.length} specs with their workspaces, ${all.seeded} seeded defects in ${byClass(results).length} classes, and the clean twin of each. ` +
      `Recall ${share(recall(all))}, precision ${share(precision(all))} (findings on clean twins count as wrong).`,
    table(
      ['Class', 'Seeded', 'Found', 'Recall', 'Right findings', 'Wrong findings', 'Precision'],
      [...byClass(results).map(row), row(all)],
    ),
    '## Beside other tools',
    'Each reads the same specs. Anything that they say about a spec with a defect, and not about its clean twin, counts in their favour.',
    table(
      ['Tool', 'Seeded', 'Found', 'Recall'],
      [
        ...rivals.map(({ name, seeded, found }) => [name, seeded, found, share(found / Math.max(1, seeded))]),
        ['Tech Spec', all.seeded, all.found, share(recall(all))],
      ],
    ),
    "OpenSpec's `validate` reads documents in its own layout only, so it has nothing to say about these.",
    '## Missed',
    missed.length === 0
      ? 'None.'
      : missed
          .map(({ fixture, defect }) => `- ${fixture}/${defect.id} (${defect.class}): ${defect.what}`)
          .join('\n'),
    '## Wrong findings',
    wrong.length === 0 ? 'None.' : wrong.join('\n'),
  ].join('\n\n');
}

function row(score: Score): readonly (string | number)[] {
  const { name, seeded, found, right, wrong } = score;
  return [name, seeded, found, share(recall(score)), right, wrong, share(precision(score))];
}

function share(value: number): string {
  return value.toFixed(3);
}

function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns),
    `|${columns.map((_, index) => (index === 0 ? '---' : '---:')).join('|')}|`,
    ...rows.map(line),
  ].join('\n');
}
