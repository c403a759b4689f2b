import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { writeMermaidGrammars } from '../../scripts/mermaid-grammars.mjs';

/** `npm run bench`: what measures and judges nothing. Not part of the tests. */
// eslint-disable-next-line no-restricted-syntax -- vitest takes its configuration from the default export
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { 'mermaid-grammars': writeMermaidGrammars() } },
  test: {
    include: ['test/bench/**/*.bench.ts'],
    environment: 'node',
    testTimeout: 900_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
