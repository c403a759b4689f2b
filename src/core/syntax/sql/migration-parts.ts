import type { SqlPart } from './sql-script';

/** `-- +goose Up`, `-- +migrate Down`, `-- migrate:up`. */
const annotation = /^[ \t]*--[ \t]*(?:\+(?:goose|migrate)[ \t]+|migrate:[ \t]*)(up|down)\b[^\n]*/gimu;

/** The parts of a migration by the annotations of its tool; one without direction where there are none. */
export function migrationParts(
  text: string,
): readonly Pick<SqlPart, 'direction' | 'start' | 'end' | 'until'>[] {
  const found = [...text.matchAll(annotation)].map(({ 0: line, 1: direction = '', index }) => ({
    direction: direction.toLowerCase() === 'up' ? ('up' as const) : ('down' as const),
    start: index + line.length - line.trimStart().length,
    end: index + line.trimEnd().length,
  }));
  if (found.length > 0)
    return found.map((part, position) => ({ ...part, until: found[position + 1]?.start ?? text.length }));
  const start = text.length - text.trimStart().length;
  const lineEnd = text.indexOf('\n', start);
  return [{ direction: null, start, end: lineEnd === -1 ? text.length : lineEnd, until: text.length }];
}
