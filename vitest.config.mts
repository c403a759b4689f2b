import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { writeMermaidGrammars } from './scripts/mermaid-grammars.mjs';

const resolve = { alias: { 'mermaid-grammars': writeMermaidGrammars() } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          setupFiles: ['test/unit/property-seed.ts'],
          environment: 'node',
          // Of a busy machine, a test that starts programs gets a small share.
          testTimeout: 120_000,
          // Left to itself, vitest leaves a processor to the process that watches, which has next to nothing to do.
          maxWorkers: availableParallelism(),
          // No test mocks a module or leaves anything behind in one, so files share what they import: to load it anew for
          // each of them takes longer than most of them run.
          isolate: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
