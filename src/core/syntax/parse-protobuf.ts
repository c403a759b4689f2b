import { isElided } from './elided';
import { parsedCode, type ParsedCode } from './parsed-code';

/** Most snippets show a message alone; the label rules of version 2 would refuse its fields. */
const syntaxLine = 'syntax = "proto3"; ';

/**
 * Parses Protocol Buffers; a text without a `syntax` or `edition` line is taken for version 3.
 *
 * @throws when the parser can not be loaded
 */
export async function parseProtobuf(text: string): Promise<ParsedCode> {
  const { parse } = await import('protobufjs');
  const lead = /^[ \t]*(?:syntax|edition)\s*=/mu.test(text) ? '' : syntaxLine;
  try {
    parse(lead + text);
    return parsedCode('Protocol Buffers');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/\(line (\d+)\)/u.exec(message)?.[1] ?? 1);
    const lines = text.split('\n');
    const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    const shown = lines[line - 1] ?? '';
    const start = Math.min(before + shown.length - shown.trimStart().length, text.length);
    return parsedCode('Protocol Buffers', {
      problem: {
        start,
        end: Math.min(Math.max(before + shown.trimEnd().length, start + 1), text.length),
        reason: message.replace(/^.*?parse error: /u, '').replace(/(?<!\s)\s*\([^()]*line \d+\)$/u, ''),
        elided: isElided(text),
      },
    });
  }
}
