// Starts before all other extensions and notes, in `globalThis.techSpecTimes`, what the product's bundles and its `activate` take.
const Module = require('node:module');
const vscode = require('vscode');

exports.activate = () => {
  if (vscode.extensions.getExtension('tech-spec.tech-spec')?.isActive !== false)
    throw new Error('The product is active before its time, or not installed.');
  const times = (globalThis.techSpecTimes = {});
  const load = Module._load.bind(Module);
  // Every loading of a CommonJS module passes through here.
  Module._load = (request, parent, isMain) => {
    const name = /([\w-]+?)(?:-[A-Z0-9]{8})?\.js$/.exec(request)?.[1];
    if (name === undefined) return load(request, parent, isMain);
    const path = Module._resolveFilename(request, parent);
    if (path in Module._cache || !path.includes('tech-spec.tech-spec-')) return load(request, parent, isMain);
    const start = performance.now();
    const exported = load(request, parent, isMain);
    times[`load:${name}`] = performance.now() - start;
    const { activate } = exported;
    if (typeof activate !== 'function') return exported;
    const timed = (context) => {
      const before = performance.now();
      const result = activate(context);
      times.activate = performance.now() - before;
      return result;
    };
    return { ...exported, activate: timed };
  };
};
