import type { Language } from './language';
import { csharp } from './languages/csharp';
import { elixir } from './languages/elixir';
import { ecmascript } from './languages/ecmascript';
import { go } from './languages/go';
import { java, kotlin } from './languages/jvm';
import { python } from './languages/python';
import { rust } from './languages/rust';
import { graphql, protobuf, sql } from './languages/schemas';
import { php, ruby, swift } from './languages/scripting';

/** Languages whose declarations are found; another one is another entry. */
export const languages: readonly Language[] = [
  ...[go, ecmascript, python, java, kotlin, csharp, rust, ruby, php, elixir, swift],
  ...[sql, protobuf, graphql],
];

const byEnding = new Map(
  languages.flatMap((language) => language.endings.map((ending) => [ending, language])),
);

/** The language of a file by its name, or `null`. */
export function languageOf(path: string): Language | null {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? null : (byEnding.get(path.slice(dot).toLowerCase()) ?? null);
}
