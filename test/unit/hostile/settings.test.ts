import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly scope: string }>>;
    }[];
  };
}

const manifest = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8')) as Manifest;
const settings = Object.entries(
  Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties)) as Record<
    string,
    { readonly scope: string }
  >,
);

/** What a workspace may choose about models: nothing that says where text goes, what is sent along or what is written. */
const harmless = ['provider', 'name', 'firstByteTimeout', 'idleTimeout', 'maxOutputTokens'].map(
  (name) => `techSpec.model.${name}`,
);

describe('settings that come with a workspace', () => {
  it('never say where text is sent, with which headers, or which files are read and written for it', () => {
    const chosen = settings.filter(
      ([name, { scope }]) =>
        name.startsWith('techSpec.model.') && !['machine', 'application'].includes(scope),
    );
    expect(chosen.map(([name]) => name).filter((name) => !harmless.includes(name))).toEqual([]);
    const machine = ['baseUrl', 'headers', 'recordFile', 'replayFile'].map(
      (name) => `techSpec.model.${name}`,
    );
    expect(
      machine.filter((name) => !settings.some(([one, { scope }]) => one === name && scope === 'machine')),
    ).toEqual([]);
  });

  it('choose no model and no place while the workspace is not trusted', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    for (const name of ['provider', 'name', 'baseUrl', 'headers', 'recordFile', 'replayFile'])
      expect(restrictedConfigurations).toContain(`techSpec.model.${name}`);
    expect(restrictedConfigurations).toEqual(
      expect.arrayContaining(['techSpec.output', 'techSpec.template']),
    );
  });
});
