import type { UnstatedScope } from '../documents/document-kinds';
import type { RuleFrontMatter } from '../documents/rule-front-matter';
import { ownValue } from '../../text/own-value';

/** When a rule applies, by the words of the tool it was written for. */
export type RuleScope =
  | { readonly kind: 'always'; readonly because: string }
  /** For files that match one of the globs. */
  | { readonly kind: 'files'; readonly globs: readonly string[] }
  /** For what its description says; an agent decides. */
  | { readonly kind: 'described'; readonly description: string }
  /** Only where a person attaches it. */
  | { readonly kind: 'manual'; readonly because: string }
  /** For the folder it lies in. */
  | { readonly kind: 'folder' };

/** Fields that hold globs: Cursor and Continue, Kiro, Copilot, Claude. */
const globFields = ['globs', 'filematchpattern', 'applyto', 'paths'];

/** Values of Kiro's `inclusion` and Windsurf's `trigger`. */
const scopeWords: Readonly<Record<string, 'always' | 'files' | 'described' | 'manual'>> = {
  always: 'always',
  always_on: 'always',
  alwayson: 'always',
  filematch: 'files',
  glob: 'files',
  globs: 'files',
  auto: 'described',
  model_decision: 'described',
  manual: 'manual',
};

/** Reads the scope of a rule from its front matter; what states nothing gets the scope usual at its place. */
export function ruleScope(frontMatter: RuleFrontMatter, unstated: UnstatedScope): RuleScope {
  const { fields } = frontMatter;
  const globs = globFields.flatMap((field) => fields.get(field) ?? []).map(repairedGlob);
  const description = (fields.get('description') ?? []).join(', ');
  const alwaysApply = first(fields, 'alwaysapply');
  const stated = ['inclusion', 'trigger'].flatMap((field) => {
    const word = first(fields, field);
    return word === undefined ? [] : [{ field, word }];
  })[0];
  const kind = stated === undefined ? undefined : ownValue(scopeWords, stated.word.toLowerCase());

  if (alwaysApply === 'true') return { kind: 'always', because: 'alwaysApply is true' };
  if (stated !== undefined && kind === 'always')
    return { kind, because: `${stated.field} is ${stated.word}` };
  if (stated !== undefined && kind === 'manual')
    return { kind, because: `${stated.field} is ${stated.word}` };
  if (globs.length > 0) return { kind: 'files', globs };
  if (kind === 'described' || alwaysApply === 'false') {
    if (description !== '') return { kind: 'described', description };
    const because = stated === undefined ? 'alwaysApply is false' : `${stated.field} is ${stated.word}`;
    return { kind: 'manual', because: `${because}, with neither globs nor a description` };
  }
  if (kind === 'files')
    return { kind: 'manual', because: `${stated?.field ?? ''} is ${stated?.word ?? ''}, with no pattern` };
  switch (unstated) {
    case 'folder':
      return { kind: 'folder' };
    case 'always':
      return { kind: 'always', because: 'it states no narrower scope' };
    case 'described':
      return description === ''
        ? { kind: 'manual', because: 'it states neither globs nor a description' }
        : { kind: 'described', description };
    case 'manual':
      return { kind: 'manual', because: 'it is for one mode of the tool only' };
  }
}

/** Formatters of Markdown take `**` in front matter for emphasis and write `**` + `/*` as `\\*_/_`. */
function repairedGlob(glob: string): string {
  return glob.replaceAll('\\*_/_', '**/*').replaceAll('\\*', '*');
}

function first(fields: ReadonlyMap<string, readonly string[]>, key: string): string | undefined {
  return fields.get(key)?.[0];
}
