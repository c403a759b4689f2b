import { writeMermaidGrammars } from './mermaid-grammars.mjs';

/**
 * Where a bundler of our code finds what it does not find by itself: a package whose main file hides its requires, and the
 * grammars that are made from Mermaid. For every bundle that holds `src/core`.
 * @returns {Record<string, string>}
 */
export function bundleAliases() {
  return {
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
    'mermaid-grammars': writeMermaidGrammars(),
  };
}
