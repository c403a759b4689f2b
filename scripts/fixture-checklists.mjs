// Writes the checklist of each seeded-defect fixture anew from its template: run it after a template's checklist has changed.
// Use: node scripts/fixture-checklists.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { rootDir } from './vscode/cache.mjs';

const kinds = ['prd', 'initiative', 'conversation'];
const templateDir = join(rootDir, 'templates');
/**
 * @typedef {{ readonly id: string, readonly text: string, readonly when?: string }} Item
 */

/**
 * Every checklist that a template can give, one for each kind of source.
 * @type {readonly (readonly Item[])[]}
 */
const checklists = readdirSync(templateDir)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => {
    /** @type {{ readonly checklist?: readonly Item[] }} */
    const { checklist = [] } = parse(readFileSync(join(templateDir, name), 'utf8').split('---\n')[1] ?? '');
    return kinds.map((kind) => checklist.filter(({ when }) => when === undefined || when === kind));
  });

/**
 * Puts items that a gate lacks at the end of its list. An item belongs to the heading that its id begins with (`gate-2.rules`
 * below `Gate 2: ...`, `final.links` below `Final ...`).
 * @param {string} section
 * @param {readonly Item[]} checklist
 */
function withMissing(section, checklist) {
  return section
    .split(/^(?=### )/mu)
    .map((part) => {
      const gate = /^### \D*(\d+)/u.exec(part)?.[1];
      const group = gate === undefined ? (/^### (\w+)/u.exec(part)?.[1] ?? '').toLowerCase() : `gate-${gate}`;
      const missing = checklist.filter(
        ({ id, text }) => id.startsWith(`${group}.`) && !part.includes(`] ${text}`),
      );
      const end = part.trimEnd().length;
      return part.slice(0, end) + missing.map(({ text }) => `\n- [ ] ${text}`).join('') + part.slice(end);
    })
    .join('');
}

const fixtures = join(rootDir, 'test', 'defects', 'fixtures');
for (const entry of readdirSync(fixtures, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const { name } = entry;
  /** @type {{ readonly spec: string }} */
  const { spec } = parse(readFileSync(join(fixtures, name, 'fixture.yaml'), 'utf8'));
  const path = join(fixtures, name, 'workspace', spec);
  const text = readFileSync(path, 'utf8');
  // The checklist is the last section.
  const start = text.lastIndexOf('\n## ');
  const items = new Set([...text.slice(start).matchAll(/^- \[.\] (.+)$/gmu)].map(([, item]) => item));
  if (items.size === 0) continue;
  /** @param {readonly Item[]} checklist */
  const shared = (checklist) =>
    checklist.filter(({ text: item }) => items.has(item)).length / checklist.length;
  const [best] = [...checklists].sort((a, b) => shared(b) - shared(a));
  if (best === undefined || shared(best) === 0) throw new Error(`${name}: no template has these items.`);
  if (text.slice(start).includes('\n### ')) {
    const gated = text.slice(0, start) + withMissing(text.slice(start), best);
    if (gated !== text) writeFileSync(path, gated);
    continue;
  }
  const heading = text.slice(start).split('\n').slice(0, 2).join('\n');
  const next = `${text.slice(0, start)}${heading}\n\n${best.map(({ text: item }) => `- [ ] ${item}`).join('\n')}\n`;
  if (next === text) continue;
  writeFileSync(path, next);
  console.log(`${name}: checklist written anew`);
}
