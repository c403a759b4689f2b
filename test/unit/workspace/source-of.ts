import type { Requirement, Source } from '../../../src/core/source/source';
import { sha256Hex } from '../../../src/core/text/hash';

/** A source that says the given text, with one requirement per title. */
export function sourceOf(
  title: string,
  text: string,
  requirements: readonly string[] = [],
  path = 'prds/prd.md',
): Source {
  return {
    path,
    sha256: sha256Hex(text),
    kind: 'prd',
    title,
    metadata: {},
    requirements: requirements.map((requirement, index): Requirement => ({
      id: `US-00${index + 1}`,
      explicitId: `US-00${index + 1}`,
      line: index + 1,
      endLine: index + 1,
      kind: 'story',
      title: requirement,
      text: requirement,
      priority: null,
      acceptance: [{ id: null, line: index + 1, text: 'It works' }],
      fingerprint: sha256Hex(requirement).slice(0, 16),
      group: null,
    })),
    outOfScope: [],
    facts: [],
    findings: [],
    secrets: [],
    text,
  };
}
