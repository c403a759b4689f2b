import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFileSystem } from '../../src/cli/workspace/node-files';
import { discoverTemplates } from '../../src/core/template/discover-templates';
import type { Template } from '../../src/core/template/template';
import { readFixtures, type Fixture } from './fixture';
import { judgeFixture, type FixtureVerdict } from './judge';
import { report, reportOfSet } from './report';
import { scoreRivals } from './rivals';
import { overall, precision, recall } from './score';

/**
 * `main.cjs ROOT [NAME...]`: judges all fixtures, those of the blind sets (`blind`), or those named, and writes docs/defects.md
 * where all were judged.
 */
async function main(root: string, names: readonly string[]): Promise<void> {
  const folder = join(root, 'test', 'defects');
  const own = readFixtures(join(folder, 'fixtures'));
  const blind = readdirSync(join(folder, 'blind'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, fixtures: readFixtures(join(folder, 'blind', name)) }));
  const { templates } = await discoverTemplates({
    builtIn: new NodeFileSystem(join(root, 'templates')),
    workspace: null,
  });
  if (names.length > 0) {
    const sets = [{ name: 'fixtures', fixtures: own }, ...blind];
    for (const { name: set, fixtures } of sets) {
      const wanted = fixtures.filter(
        ({ name }) => names.includes(name) || (set !== 'fixtures' && names.includes('blind')),
      );
      if (wanted.length > 0) console.log(reportOfSet(set, wanted, await judge(wanted, templates)));
    }
    return;
  }
  const results = await judge(own, templates);
  const ofSets: string[] = [];
  for (const { name, fixtures } of blind)
    ofSets.push(reportOfSet(name, fixtures, await judge(fixtures, templates)));
  const text = `${[report(own, results, await scoreRivals(own)), ...ofSets].join('\n\n')}\n`;
  console.log(text);
  writeFileSync(join(root, 'docs', 'defects.md'), text);
  const score = overall(results);
  process.exitCode = recall(score) >= 0.95 && precision(score) >= 0.98 ? 0 : 1;
}

async function judge(
  fixtures: readonly Fixture[],
  templates: readonly Template[],
): Promise<readonly FixtureVerdict[]> {
  const results: FixtureVerdict[] = [];
  for (const fixture of fixtures) results.push(await judgeFixture(fixture, templates));
  return results;
}

const [root = '.', ...names] = process.argv.slice(2);
await main(root, names);
