import { idReader } from '../../spec/cite';
import { readPath } from '../../spec/path-like';
import { sectionNameKey } from '../../spec/section-name';
import type { SpecDocument } from '../../spec/spec-document';
import type { CheckContext } from '../check';
import { contentOf } from '../../text/content';
import { existingPaths, plannedPaths } from './paths';
import type { Surroundings } from '../surroundings';

/** What a spec says about a rule. */
export type Verdict =
  | { readonly kind: 'open'; readonly gap: string }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'satisfied';
      /** Whether it names a place. */
      readonly placed: boolean;
      /** A section or task that it names and the spec does not have. */
      readonly unknown: string | null;
    }
  | { readonly kind: 'waived' | 'not-applicable'; readonly reasoned: boolean };

const notApplicable =
  /not applicable|not relevant|n\/a|(?:does|do) not apply|irrelevant|out of scope|nicht anwendbar|nicht zutreffend|trifft nicht zu|entfällt|no aplica|não se aplica|non applicable|sans objet|не применим\p{L}*|không áp dụng|不适用|不適用|該当なし|適用外|해당 없음|해당없음/iu;
const waived =
  /waive[rd]?|waiving|deviat\p{L}*|exception|exempt\p{L}*|not followed|not satisfied|overrid\p{L}*|abweich\p{L}*|abgewichen|verzicht\p{L}*|ausnahme|desv[ií]\p{L}*|excep\p{L}*|exceç\p{L}*|no se cumple|não seguid\p{L}*|dérog\p{L}*|écart|отклон\p{L}*|исключен\p{L}*|ngoại lệ|豁免|偏离|例外|逸脱|예외|편차/iu;
const satisfied =
  /satisf\p{L}*|follow\p{L}*|\bmet\b|\bmeets?\b|compl(?:y|ies|iant|iance)|appl(?:y|ied|ies)|honou?r\p{L}*|fulfill?\p{L}*|\byes\b|\bok\b|[✓✔✅]|eingehalten|befolgt|erfüllt|\bja\b|cumpl\p{L}*|cumpri\p{L}*|atendid\p{L}*|(?<!\p{L})sí(?!\p{L})|segu[ei]\p{L}*|\bsim\b|respect\p{L}*|suivi\p{L}*|\boui\b|соблюд\p{L}*|выполн\p{L}*|tuân\p{L}*|遵守|符合|满足|遵循|準拠|順守|준수|충족/iu;
const sectionNumber =
  /(?:§{1,2}|\b(?:sections?|sec\.|chapter|abschnitte?|kapitel|sección|seção|section|раздел\p{L}*|mục)|第)\s*(\d+(?:\.\d+)*)/giu;
/** `in 5.3`, `(8.1)`, `see 5.1 and 5.2`, `: 4.1`: a number of a subsection needs no word before it where the document has it. */
const bareNumber =
  /(?:\b(?:in|at|see|under|by|per|of|and|siehe|unter|und|en|em|dans|voir|y|e|et)\s+|[(,;:→]\s*|^\s*)(\d+(?:\.\d+)+)(?=$|[\s,;:)]|\.(?!\d))/giu;
const plural = /(?<!\d)(\d+(?:\.\d+)*)\s*(?:,|and|und|y|e|et|&)\s*(\d+\.\d+(?:\.\d+)*)/giu;

/** Reads a verdict: the words decide what it is, the rest is its place or its reason. */
export function verdictOf(text: string, context: CheckContext): Verdict {
  const { facts, gaps } = contentOf(text);
  const [gap] = gaps;
  if (gap !== undefined) return { kind: 'open', gap };
  const place = placeNamed(text, context);
  if (notApplicable.test(text)) return { kind: 'not-applicable', reasoned: hasReason(text, notApplicable) };
  if (waived.test(text)) return { kind: 'waived', reasoned: hasReason(text, waived) };
  if (satisfied.test(text) || place.placed) return { kind: 'satisfied', ...place };
  return facts && place.unknown !== null ? { kind: 'satisfied', ...place } : { kind: 'none' };
}

/** Two words beside the verdict are the least that can be a reason. */
function hasReason(text: string, verdict: RegExp): boolean {
  const rest = text.replace(new RegExp(verdict.source, 'giu'), ' ');
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{3}/u.test(rest)) return true;
  return (rest.match(/\p{L}{2,}/gu) ?? []).length >= 2;
}

function placeNamed(
  text: string,
  { spec, surroundings }: CheckContext,
): { readonly placed: boolean; readonly unknown: string | null } {
  const tasks = idReader(spec.tasks.map(({ id }) => id)).list(text);
  const numbers = new Set(spec.sections.flatMap(({ number }) => number ?? []));
  const named = [
    ...text.matchAll(sectionNumber),
    ...(/[§]|section|第/iu.test(text) ? text.matchAll(plural) : []),
  ]
    .flatMap((match) => match.slice(1))
    .filter((number): number is string => number !== undefined);
  const missing = named.find((number) => !numbers.has(number));
  const prefixes = new Set(spec.tasks.map(({ id }) => id.replace(/\d.*/u, '')));
  const stray = tasks.unknown.find((id) => prefixes.has(id.replace(/\d.*/u, '')));
  const key = ` ${sectionNameKey(text)} `;
  const heading = spec.sections.some(({ name }) => {
    const wanted = sectionNameKey(name);
    return wanted.length > 3 && key.includes(` ${wanted} `);
  });
  const bare = [...text.matchAll(bareNumber)].some(([, number = '']) => numbers.has(number));
  const words = text.split(/[\s,;()]+/u).map((word) => word.replace(/^`+|(?<![`:.])[`:.]+$/gu, ''));
  const path = words.some((word) => readPath(word) !== null || isFolder(word, spec, surroundings));
  const placed =
    tasks.ids.length > 0 || named.some((number) => numbers.has(number)) || bare || heading || path;
  // A document whose headings have no numbers can not be cited by them.
  const unknown = stray ?? (missing === undefined || numbers.size === 0 ? null : `section ${missing}`);
  return { placed, unknown };
}

const folderShape = /^[\w@.-]+(?:\/[\w@.-]+)+$/u;

/** `internal/store` without a closing slash is a folder where the workspace or the plan has one. */
function isFolder(word: string, spec: SpecDocument, surroundings: Surroundings | null): boolean {
  if (!folderShape.test(word)) return false;
  return (
    plannedPaths(spec).folders.has(word) ||
    (surroundings !== null && existingPaths(surroundings.project).folders.has(word))
  );
}
