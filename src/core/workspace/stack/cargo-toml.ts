import { pathBelow } from '../../text/path-order';
import { parseToml, stringAt, tableAt, valueAt } from './data-path';
import type { Dependency } from './known-packages';
import { itemIn } from './evidence';
import { knownFacts, plainVersion } from './known-packages';
import type { ManifestReader } from './stack-facts';

const section = /^\[(?:workspace|package)\]/m;

/** `Cargo.toml` of a crate or a workspace. */
export const cargoToml: ManifestReader = {
  names: ['Cargo.toml'],
  read(manifest, files) {
    const { folder, text } = manifest;
    const data = parseToml(text);
    const tables = [
      tableAt(data, 'workspace', 'dependencies'),
      tableAt(data, 'dependencies'),
      tableAt(data, 'dev-dependencies'),
    ];
    const dependencies = tables.flatMap((table) =>
      Object.entries(table).map(([name, value]): Dependency => [
        name,
        typeof value === 'string' ? value : stringAt(value, 'version'),
      ]),
    );
    const version =
      stringAt(data, 'package', 'rust-version') ?? stringAt(data, 'workspace', 'package', 'rust-version');
    // A member is tested with its workspace.
    const isMember = folder !== '' && files.has('Cargo.toml') && valueAt(data, 'workspace') === undefined;
    const command =
      folder === '' ? 'cargo test' : `cargo test --manifest-path ${pathBelow(folder, 'Cargo.toml')}`;
    return {
      ...knownFacts('rust', dependencies, manifest),
      languages: [itemIn(manifest, 'Rust', plainVersion(version), [/^rust-version\b/m, section])],
      testCommands: isMember ? [] : [itemIn(manifest, command, null, section)],
    };
  },
};
