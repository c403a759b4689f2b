import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { conformanceFindings, shown } from './built-repository';

const fixtures = join(__dirname, '../../defects/fixtures');
const completedSpec = /(?:^|\/)completed\/.*\.md$/u;
const status = /(\*\*Status:?\*\*:?|Status:|\| Status \|)\s*[A-Za-z ]+/u;

function filesBelow(root: string, folder = ''): readonly string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    return statSync(join(root, path)).isDirectory() ? filesBelow(root, path) : [path];
  });
}

it('completed specs of other stacks are told only of what their workspaces lack', async () => {
  const told: string[] = [];
  let specs = 0;
  for (const name of readdirSync(fixtures).filter((one) => !one.startsWith('.'))) {
    const root = join(fixtures, name, 'workspace');
    const paths = filesBelow(root);
    const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
    for (const path of paths.filter((one) => completedSpec.test(one) && !one.startsWith('prds/'))) {
      specs += 1;
      const text = (files[path] ?? '').replace(status, '$1 Implemented');
      const found = await conformanceFindings(text, files, path);
      told.push(...found.map((finding) => `${name} ${shown(finding)}`));
    }
  }
  expect(specs).toBeGreaterThan(15);
  // These workspaces hold no code for either.
  expect(told).toEqual([
    'go-rfc-tile-cache 22: Nothing reads the setting TILE_MAX_ZOOM. (conformance-config)',
    'laravel-gift-vouchers 16: No migration makes the table punch_cards. (conformance-table)',
  ]);
});
