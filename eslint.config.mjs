import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const nodeOnly = {
  group: ['vscode', 'node:*', '/fs', '/path', '/child_process', '/crypto'],
  message: 'This layer runs anywhere: no vscode, no Node built-ins. Use a port.',
};

/** The layers of docs/architecture.md: folder -> what it may import from this repository. */
const layers = {
  core: ['core'],
  models: ['core', 'models'],
  shared: ['core', 'shared'],
  host: ['core', 'models', 'shared', 'host'],
  cli: ['core', 'models', 'cli'],
  webview: ['shared', 'webview'],
};

export default tseslint.config(
  {
    ignores: [
      'dist',
      '.cache',
      'node_modules',
      'examples',
      'test/fixtures',
      'test/defects/fixtures',
      'test/defects/blind',
      '**/*.cjs',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        {
          // A pattern with words of other scripts, and `\\W`, which is every letter of theirs.
          selector: String.raw`Literal[regex.pattern=/\\W[^]*[\u00c0-\u1eff\u3040-\uffdc]|[\u00c0-\u1eff\u3040-\uffdc][^]*\\W/]`,
          message: String.raw`\W takes letters that are not ASCII for none: use [^\p{L}\p{N}].`,
        },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'webview-ui/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx'] } },
      // `src/extension.ts`, the composition root, belongs to none and may import all.
      'boundaries/elements': [
        ...['core', 'models', 'shared', 'host', 'cli'].map((type) => ({ type, pattern: `src/${type}` })),
        { type: 'webview', pattern: 'webview-ui/src' },
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: Object.entries(layers).map(([from, allowed]) => ({
            from: { element: { type: from } },
            allow: { to: { element: { type: allowed } } },
          })),
        },
      ],
    },
  },
  {
    // Patterns read documents of other people: one that tries a long line in many ways hangs on it. Those that were there before the
    // rules are counted by file in `eslint-suppressions.json`, which only ever gets shorter.
    files: ['src/**/*.ts', 'webview-ui/**/*.{ts,tsx}', 'scripts/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      'regexp/no-invalid-regexp': 'error',
      'regexp/no-lazy-ends': 'error',
      'regexp/no-legacy-features': 'error',
      'regexp/no-misleading-capturing-group': 'error',
      'regexp/no-misleading-unicode-character': 'error',
      'regexp/no-missing-g-flag': 'error',
      'regexp/no-optional-assertion': 'error',
      'regexp/no-trivially-nested-quantifier': 'error',
      'regexp/no-useless-backreference': 'error',
      'regexp/no-useless-dollar-replacements': 'error',
    },
  },
  {
    files: ['src/core/**/*.ts', 'src/shared/**/*.ts', 'webview-ui/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [nodeOnly] }] },
  },
  {
    files: ['webview-ui/src/screens/**', 'webview-ui/src/state/**', 'webview-ui/src/*.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            nodeOnly,
            {
              group: ['@vscode/webview-ui-toolkit*'],
              message: 'Only webview-ui/src/ui imports the control library.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['webview-ui/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['scripts/**', 'test/**', 'src/cli/**', '*.config.*'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        AbortController: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
  { files: ['*.config.*'], rules: { 'no-restricted-syntax': 'off' } },
);
