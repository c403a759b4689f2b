import { codeSpan } from '../text/escape-markdown';
import type { ContextDocument } from '../workspace/context';
import { ruleFiles } from '../workspace/rules/rule-files';
import type { HandOff, HandOffTask } from './hand-off';

/**
 * The rules of the workspace, whole. For one task those that are for all files or for one of its own; of the others it is said
 * for which files they are, since the task may come to touch one.
 */
export function ruleLines({ report }: HandOff, task: HandOffTask | null): readonly string[] {
  const rules = (report.surroundings?.documents ?? []).filter(
    ({ kind }) => kind === 'rule' || kind === 'steering',
  );
  const others = rules.flatMap((rule) => {
    const fits = task === null ? null : ruleFiles(rule);
    return fits === null || task?.files.some(({ path }) => fits.matches(path)) === true
      ? []
      : [{ rule, globs: fits.globs }];
  });
  const quoted = rules.filter((one) => others.every(({ rule }) => rule !== one));
  return [
    ...(quoted.length === 0
      ? []
      : ['', '## Rules that apply', '', 'Texts of the workspace, quoted as they are.']),
    ...quoted.flatMap((rule) => ['', `### ${codeSpan(rule.path)}`, '', rule.reason, '', fenced(rule)]),
    ...(others.length === 0
      ? []
      : ['', '## Rules for other files', '', 'Read one before you create or change a file it is for.', '']),
    ...others.map(({ rule, globs }) => `- ${codeSpan(rule.path)}: ${globs.map(codeSpan).join(', ')}`),
  ];
}

/** A fence that the text can not close. */
function fenced({ text }: ContextDocument): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${text.trim()}\n${fence}`;
}
