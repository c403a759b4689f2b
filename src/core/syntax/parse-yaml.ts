import { parseAllDocuments, type Document } from 'yaml';
import { dedent } from './dedent';
import { isElided } from './elided';
import { parseOpenApi } from './parse-openapi';
import { parsedCode, type ParsedCode } from './parsed-code';

/**
 * Parses YAML, and OpenAPI where it is that. A sample may be indented as a whole. A key that occurs twice is no problem:
 * samples show alternatives so.
 *
 * @throws when the validator of OpenAPI can not be loaded
 */
export async function parseYaml(text: string): Promise<ParsedCode> {
  const { text: yaml, originalOffset } = dedent(text);
  const documents = [...parseAllDocuments(yaml, { uniqueKeys: false, prettyErrors: false })].filter(
    (document): document is Document.Parsed => 'contents' in document,
  );
  const [error] = documents.flatMap(({ errors }) => errors);
  if (error !== undefined) {
    const start = Math.min(error.pos[0], yaml.length);
    const lineEnd = yaml.indexOf('\n', start);
    const end = Math.min(Math.max(error.pos[1], start + 1), lineEnd <= start ? yaml.length : lineEnd);
    return parsedCode('YAML', {
      problem: {
        start: originalOffset(start),
        end: originalOffset(end),
        reason: error.message,
        elided: isElided(text),
      },
    });
  }
  const [only, ...rest] = documents;
  // Places in the types of an indented sample would be off.
  if (only === undefined || rest.length > 0 || yaml !== text) return parsedCode('YAML');
  return (await parseOpenApi(only, text)) ?? parsedCode('YAML');
}
