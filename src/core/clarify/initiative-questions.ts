import { weakLines } from '../initiative/initiative-findings';
import type { MessageText, WeaknessCode } from '../initiative/weakness';
import type { Source } from '../source/source';
import type { Question } from './question';

/** What is vague in an initiative is asked before a draft is made from it: one question for each weak part. */
export function* initiativeQuestions(source: Source): Iterable<Question> {
  if (source.kind !== 'initiative') return;
  const parts = new Map<string, ReturnType<typeof weakLines>[number][]>();
  for (const weak of weakLines(source)) {
    const id = weak.requirement === null ? weak.weakness.code : `${weak.weakness.code}:${weak.requirement}`;
    parts.set(id, [...(parts.get(id) ?? []), weak]);
  }
  for (const [id, weak] of parts) {
    const [first] = weak;
    if (first === undefined) continue;
    yield {
      id,
      area: areas[first.weakness.code],
      blocking: true,
      text: filled(first.weakness.question),
      why: [...weak.map(({ weakness }) => filled(weakness.missing)), filled(first.weakness.example)].join(
        ' ',
      ),
      options: [],
      evidence: [...new Set(weak.map(({ line }) => line))].map((line) => ({ path: source.path, line })),
    };
  }
}

const areas: Readonly<Record<WeaknessCode, string>> = {
  'initiative-title': 'summary',
  'initiative-problem': 'problem',
  'initiative-why-now': 'why-now',
  'initiative-requirement': 'requirements',
  'initiative-success': 'success',
};

function filled({ message, args }: MessageText): string {
  return message.replace(/\{(\d+)\}/g, (_, at: string) => args[Number(at)] ?? '');
}
