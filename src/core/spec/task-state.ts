import { detectLanguage } from '../language/detect-language';
import { doneWords, lonelyWords, unbegunWords, workWords } from './vocabulary/statuses';

/** What stands before the word: a sign, a box, emphasis. A number there says how far it is, which is no state. */
const mark = '(?<mark>(?:\\[[ xX~-]\\]|100\\s?%|[^\\p{L}\\p{N}[])*)';
const end = '(?![\\p{L}\\p{N}])';
const known = new RegExp(
  `^${mark}(?<word>(?:${doneWords}|${unbegunWords}|${workWords})${end}|(?:${lonelyWords})(?!\\s*[\\p{L}\\p{N}])|$)`,
  'iu',
);
const unbegun = new RegExp(`^[^\\p{L}\\p{N}[]*(?:${unbegunWords})$`, 'iu');
const done = new RegExp(`^(?:\\[x\\]|100\\s?%|[^\\p{L}\\p{N}[])*(?:${doneWords})${end}`, 'iu');

/** Label of a status, a task that is done and one that is open, by language. */
const wordsOf: Readonly<Record<string, readonly [label: string, done: string, open: string]>> = {
  de: ['Status', 'erledigt', 'offen'],
  es: ['Estado', 'hecho', 'pendiente'],
  fr: ['Statut', 'fait', 'à faire'],
  ja: ['ステータス', '完了', '未着手'],
  ko: ['Status', '완료', '미완료'],
  'pt-br': ['Status', 'feito', 'pendente'],
  ru: ['Status', 'готово', 'не начато'],
  vi: ['Status', 'xong', 'chưa bắt đầu'],
  'zh-cn': ['状态', '已完成', '未开始'],
};

/** How a status is said in the language of a text. */
export function stateWords(text: string): {
  readonly label: string;
  readonly done: string;
  readonly open: string;
} {
  const [label, done, open] = wordsOf[detectLanguage(text) ?? ''] ?? ['Status', 'done', 'open'];
  return { label, done, open };
}

/** Whether the value of a status says that the task is done: by the first line that says something, for others are notes. */
export function saysDone(value: string): boolean {
  return done.test(firstLine(value));
}

/** Whether it is one word, with a sign at most, that other tasks can be given: done, or not begun. */
export function isPlainState(value: string): boolean {
  return restOf(value) === '' && (saysDone(value) || unbegun.test(value.trim()));
}

/** What a status says besides the state: the note of a person, all of it where it begins with no word for a state. */
export function restOf(value: string): string {
  const lead = known.exec(value)?.[0] ?? '';
  return value.slice(lead.length).replace(lead === '' ? /^$/u : /^[\s,;:–—*_-]+/u, '');
}

/** The value with another word for the state, before what it says besides. */
export function withState(value: string, word: string): string {
  const match = known.exec(value);
  if (match === null) return `${word} – ${value}`;
  return `${match.groups?.['mark']?.replace(/[^*_`]/gu, '') ?? ''}${word}${value.slice(match[0].length)}`;
}

function firstLine(value: string): string {
  return value.trimStart().split('\n', 1)[0] ?? '';
}
