import { oncePer, rememberTexts } from '../../text/remembered';
import type { ParsedCode } from '../../syntax/parsed-code';
import type { TypeText } from '../../syntax/contract-type';
import type { Check } from '../check';
import { blockPlace } from '../reading/block-place';
import { textsOption } from '../reading/options';

const anyTypes = ['any', 'interface{}', 'Any', 'Object', 'object', 'dynamic'];

/**
 * Types of a contract say what they hold: none of their fields is `any` or its like in another language, also not inside a
 * list or map, and neither do methods of TypeScript take or return it. Read are interfaces, type aliases, structs with JSON tags, pydantic models, dataclasses, records and serde
 * structs. `unknown`, which has to be narrowed before it is used, is fine.
 *
 * Options: `types`, the names that are not wanted: `any`, `interface{}`, `Any`, `Object`, `object` and `dynamic` by default.
 *
 * Good: `detail: Record<string, string>`.
 * Bad: `detail: any`, `Detail map[string]interface{}`, `detail: Dict[str, Any]`.
 */
export const noAny: Check = {
  id: 'no-any',
  title: 'Types of a contract say what they hold.',
  severity: 'warning',
  needsTemplate: false,
  needsRequirements: false,
  needsSyntax: true,
  *run({ spec, syntax, options }) {
    const find = unwantedIn(textsOption(options, 'types', anyTypes).join('\n'));
    for (const [block, code] of syntax ?? [])
      for (const { holder, name, start, end } of find(code))
        yield {
          message: '{0} is "{1}": say what it holds.',
          args: [holder, name],
          ...blockPlace(spec, block, start, end),
        };
  },
};

interface Unwanted {
  readonly holder: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** For names of types, one a line: what finds them in code. */
const unwantedIn = rememberTexts((names): ((code: ParsedCode) => readonly Unwanted[]) => {
  const pattern = unwanted(names.split('\n'));
  if (pattern === null) return () => [];
  return oncePer(({ types, aliases, signatures }: ParsedCode): readonly Unwanted[] => {
    const texts = [
      ...types.flatMap(({ name, fields }) =>
        fields.map((field) => ({ holder: `${name}.${field.name}`, typeText: field.typeText })),
      ),
      ...[...aliases, ...signatures].map(({ name, typeText }) => ({ holder: name, typeText })),
    ];
    return texts.flatMap(({ holder, typeText }) => {
      const found = pattern.exec(withoutStrings(typeText));
      if (found === null) return [];
      const start = typeText.start + found.index;
      const name = found[0].replace(/\s/gu, '');
      return [{ holder, name, start, end: start + found[0].length }];
    });
  });
});

/** Any of these names as a whole word; `null` where there are none. */
function unwanted(names: readonly string[]): RegExp | null {
  const sources = names
    .filter((name) => name.trim() !== '')
    .map((name) =>
      name
        .replace(/\s+/gu, '')
        .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
        .replaceAll('\\{\\}', '\\s*\\{\\s*\\}'),
    );
  return sources.length === 0
    ? null
    : new RegExp(`(?<![\\w.$'"-])(?:${sources.join('|')})(?![\\w$'":?-])`, 'u');
}

function withoutStrings({ text }: TypeText): string {
  return text.replace(/"[^"\n]*"|'[^'\n]*'/gu, (string) => `"${' '.repeat(string.length - 2)}"`);
}
