import type { Finding } from '../finding';
import type { SpecFix } from '../spec-fix';

/** The edit that puts what was probably meant, the finding's second argument, in the place of what is written. */
export function replacementFixes({ args, line, column, endLine, endColumn }: Finding): readonly SpecFix[] {
  const [written = '', meant] = args;
  if (meant === undefined) return [];
  return [
    {
      message: 'Change to {0}',
      args: [meant],
      edits: [{ range: { line, column, endLine, endColumn }, newText: meant }],
      safe: written.toLowerCase() === meant.toLowerCase(),
    },
  ];
}
