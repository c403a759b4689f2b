import type { Fixture } from './fixture';
import type { FixtureVerdict } from './judge';
import type { RivalScore } from './rivals';
import { byClass, overall, precision, recall, type Score } from './score';

/** The whole report on the fixtures as Markdown; equal for equal results. */
export function report(
  fixtures: readonly Fixture[],
  results: readonly FixtureVerdict[],
  rivals: readonly RivalScore[],
): string {
  const all = overall(results);
  return [
    '# Seeded defects',
    'Written by `npm run bench:defects`. How it is made and how to read it: `test/defects/README.md`.',
    summary(fixtures, results),
    classes(results),
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
    missedOf(results),
    '## Wrong findings',
    wrongOf(results),
  ].join('\n\n');
}

/** What became of a blind set, which was first run before anything was mended for it (`test/defects/blind/README.md`). */
export function reportOfSet(
  name: string,
  fixtures: readonly Fixture[],
  results: readonly FixtureVerdict[],
): string {
  return [
    `## Blind set: ${name}`,
    summary(fixtures, results),
    classes(results),
    'Missed:',
    missedOf(results),
    'Wrong findings:',
    wrongOf(results),
  ].join('\n\n');
}

function summary(fixtures: readonly Fixture[], results: readonly FixtureVerdict[]): string {
  const all = overall(results);
  return (
    `${fixtures.length} specs with their workspaces, ${all.seeded} seeded defects in ${byClass(results).length} classes, and the clean twin of each. ` +
    `Recall ${share(recall(all))}, precision ${share(precision(all))} (findings on clean twins count as wrong).`
  );
}

function classes(results: readonly FixtureVerdict[]): string {
  return table(
    ['Class', 'Seeded', 'Found', 'Recall', 'Right findings', 'Wrong findings', 'Precision'],
    [...byClass(results), overall(results)].map(row),
  );
}

function missedOf(results: readonly FixtureVerdict[]): string {
  return bullets(
    results
      .flatMap(({ verdicts }) => verdicts)
      .filter(({ found }) => !found)
      .map(({ fixture, defect }) => `${fixture}/${defect.id} (${defect.class}): ${defect.what}`),
  );
}

function wrongOf(results: readonly FixtureVerdict[]): string {
  return bullets([
    ...results.flatMap(({ fixture, clean }) => clean.map((text) => `${fixture}, clean: ${text}`)),
    ...results.flatMap(({ verdicts }) =>
      verdicts.flatMap(({ fixture, defect, wrong }) =>
        wrong.map((text) => `${fixture}/${defect.id}: ${text}`),
      ),
    ),
  ]);
}

function bullets(items: readonly string[]): string {
  return items.length === 0 ? 'None.' : items.map((item) => `- ${item}`).join('\n');
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
