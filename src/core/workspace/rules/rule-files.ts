import { pathBelow } from '../../text/path-order';
import { placeFinder } from '../documents/find-documents';
import { relativeMatcher } from './glob-match';
import { readRuleFrontMatter } from '../documents/rule-front-matter';
import { ruleScope } from './rule-scope';
import type { ContextDocument } from '../context';

/** The files that a rule is for, where it is not for all. */
export interface RuleFiles {
  /** Its globs, or the folder it is for, as a glob. */
  readonly globs: readonly string[];
  matches(path: string): boolean;
}

const placeOf = placeFinder();

/** The files that a rule or steering document is for by its globs and the folder it lies in; `null` where it says of none. */
export function ruleFiles({ path, text }: Pick<ContextDocument, 'path' | 'text'>): RuleFiles | null {
  const found = placeOf(path);
  const base = found?.base ?? '';
  const scope = ruleScope(readRuleFrontMatter(text), found?.place.unstated ?? 'always');
  const globs = scope.kind === 'files' ? scope.globs : base === '' ? [] : ['**'];
  if (globs.length === 0) return null;
  const [not, wanted] = [true, false].map((isNot) =>
    globs
      .filter((glob) => glob.startsWith('!') === isNot)
      .map((glob) => relativeMatcher(isNot ? glob.slice(1) : glob, base)),
  );
  return {
    globs: globs.map((glob) => pathBelow(base, glob)),
    matches: (file) => wanted?.some((is) => is(file)) === true && not?.some((is) => is(file)) !== true,
  };
}
