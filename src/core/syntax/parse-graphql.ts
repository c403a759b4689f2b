import { isElided } from './elided';
import { parsedCode, type ParsedCode } from './parsed-code';

/**
 * Parses GraphQL: operations and schemas.
 *
 * @throws when the parser can not be loaded
 */
export async function parseGraphql(text: string): Promise<ParsedCode> {
  if (text.replace(/#.*/gu, '').trim() === '') return parsedCode('GraphQL');
  const { parse } = await import('graphql/language/parser.js');
  try {
    parse(text, { noLocation: true, maxTokens: 20_000 });
    return parsedCode('GraphQL');
  } catch (error) {
    const positions =
      error instanceof Error && 'positions' in error
        ? (error.positions as readonly number[] | undefined)
        : undefined;
    const start = Math.min(positions?.[0] ?? 0, text.length);
    return parsedCode('GraphQL', {
      problem: {
        start,
        end: Math.min(start + 1, text.length),
        reason: error instanceof Error ? error.message.replace(/^Syntax Error: /u, '') : String(error),
        elided: isElided(text),
      },
    });
  }
}
