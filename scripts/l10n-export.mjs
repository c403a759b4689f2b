// Writes l10n/bundle.l10n.json: every text that host, models and webview show, and what they share, ready to be translated. Messages of findings
// are data in core (`message: '...'`), so they are read from there. @vscode/l10n-dev knows `l10n.t(...)` and not the bare
// `t(...)` of @vscode/l10n, hence the syntax tree. Use: node scripts/l10n-export.mjs [--check]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { rootDir } from './vscode/cache.mjs';

const bundleFile = join(rootDir, 'l10n', 'bundle.l10n.json');

/** What a spec says itself is in the language of the spec: templates/languages has it. @param {string} folder */
function syntaxTrees(folder) {
  return readdirSync(join(rootDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/(?:spec|conflict)-phrases\.ts$/.test(path))
    .map((path) => {
      const text = readFileSync(join(rootDir, folder, path), 'utf8');
      return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    });
}

/**
 * Literals that an expression can come to.
 * @param {ts.Expression | undefined} expression
 * @returns {readonly string[]}
 */
function literals(expression) {
  if (expression === undefined) return [];
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  return ts.isConditionalExpression(expression)
    ? [...literals(expression.whenTrue), ...literals(expression.whenFalse)]
    : [];
}

/** `t('...')`, `l10n.t('...')`, `vscode.l10n.t('...')`. @param {ts.Node} node */
function translated(node) {
  if (!ts.isCallExpression(node)) return [];
  const { expression } = node;
  const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
  return name === 't' ? literals(node.arguments[0]) : [];
}

/** Reasons of documents are a list of messages. @param {ts.Node} node */
function reasons(node) {
  const isReason = ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent);
  return isReason &&
    node.getSourceFile().fileName.endsWith('reasons.ts') &&
    ts.isArrayLiteralExpression(node.parent)
    ? [node.text]
    : [];
}

/** `message: '...'`, `const message = '...'`, and every text with a place for an argument. @param {ts.Node} node */
function findingMessages(node) {
  // Not the quantifier of a pattern (`d{2}`), nor a place alone.
  if (ts.isStringLiteralLike(node))
    return /(?<![a-z\])])\{\d\}/.test(node.text) && /[a-z]{2}/.test(node.text) ? [node.text] : [];
  const named = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node);
  return named && node.name.getText() === 'message' ? literals(node.initializer) : [];
}

/**
 * @param {readonly string[]} folders
 * @param {(node: ts.Node) => readonly string[]} textsOf
 * @returns {string[]}
 */
function collect(folders, textsOf) {
  /** @param {ts.Node} node @returns {string[]} */
  const below = (node) => {
    /** @type {string[]} */
    const found = [...textsOf(node)];
    node.forEachChild((child) => void found.push(...below(child)));
    return found;
  };
  return folders.flatMap(syntaxTrees).flatMap(below);
}

const texts = new Set(
  [
    ...collect(['src/host', 'src/models', 'src/shared', 'webview-ui/src'], translated),
    ...collect(['src/core'], translated),
    ...collect(['src/core'], findingMessages),
    ...collect(['src/core'], reasons),
  ].filter((text) => text !== ''),
);
const text = `${JSON.stringify(Object.fromEntries([...texts].sort().map((key) => [key, key])), null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(bundleFile, text);
else if (readFileSync(bundleFile, 'utf8') !== text) {
  console.error('l10n/bundle.l10n.json is out of date: run node scripts/l10n-export.mjs');
  process.exitCode = 1;
}
