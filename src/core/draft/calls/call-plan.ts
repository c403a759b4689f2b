import type { Template, TemplateSection } from '../../template/template';

/** A section of level 2 with all below it: what calls are made of. */
export interface Chapter {
  readonly key: string;
  /** The call that writes it, an index in `CallPlan.calls`. */
  readonly call: number;
}

export interface PlannedCall {
  /** When it is made: after all calls of the waves before it, at once with those of its own. */
  readonly wave: number;
  /** Chapters that it writes, in template order. */
  readonly keys: readonly string[];
  /** Whether it writes what stands before the first chapter: title and metadata. */
  readonly opening: boolean;
}

/** In which calls a document is written. */
export interface CallPlan {
  /** All there are, in template order. */
  readonly chapters: readonly Chapter[];
  readonly calls: readonly PlannedCall[];
}

/**
 * The calls that a template asks for. A chapter that it names for none goes with the one before it, so that sections a team
 * added are written too.
 *
 * @returns `null` where the template names no calls, or all in one
 */
export function planCalls({ calls, sections }: Pick<Template, 'calls' | 'sections'>): CallPlan | null {
  if (calls === undefined) return null;
  const flat = calls.flatMap((wave, index) => wave.map((keys) => ({ wave: index, keys })));
  const chapterKeys = sections.filter(({ level }) => level === 2).map(({ key }) => key);
  if (flat.length < 2 || chapterKeys.length === 0) return null;
  const callOf = new Map(flat.flatMap(({ keys }, index) => keys.map((key) => [key, index] as const)));
  let last = chapterKeys.map((key) => callOf.get(key)).find((call) => call !== undefined) ?? 0;
  const chapters = chapterKeys.map((key): Chapter => {
    last = callOf.get(key) ?? last;
    return { key, call: last };
  });
  return {
    chapters,
    calls: flat.map(({ wave }, call) => ({
      wave,
      keys: chapters.filter((chapter) => chapter.call === call).map(({ key }) => key),
      opening: chapters[0]?.call === call,
    })),
  };
}

/** How many calls each wave has, as `estimateDraft` takes it. */
export function callsByWave({ calls }: CallPlan): readonly number[] {
  const counts: number[] = [];
  for (const { wave } of calls) counts[wave] = (counts[wave] ?? 0) + 1;
  return counts;
}

/** The chapter of each section, itself included, by key. */
export function chapterOfSections(sections: readonly TemplateSection[]): ReadonlyMap<string, string> {
  const chapters = new Map<string, string>();
  let chapter: string | null = null;
  for (const { key, level } of sections) {
    if (level === 2) chapter = key;
    if (chapter !== null) chapters.set(key, chapter);
  }
  return chapters;
}
