import type { Finding } from '../checks/finding';
import type { Say } from '../language/language-pack';
import { specPhrases } from '../language/spec-phrases';
import { sayingOf } from '../template/localize-template';
import { factsOn } from '../source/facts/facts-on';
import { topicOfRequirement } from '../source/sections/quality-topics';
import type { Requirement, Source } from '../source/source';
import { sha256Hex } from '../text/hash';
import type { Template, TemplateFollowUp } from '../template/template';
import type { WorkspaceContext } from '../workspace/context';
import { contradictions, contradicts } from './contradiction-questions';
import { settlesArea, statesMeasure } from './settled-areas';
import { initiativeQuestions } from './initiative-questions';
import { nearbyFacts } from './nearby-facts';
import { openQuestionText } from './open-question-text';
import { productQuestion } from './product-question';
import { areaQuestionId, type Evidence, type FollowUp, type Question, type QuestionOption } from './question';
import { missingCriteriaId, missingCriteriaText, requirementAt } from './requirement-questions';
import { suggestedCriterion } from './suggested-criterion';

/**
 * What parsing leaves to ask: what the source leaves unclear about its own requirements, the areas of the template it
 * says nothing about, and what it leaves open itself. Nothing is asked that the source answers; the same source, template
 * and workspace give the same questions with the same ids.
 *
 * @param context shows what lies near to an area; `null` where it was not read yet
 * @param template its areas are asked about; `null` where none is chosen yet
 */
export function parsedQuestions(
  source: Source,
  context: WorkspaceContext | null,
  template: Template | null,
): readonly Question[] {
  const say = sayingOf(template);
  return [
    ...withoutRequirements(source, say),
    ...productQuestion(source, template),
    ...initiativeQuestions(source),
    ...missingCriteria(source, say),
    ...contradictions(source, say),
    ...unclear(source, say),
    ...silentAreas(source, context, template),
    ...leftOpen(source, say),
  ];
}

function* withoutRequirements(source: Source, say: Say): Iterable<Question> {
  if (source.requirements.some(({ kind }) => kind !== 'success-criterion')) return;
  yield {
    id: 'requirements',
    area: 'requirements',
    blocking: true,
    text: say(specPhrases.requirements),
    why: say(specPhrases.requirementsWhy),
    options: [],
    evidence: [{ path: source.path, line: 1 }],
  };
}

function* missingCriteria(source: Source, say: Say): Iterable<Question> {
  for (const requirement of source.requirements) {
    if (requirement.kind !== 'story' || requirement.acceptance.length > 0) continue;
    yield {
      id: missingCriteriaId(requirement),
      area: 'acceptance',
      blocking: true,
      text: missingCriteriaText(requirement, say),
      why: say(specPhrases.criteriaWhy),
      options: criterionOf(requirement),
      evidence: [evidenceOf(source, requirement)],
    };
  }
}

function criterionOf(requirement: Requirement): readonly QuestionOption[] {
  const criterion = suggestedCriterion(requirement);
  return criterion === null ? [] : [{ text: criterion, recommended: true }];
}

/** Findings about the source that only its author can settle, by the check that reports them. */
const settled: readonly {
  readonly check: RegExp;
  readonly area: string;
  readonly text: string;
  readonly why: string;
}[] = [
  {
    check: /ambig|vague|unclear/,
    area: 'ambiguity',
    text: specPhrases.ambiguity,
    why: specPhrases.ambiguityWhy,
  },
  {
    check: contradicts,
    area: 'contradiction',
    text: specPhrases.contradiction,
    why: specPhrases.contradictionWhy,
  },
  {
    check: /duplicate/,
    area: 'duplicate',
    text: specPhrases.duplicate,
    why: specPhrases.duplicateWhy,
  },
  {
    check: /stub/,
    area: 'gap',
    text: specPhrases.stub,
    why: specPhrases.stubWhy,
  },
];

/** One question for all that is unclear about one requirement in one way. */
function* unclear(source: Source, say: Say): Iterable<Question> {
  for (const { check, area, text, why } of settled) {
    const bySubject = new Map<string, Finding[]>();
    for (const finding of source.findings.filter((found) => check.test(found.check))) {
      // Where the statements are known, each pair is a question of its own.
      if (contradicts.test(finding.check) && finding.alternatives !== undefined) continue;
      const subject = requirementAt(source, finding.line)?.id ?? `line ${finding.line}`;
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), finding]);
    }
    for (const [subject, findings] of bySubject) {
      yield {
        id: `${area}:${subject}`,
        area,
        blocking: true,
        text: say(text, named(subject, say), unique(findings.map(subjectOf)).join(', ')),
        why: say(why),
        options: [],
        evidence: unique(findings.flatMap(linesOf)).map((line) => ({ path: source.path, line })),
        ...(area === 'ambiguity' ? { meaningOf: unique(findings.flatMap(({ args }) => args[0] ?? [])) } : {}),
      };
    }
  }
}

/** A requirement by its id, a line in words. */
function named(subject: string, say: Say): string {
  const line = /^line (\d+)$/u.exec(subject)?.[1];
  return line === undefined ? subject : say(specPhrases.line, line);
}

function* silentAreas(
  source: Source,
  context: WorkspaceContext | null,
  template: Template | null,
): Iterable<Question> {
  // Ids, and what the workspace is asked, stay what they are in whatever language a person is asked.
  const originals = (template?.translated?.from ?? template)?.questions ?? [];
  for (const [at, { area, text, why, blocking, options, followUps }] of (
    template?.questions ?? []
  ).entries()) {
    const original = originals[at];
    if (isAnswered(source, area)) continue;
    const nearby = context === null ? [] : nearbyFacts(source, context, area);
    // What was decided before is offered with its place, but a template's own proposal comes first.
    const before = nearby
      .filter(({ what }) => what === 'limit')
      .map(({ name, path, line }) => `${name} (${path}:${line})`);
    yield {
      id: areaQuestionId(area),
      area,
      blocking,
      text,
      why,
      options: [...options, ...before].map((option, index) => ({
        text: option,
        recommended: index === 0 && options.length > 0,
      })),
      evidence: nearby.map(({ path, line }) => ({ path, line })),
      ...(original === undefined || original.text === text ? {} : { original: original.text }),
      ...(followUps.length === 0
        ? {}
        : {
            followUps: followUps.map((opened, index) =>
              followUp(area, opened, original?.followUps[index] ?? opened),
            ),
          }),
    };
  }
}

function followUp(
  area: string,
  { when, text, why, options }: TemplateFollowUp,
  original: TemplateFollowUp,
): FollowUp {
  return {
    when,
    question: {
      id: `then:${sha256Hex(`${area}\n${original.when}\n${original.text}`).slice(0, 12)}`,
      area,
      blocking: false,
      text,
      why,
      options: options.map((option, index) => ({ text: option, recommended: index === 0 })),
      evidence: [],
      ...(original.text === text ? {} : { original: original.text }),
    },
  };
}

/**
 * Areas are named like the topics of a template: a topic of facts of the source. In a conversation every statement is a
 * requirement of its own and none is filed under a topic, so its words tell.
 */
function isAnswered(source: Source, area: string): boolean {
  return (
    factsOn(source, area).length > 0 ||
    source.requirements.some(
      (requirement) => topicOfRequirement(requirement) === area || statesMeasure(requirement, area),
    ) ||
    (source.kind === 'conversation' && source.requirements.some(({ text }) => settlesArea(text, area)))
  );
}

function* leftOpen(source: Source, say: Say): Iterable<Question> {
  for (const { topic, text, line } of source.facts) {
    const open = openQuestionText(text);
    if (topic !== 'open-question' || open === null) continue;
    yield {
      id: `open:${sha256Hex(open.toLowerCase()).slice(0, 12)}`,
      area: 'open-question',
      blocking: false,
      text: open,
      why: say(specPhrases.leftOpenWhy),
      options: [],
      evidence: [{ path: source.path, line }],
    };
  }
}

function evidenceOf(source: Source, { path, line }: Requirement): Evidence {
  return { path: path ?? source.path, line };
}

/** What a finding is about: its first argument (the word, the id), else its message. */
function subjectOf({ message, args }: Finding): string {
  return args[0] === undefined ? message : `"${args[0]}"`;
}

/** Where a finding stands, and what it is held against. */
function linesOf({ line, alternatives = [] }: Finding): readonly number[] {
  return [...alternatives.map((place) => place.line), line];
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
