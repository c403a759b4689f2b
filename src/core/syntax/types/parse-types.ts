import { parsedCode, type ParsedCode, type ProgrammingLanguage } from '../parsed-code';
import { csharpTypes } from './csharp-types';
import { goTypes } from './go-types';
import { javaTypes } from './java-types';
import { kotlinTypes } from './kotlin-types';
import { pythonTypes } from './python-types';
import { rustTypes } from './rust-types';
import { typescriptTypes } from './typescript-types';

/**
 * Reads the types that a snippet of code declares. The grammars take what is left out or broken in their stride.
 *
 * @throws when the grammar can not be loaded
 */
export async function parseTypes(
  language: ProgrammingLanguage,
  text: string,
  jsx = false,
): Promise<ParsedCode> {
  switch (language) {
    case 'Go': {
      const { parser } = await import('@lezer/go');
      return parsedCode(language, goTypes(parser.parse(text), text));
    }
    case 'TypeScript': {
      const { parser } = await import('@lezer/javascript');
      const dialect = jsx ? 'ts jsx' : 'ts';
      return parsedCode(language, typescriptTypes(parser.configure({ dialect }).parse(text), text));
    }
    case 'Python': {
      const { parser } = await import('@lezer/python');
      return parsedCode(language, { types: pythonTypes(parser.parse(text), text) });
    }
    case 'Java': {
      const { parser } = await import('@lezer/java');
      return parsedCode(language, { types: javaTypes(parser.parse(text), text) });
    }
    case 'C#':
      return parsedCode(language, { types: csharpTypes(text) });
    case 'Kotlin':
      return parsedCode(language, { types: kotlinTypes(text) });
    case 'Rust': {
      const { parser } = await import('@lezer/rust');
      return parsedCode(language, { types: rustTypes(parser.parse(text), text) });
    }
  }
}
