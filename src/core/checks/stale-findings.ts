import { answersPath, parseAnswers } from '../clarify/answers-file';
import type { FileSystem } from '../ports/file-system';
import { staleSections, type StaleCause } from '../provenance/stale-sections';
import type { Receipt } from '../receipt/receipt';
import type { Source } from '../source/source';
import type { SpecDocument, SpecSection } from '../spec/spec-document';
import type { Finding } from './finding';
import { linePlace } from './place';
import type { Surroundings } from './surroundings';

/** Longest name of what changed, in characters. */
const longestName = 80;

/**
 * Sections that are older than what they were written from, each at its heading, and an answers file that can't be read.
 * Only what is known counts: without an answers file no answer has changed, and a document that is not read now is taken to
 * be as it was.
 */
export async function staleFindings(input: {
  readonly files: FileSystem;
  readonly path: string;
  readonly spec: SpecDocument;
  readonly sections: ReadonlyMap<string, SpecSection>;
  readonly receipt: Receipt;
  readonly source: Source | null;
  readonly surroundings: Surroundings | null;
}): Promise<readonly Finding[]> {
  const { spec, sections, receipt, source, surroundings } = input;
  const path = answersPath(input.path);
  const bytes = await input.files.readFile(path).catch(() => null);
  const parsed = bytes === null ? null : parseAnswers(new TextDecoder().decode(bytes));
  const given = parsed !== null && 'file' in parsed ? parsed.file.answers : null;
  const read = new Map(surroundings?.documents.map((document) => [document.path, document.sha256]));
  const stale = staleSections(receipt.sections, {
    // What the workspace answered is in no file of answers.
    answers: given === null ? null : [...receipt.answers.filter(byWorkspace), ...given],
    requirements: source?.requirements ?? null,
    documents: receipt.context.documents.map((document) => ({
      path: document.path,
      sha256: read.get(document.path) ?? document.sha256,
    })),
  });
  const findings = stale.flatMap(({ key, causes }): readonly Finding[] => {
    const section = sections.get(key);
    if (section === undefined) return [];
    return [
      {
        ...{ check: 'stale-section', severity: 'info', fixable: false },
        message:
          'This section is older than a change to {0}: write it anew, or make sure that it still holds.',
        args: [causes.map((cause) => nameOf(cause, receipt)).join(', ')],
        ...linePlace(spec, section.line),
      },
    ];
  });
  if (parsed === null || 'file' in parsed) return findings;
  const problem: Finding = {
    ...{ check: 'answers', severity: 'warning', fixable: false },
    message: 'The answers {0} can not be read ({1}). Repair the file, or delete it to go by the receipt.',
    args: [parsed.line === null ? path : `${path}:${parsed.line}`, parsed.error],
    ...{ line: 1, column: 1, endLine: 1, endColumn: 1 },
  };
  return [problem, ...findings];
}

function byWorkspace(answer: Receipt['answers'][number]): boolean {
  return answer.kind === 'text' && answer.by === 'workspace';
}

function nameOf(cause: StaleCause, { questions = [] }: Receipt): string {
  if (cause.kind === 'requirement') return cause.id;
  if (cause.kind === 'document') return cause.path;
  const text = questions.find(({ id }) => id === cause.questionId)?.text ?? cause.questionId;
  return `"${text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text}"`;
}
