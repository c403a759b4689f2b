import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:long -- soak`: what needs an editor and takes as long as it is told. Not part of the tests. */
// eslint-disable-next-line no-restricted-syntax -- vitest takes its configuration from the default export
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/long/**/*.long.ts'],
    environment: 'node',
    testTimeout: 3 * 3_600_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
