import { count } from '../output';

/** What a draft was asked for, as typed, and what it left open. */
export interface Drafted {
  readonly file: string;
  readonly template: string;
  /** As typed; left out where the source tells it. */
  readonly workspace: string | undefined;
  /** Path of the spec, relative to the current folder. */
  readonly shown: string;
  /** Line of the first open question; `null` where there is none. */
  readonly line: number | null;
  readonly questions: number;
}

/** What a person does after an outline, which designs nothing: with the commands, ready to be run. */
export function nextSteps({ file, template, workspace, shown, line, questions }: Drafted): readonly string[] {
  const there = workspace === undefined || workspace === '.' ? '' : ` --workspace ${quoted(workspace)}`;
  const draft = `tech-spec draft ${quoted(file)} --template ${quoted(template)}${there}`;
  const check = `tech-spec check ${quoted(shown)}${there}`;
  if (questions === 0) return [`Next: fill it in, and hold it against what it promises: ${check}`];
  return [
    `Next: ${count(questions, 'question')} ${questions === 1 ? 'is' : 'are'} open, listed from ${shown}:${line ?? 1} on. Either`,
    `  write the answers where the text says OQ-n, tick or delete the questions, and run: ${check}`,
    `  or answer in a file those that can be answered before there is a design, which this lists: tech-spec questions ${quoted(file)} --template ${quoted(template)}${there}`,
    `    and draft again: ${draft} --model outline --answers ANSWERS.json --out OTHER.md`,
    `  or let a model write it: ${draft} --model openai:NAME --out OTHER.md`,
  ];
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w./:@%+,=-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
