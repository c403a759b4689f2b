import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checks } from '../../../src/core/checks/registry';
import { parseWorkflow } from '../../../src/core/workflow/parse-workflow';
import type { Workflow } from '../../../src/core/workflow/workflow';

export const knownChecks: ReadonlySet<string> = new Set(checks.map(({ id }) => id));

export function builtInText(id: string): string {
  return readFileSync(resolve(__dirname, `../../../templates/workflows/${id}.yaml`), 'utf8');
}

/** A built-in workflow. */
export function builtIn(id: string): Workflow {
  const parsed = parseWorkflow(builtInText(id), { kind: 'built-in' }, knownChecks);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.workflow;
}
