import { oneLine } from '../text/said';
import type { DocumentRole } from './import-format';

interface AskingDocument {
  readonly text: string;
  readonly role: DocumentRole;
}

/** In running text, or escaped. */
const clarification = /\\?\[NEEDS CLARIFICATION:\s*(?!\s)((?:\\[^\]]|[^\\\]])+)\\?\]/giu;
/** In the order in which their documents stand in the spec. */
const roles: readonly DocumentRole[] = ['overview', 'requirements', 'design', 'detail', 'tasks', 'task'];

/**
 * Marks of what is unclear become open questions, each one however often it is asked.
 *
 * @returns the documents with the questions in place, and the lines of a section that asks them; none where nothing is unclear
 */
export function withQuestions<T extends AskingDocument>(
  documents: readonly T[],
): {
  readonly documents: readonly T[];
  readonly section: readonly string[];
} {
  const sorted = roles.flatMap((role) => documents.filter((one) => one.role === role));
  const taken = sorted.flatMap(({ text }) =>
    [...text.matchAll(/\bOQ-(\d+)/gu)].map(([, digits]) => Number(digits)),
  );
  const first = Math.max(0, ...taken) + 1;
  const found = sorted.flatMap(({ text }) =>
    [...text.matchAll(clarification)].map(([, said = '']) => oneLine(said)),
  );
  const asked = [...new Set(found)];
  const idOf = (question: string): string => `OQ-${first + asked.indexOf(question)}`;
  return {
    documents: documents.map((document) => ({
      ...document,
      text: document.text.replace(
        clarification,
        (_, said: string) => `${idOf(oneLine(said))} (${oneLine(said)})`,
      ),
    })),
    section:
      asked.length === 0
        ? []
        : ['', '## Open Questions', '', ...asked.map((one) => `- [ ] **${idOf(one)}:** ${one}`)],
  };
}
