import { describe, expect, it, vi } from 'vitest';
import { chunkLoader } from '../../../src/host/platform/browser/load-chunks';

const outside = (name: string): unknown => {
  if (name === 'vscode') return 'the editor';
  throw new Error(`Cannot load module '${name}'`);
};

/** Files beside the entry, with how often each was read. */
function files(texts: Readonly<Record<string, string>>) {
  const read = vi.fn((name: string) =>
    texts[name] === undefined
      ? Promise.reject(new Error('404'))
      : Promise.resolve(new TextEncoder().encode(texts[name])),
  );
  return { read, reads: () => read.mock.calls.map(([name]) => name) };
}

describe('chunks of the web build', () => {
  it('run once, with what they require at hand', async () => {
    const { read, reads } = files({
      './a.js': 'exports.a = require("./shared.js").state; exports.editor = require("vscode");',
      './b.js': 'exports.b = require("./shared.js").state;',
      './shared.js': 'exports.state = { entry: require("./entry.js").name };',
    });
    const needs = {
      './a.js': ['./a.js', './shared.js', './entry.js'],
      './b.js': ['./b.js', './shared.js', './entry.js'],
    };
    const here = {
      './entry.js': (module: { exports: unknown }) => {
        module.exports = { name: 'entry' };
      },
    };
    const { require: start, load } = chunkLoader({ here, needs }, read, outside);
    expect(start('./entry.js')).toEqual({ name: 'entry' });
    expect(reads()).toEqual([]);
    const [a, again, b] = (await Promise.all([load('./a.js'), load('./a.js'), load('./b.js')])) as [
      { a: unknown; editor: unknown },
      unknown,
      { b: unknown },
    ];
    expect(a).toMatchObject({ a: { entry: 'entry' }, editor: 'the editor' });
    expect(again).toEqual(a);
    expect(b.b).toBe(a.a);
    expect([...reads()].sort()).toEqual(['./a.js', './b.js', './shared.js']);
  });

  it('may load further ones', async () => {
    const { read } = files({
      './a.js': 'exports.next = () => loadTechSpecChunk("./b.js");',
      './b.js': 'exports.b = 1;',
    });
    const needs = { './a.js': ['./a.js'], './b.js': ['./b.js'] };
    const { load } = chunkLoader({ here: {}, needs }, read, outside);
    const { next } = (await load('./a.js')) as { next: () => Promise<unknown> };
    expect(await next()).toMatchObject({ b: 1 });
  });

  it('of ours are given as they are', async () => {
    const { read } = files({ './a.js': 'exports.__esModule = true; exports.a = 1;' });
    const { load } = chunkLoader({ here: {}, needs: { './a.js': ['./a.js'] } }, read, outside);
    expect(await load('./a.js')).toBe(await load('./a.js'));
    expect(Object.keys((await load('./a.js')) as object)).toEqual(['__esModule', 'a']);
  });

  it('that are a CommonJS package show its names, and the whole as default', async () => {
    const { read } = files({ './p.js': 'module.exports = { parse: () => "parsed" };' });
    const chunks = { here: {}, needs: { './p.js': ['./p.js'] } };
    const loaded = (await chunkLoader(chunks, read, outside).load('./p.js')) as {
      parse: () => string;
      default: { parse: () => string };
    };
    expect(loaded.parse()).toBe('parsed');
    expect(loaded.default.parse()).toBe('parsed');
  });

  it('are asked for again where they did not arrive', async () => {
    const read = vi
      .fn<(name: string) => Promise<Uint8Array>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue(new TextEncoder().encode('exports.a = 1;'));
    const chunks = { here: {}, needs: { './a.js': ['./a.js'] } };
    expect(await chunkLoader(chunks, read, outside).load('./a.js')).toMatchObject({ a: 1 });
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('that never arrive say why, and may arrive later', async () => {
    const texts: Record<string, string> = {};
    const { read } = files(texts);
    const chunks = { here: {}, needs: { './a.js': ['./a.js'] } };
    const { load } = chunkLoader(chunks, read, outside);
    await expect(load('./a.js')).rejects.toThrow('404');
    texts['./a.js'] = 'exports.a = 1;';
    expect(await load('./a.js')).toMatchObject({ a: 1 });
  });
});
