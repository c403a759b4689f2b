import { renderFinding } from '../../../core/checks/render-finding';
import { waysToSplit } from '../../../core/source/corrections/split-requirement';
import { shownPassage, type UnreadSection } from '../../../core/source/passages/passage';
import { unreadPassages } from '../../../core/source/passages/unread-passages';
import type { Source, SourceFact } from '../../../core/source/source';
import type { SourceState, TalkView, UnreadSectionView } from '../../../shared/wizard/source-state';
import { writingState } from '../../source-writing/writing-data';
import type { SourceReading, WizardData } from '../data/wizard-data';
import { correctionView } from './correction-view';
import { prdOffer } from './prd-offer';

/** Of a long statement this much is shown, in characters. */
const shownText = 600;

/** The Source step: which documents there are, and what was read in the chosen one. */
export function sourceState(data: WizardData): SourceState {
  const { candidates, input, source, reading, correctionsPath } = data;
  return {
    candidates: [...candidates],
    selected: input.source,
    loading: source.loading,
    notice: source.notice,
    summary: source.value === null ? null : sourceSummary(source.value, reading, correctionsPath),
    offer: prdOffer(data),
    writing: writingState(input, data.writing, source.value),
  };
}

function sourceSummary(
  source: Source,
  reading: SourceReading | null,
  correctionsPath: string | null,
): NonNullable<SourceState['summary']> {
  const asRead = new Map(reading?.read.requirements.map((requirement) => [requirement.id, requirement]));
  return {
    title: source.title,
    kind: source.kind,
    requirements: source.requirements.map((requirement) => ({
      id: requirement.id,
      derived: requirement.explicitId === null,
      kind: requirement.kind,
      title: requirement.title,
      priority: requirement.priority,
      acceptance: requirement.acceptance.length,
      line: requirement.line,
      ...(requirement.path === undefined ? {} : { path: requirement.path }),
      text: requirement.text === requirement.title ? '' : requirement.text.slice(0, shownText),
      added: requirement.addedByHand === true,
      corrected: reading !== null && asRead.get(requirement.id) !== requirement,
      splits: [...waysToSplit(requirement)],
    })),
    outOfScope: source.outOfScope.map(({ text, line }) => ({ text, line })),
    ...unreadView(unreadPassages(reading?.read ?? source, source)),
    ...(source.kind === 'conversation' ? { talk: talkView(source) } : {}),
    findings: source.findings.map((finding) => ({
      severity: finding.severity,
      message: renderFinding(finding),
      line: finding.line,
    })),
    corrections: (reading?.outcomes ?? []).map(correctionView),
    correctionsPath,
  };
}

/** More passages are not looked through one by one. */
const mostPassages = 1000;

/** Where there are more, those that could be requirements go before the others. */
function unreadView(sections: readonly UnreadSection[]): {
  unread: UnreadSectionView[];
  unreadMore?: number;
} {
  const all = sections.flatMap(({ passages }) => passages);
  const byWorth = [...all.filter(({ possible }) => possible), ...all.filter(({ possible }) => !possible)];
  const kept = new Set(byWorth.slice(0, mostPassages));
  const unread = sections.flatMap(({ title, line, passages }) => {
    const shown = passages.filter((passage) => kept.has(passage));
    if (shown.length === 0) return [];
    return [{ title, line, passages: shown.map((passage) => ({ ...passage, text: shownPassage(passage) })) }];
  });
  return { unread, ...(all.length > mostPassages ? { unreadMore: all.length - mostPassages } : {}) };
}

function talkView(source: Source): TalkView {
  return {
    decisions: factsAbout(source, 'decision'),
    openPoints: factsAbout(source, 'open-question'),
    superseded: (source.superseded ?? []).map(({ text, line, by }) => ({ text, line, by })),
  };
}

function factsAbout(source: Source, about: SourceFact['topic']): { text: string; line: number }[] {
  return source.facts.flatMap(({ topic, text, line }) => (topic === about ? [{ text, line }] : []));
}
