import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { readSource } from '../../../src/core/source/read-source';
import { keepResults, median } from '../result';

const corpus = join(import.meta.dirname, '../../../../shared/corpus');
const own = join(import.meta.dirname, '../../fixtures/sources');
const samples = 5;

interface Subject {
  readonly name: string;
  readonly text: string;
}

function files(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

/** Our own documents in all languages, one after the other, until they are as long as the longest real one. */
function ownDocuments(): Subject {
  const texts = files(own).map((path) => readFileSync(path, 'utf8'));
  const once = texts.join('\n\n');
  return {
    name: 'our own documents',
    text: Array<string>(Math.ceil(412_000 / once.length))
      .fill(once)
      .join('\n\n'),
  };
}

/** The longest document of the corpus, where there is one. */
function longest(): readonly Subject[] {
  if (!existsSync(corpus)) return [];
  const path = files(corpus).reduce((a, b) => (statSync(a).size >= statSync(b).size ? a : b));
  return [{ name: 'longest document of the corpus', text: readFileSync(path, 'utf8') }];
}

/** Milliseconds of work, so that what else runs counts little. */
function work(text: string): number {
  const bytes = new TextEncoder().encode(text);
  const times = Array.from({ length: samples }, () => {
    const start = process.cpuUsage();
    readSource({ path: 'long.md', bytes, kind: 'prd' });
    return process.cpuUsage(start).user / 1000;
  });
  return median(times);
}

it('reading a long document, and one of twice its length', () => {
  const rows = [ownDocuments(), ...longest()].map(({ name, text }) => {
    work(text);
    const once = work(text);
    const twice = work(`${text}\n\n${text}`);
    return [
      name,
      Math.round(text.length / 1000),
      once.toFixed(0),
      twice.toFixed(0),
      (twice / once).toFixed(2),
      2.3,
    ];
  });
  keepResults('source', [
    {
      title: 'Reading a source',
      note: `Requirements, facts and findings of a long document and of the same text twice; medians of ${samples}, in milliseconds of work.`,
      columns: ['document', 'kilocharacters', 'once', 'twice', 'ratio', 'reach'],
      rows,
    },
  ]);
});
