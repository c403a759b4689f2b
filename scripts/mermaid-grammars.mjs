// Takes the grammars out of Mermaid's bundle: its parsers need neither a browser nor the drawing that comes with them.
// Mermaid has no entry for them, but each stands in its bundle under a comment with the name of its source. See
// docs/decisions/0008-parsers-of-code-blocks.md.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const chunks = join(root, 'node_modules', 'mermaid', 'dist', 'chunks', 'mermaid.core');

/** Kind of diagram, as `src/core/syntax/parse-mermaid.ts` calls it, to the grammar's source file. */
const grammars = {
  flow: 'flowchart/parser/flow.jison',
  sequence: 'sequence/parser/sequenceDiagram.jison',
  class: 'class/parser/classDiagram.jison',
  state: 'state/parser/stateDiagram.jison',
  er: 'er/parser/erDiagram.jison',
  c4: 'c4/parser/c4Diagram.jison',
  gantt: 'gantt/parser/gantt.jison',
  journey: 'user-journey/parser/journey.jison',
  timeline: 'timeline/parser/timeline.jison',
  mindmap: 'mindmap/parser/mindmap.jison',
  quadrant: 'quadrant-chart/parser/quadrant.jison',
  requirement: 'requirement/parser/requirementDiagram.jison',
};

/** Where the module is written: nothing of it is committed. */
export const mermaidGrammarsFile = join(root, '.cache', 'mermaid-grammars', 'index.mjs');

/**
 * Writes a module with the parser of each kind and the names of what its actions call: `{ flow: { parser, calls } }`.
 *
 * @returns {string} its path
 * @throws {Error} naming the grammar that Mermaid's bundle no longer has
 */
export function writeMermaidGrammars() {
  const files = readdirSync(chunks).filter((name) => name.endsWith('.mjs'));
  const texts = files.map((name) => readFileSync(join(chunks, name), 'utf8'));
  const parts = Object.entries(grammars).map(([kind, source]) => {
    const title = `// src/diagrams/${source}\n`;
    const text = texts.find((candidate) => candidate.includes(title));
    if (text === undefined) throw new Error(`The installed Mermaid has no grammar ${source}.`);
    const start = text.indexOf(title) + title.length;
    const end = text.indexOf('\n// src/', start);
    const code = text.slice(start, end);
    const names = [...code.matchAll(/\byy\.([A-Za-z_]\w*)/g)].map(([, name]) => name ?? '');
    // These are the parser's own, not the diagram's.
    const calls = [...new Set(names)]
      .filter((name) => !/^(?:parseError|parser|lexer|lex)$/.test(name))
      .sort();
    return `grammars['${kind}'] = { calls: ${JSON.stringify(calls)}, parser: (() => {\n${code}\nreturn parser;\n})() };`;
  });
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'mermaid', 'package.json'), 'utf8'));
  const module = [
    `/*! Grammars of Mermaid ${version}, MIT License, Copyright (c) 2014 - 2022 Knut Sveidqvist */`,
    'const __name = (target) => target;',
    'export const grammars = {};',
    ...parts,
    '',
  ].join('\n');
  // Several test runs may do this at once: what is there already is not touched.
  if (!existsSync(mermaidGrammarsFile) || readFileSync(mermaidGrammarsFile, 'utf8') !== module) {
    mkdirSync(join(mermaidGrammarsFile, '..'), { recursive: true });
    writeFileSync(mermaidGrammarsFile, module);
  }
  return mermaidGrammarsFile;
}
