import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFileSystem } from '../../src/cli/workspace/node-files';
import { discoverTemplates } from '../../src/core/template/discover-templates';
import { readFixtures } from './fixture';
import { judgeFixture, type FixtureVerdict } from './judge';
import { report } from './report';
import { scoreRivals } from './rivals';
import { overall, precision, recall } from './score';

/** `main.cjs ROOT [NAME...]`: judges all fixtures, or those named, and writes docs/defects.md where all were judged. */
async function main(root: string, names: readonly string[]): Promise<void> {
  const all = readFixtures(join(root, 'test', 'defects', 'fixtures'));
  const fixtures = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
  const { templates } = await discoverTemplates({
    builtIn: new NodeFileSystem(join(root, 'templates')),
    workspace: null,
  });
  const results: FixtureVerdict[] = [];
  for (const fixture of fixtures) results.push(await judgeFixture(fixture, templates));
  const text = `${report(fixtures, results, await scoreRivals(fixtures))}\n`;
  console.log(text);
  if (names.length === 0) writeFileSync(join(root, 'docs', 'defects.md'), text);
  const score = overall(results);
  process.exitCode = recall(score) >= 0.95 && precision(score) >= 0.98 ? 0 : 1;
}

const [root = '.', ...names] = process.argv.slice(2);
await main(root, names);
