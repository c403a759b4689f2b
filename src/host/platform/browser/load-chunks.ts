import { readPatiently } from './read-patiently';

type Require = (name: string) => unknown;

/** A chunk of the bundle as VS Code itself runs an extension: a function of CommonJS. */
export type ChunkCode = (
  module: { exports: unknown },
  exports: unknown,
  require: Require,
  load: LoadChunk,
) => void;

/** What stands in for `import()` of a chunk. */
export interface LoadChunk {
  (name: string): Promise<unknown>;
  /** Another file beside the entry. */
  file(name: string): Promise<Uint8Array>;
}

export interface Chunks {
  /** Those that came with the entry, by name. */
  readonly here: Readonly<Record<string, ChunkCode>>;
  /** Of each chunk that `import()` reaches: itself and all that it requires, by name. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
}

/**
 * Loads chunks of the web build on demand. In a web worker `require` knows nothing but `vscode`, and takes no time; so all that a chunk
 * requires is read before it runs. The texts become functions in the way in which VS Code makes one of the entry.
 *
 * @param askFor a file beside the entry
 * @returns what requires a chunk that is here, and what loads one that may not be
 */
export function chunkLoader(
  { here, needs }: Chunks,
  askFor: (name: string) => Promise<Uint8Array>,
  outside: Require,
): { readonly require: Require; readonly load: LoadChunk } {
  const code = new Map(Object.entries(here));
  const modules = new Map<string, { exports: unknown }>();
  const reading = new Map<string, Promise<void>>();

  const require = (name: string): unknown => {
    const run = code.get(name);
    if (run === undefined) return outside(name);
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module: { exports: unknown } = { exports: {} };
    modules.set(name, module);
    run(module, module.exports, require, load);
    return module.exports;
  };
  const fetchChunk = (name: string): Promise<void> => {
    if (code.has(name)) return Promise.resolve();
    const known = reading.get(name);
    if (known !== undefined) return known;
    const read = readPatiently(() => askFor(name)).then((bytes) => {
      code.set(name, compiled(name, new TextDecoder().decode(bytes)));
    });
    reading.set(name, read);
    read.catch(() => reading.delete(name));
    return read;
  };
  const loadChunk = async (name: string): Promise<unknown> => {
    await Promise.all((needs[name] ?? [name]).map(fetchChunk));
    return namespaceOf(require(name));
  };
  const load: LoadChunk = Object.assign(loadChunk, {
    file: (name: string) => readPatiently(() => askFor(name)),
  });
  return { require, load };
}

function compiled(name: string, text: string): ChunkCode {
  const address = `tech-spec/${name.replace(/^\.\//, '')}`;
  return new Function(
    ...['module', 'exports', 'require', 'loadTechSpecChunk'],
    `${text}\n//# sourceURL=${address}`,
  ) as ChunkCode;
}

/** A CommonJS package as `import()` shows it; a module of ours as it is. */
function namespaceOf(loaded: unknown): unknown {
  const isObject = (typeof loaded === 'object' && loaded !== null) || typeof loaded === 'function';
  if (!isObject || '__esModule' in loaded) return loaded;
  return { ...loaded, default: loaded };
}
