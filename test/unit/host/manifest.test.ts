import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../../src/core/checks/registry';
import { sourceRules } from '../../../src/core/source/findings/registry';

const root = new URL('../../../', import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, root), 'utf8'));
const manifest = read('package.json');
const texts: Record<string, string> = read('package.nls.json');
const settings: Record<string, { scope: string; description?: string }> = Object.assign(
  {},
  ...manifest.contributes.configuration.map(({ properties }: { properties: object }) => properties),
);

/** Every string value of a JSON document. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('the manifest', () => {
  it('has a text for each placeholder, and no text that nothing uses', () => {
    const used = strings(manifest).flatMap((text) => /^%([\w.-]+)%$/.exec(text)?.[1] ?? []);
    expect([...new Set(used)].sort()).toEqual(Object.keys(texts).sort());
  });

  it('names only files that are there', () => {
    const files = strings(manifest.contributes).filter((text) => text.startsWith('media/'));
    expect([manifest.icon, ...files].filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });

  it('lets no workspace choose where prompts and keys go', () => {
    const own = ['baseUrl', 'headers', 'replayFile', 'recordFile'].map((name) => `techSpec.model.${name}`);
    for (const name of own) expect(settings[name]?.scope, name).toBe('machine');
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(
      expect.arrayContaining([...own, 'techSpec.model.name', 'techSpec.model.provider']),
    );
  });

  it('has one setting for each check, described as the check describes itself', () => {
    const prefix = 'techSpec.checks.';
    const described = Object.keys(settings)
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key.slice(prefix.length), texts[`setting.${key.slice('techSpec.'.length)}`]]);
    expect(described.sort()).toEqual([...checks, ...sourceRules].map(({ id, title }) => [id, title]).sort());
  });

  it('contributes each command it puts into a menu', () => {
    const commands = new Set(
      manifest.contributes.commands.map(({ command }: { command: string }) => command),
    );
    const items = Object.values<{ command: string }[]>(manifest.contributes.menus).flat();
    expect(items.filter(({ command }) => !commands.has(command))).toEqual([]);
  });

  it('ends each walkthrough with something to do, not with a setting', () => {
    for (const { steps } of manifest.contributes.walkthroughs as { steps: { description: string }[] }[]) {
      const last = texts[(steps.at(-1)?.description ?? '').replaceAll('%', '')] ?? '';
      const links = [...last.matchAll(/\(command:([\w.]+)/g)].map(([, id]) => id);
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((id) => id?.startsWith('techSpec.') !== true)).toEqual([]);
    }
  });

  it('links to commands and settings that exist', () => {
    const own = Object.values(texts).flatMap((text) => [...text.matchAll(/command:(techSpec\.\w+)\)/g)]);
    const commands = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(([, id]) => id).filter((id) => !commands.includes(id))).toEqual([]);
  });
});
