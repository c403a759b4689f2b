import type { ModelUsage } from '../ports/language-model';
import { generatedSections } from '../receipt/generated-sections';
import { matchSections } from '../spec/match-sections';
import { parseSpec } from '../spec/parse-spec';
import type { Template } from '../template/template';
import { costOf } from './cost';
import { priceOf, type PriceList } from './prices';
import { tokensBySection, type SectionTokens } from './tokens-by-section';

/** What a draft took, repairs included. */
export interface DraftActuals {
  /** As the server counted; `null` where it did not. */
  readonly usage: ModelUsage | null;
  /** `null` where no price is known, or nothing was counted. */
  readonly cost: { readonly amount: number; readonly currency: string } | null;
  /** The template's sections in document order: the output apportioned by their texts, or estimated where it was not counted. */
  readonly sections: readonly SectionTokens[];
}

/**
 * @param text of the finished spec
 * @param model its id, which decides the price
 */
export function draftActuals(input: {
  readonly text: string;
  readonly template: Template;
  readonly model: string;
  readonly usage: ModelUsage | undefined;
  readonly prices: PriceList;
}): DraftActuals {
  const { text, template, model, usage, prices } = input;
  const sections = generatedSections(text, matchSections(parseSpec(text), template));
  const price = usage === undefined ? null : priceOf(prices, model);
  return {
    usage: usage ?? null,
    cost:
      price === null || usage === undefined
        ? null
        : { amount: costOf(usage, price), currency: price.currency },
    sections: tokensBySection(sections, usage),
  };
}

/** The same by sections of level 2, each with those below it. */
export function byChapter(
  sections: readonly SectionTokens[],
  template: Pick<Template, 'sections'>,
): readonly SectionTokens[] {
  const chapters = new Map<string, SectionTokens>();
  const tokensOf = new Map(sections.map((section) => [section.key, section]));
  let chapter: SectionTokens | null = null;
  for (const { key, heading, level } of template.sections) {
    const written = tokensOf.get(key);
    if (level === 2) chapter = { key, heading: written?.heading ?? heading, tokens: 0 };
    if (written === undefined || chapter === null) continue;
    chapter = { ...chapter, tokens: chapter.tokens + written.tokens };
    chapters.set(chapter.key, chapter);
  }
  return [...chapters.values()];
}
