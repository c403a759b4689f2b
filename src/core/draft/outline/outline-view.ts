import type { Brief } from '../../brief/brief';
import { excludedByAnswers, excludingQuestions } from '../../brief/within-scope';
import { itemText } from '../../checklist/item-text';
import { ownTitle } from '../../source/own-title';
import type { ChecklistItem } from '../../template/template';
import {
  codeSpan,
  escapeExactly,
  escapeMarkdown,
  escapeMermaid,
  linkTarget,
  withoutIds,
} from '../../text/escape-markdown';
import { answersOn, answerText, answerTo, knownFacts, ownerOf, type GivenAnswer } from './fact-lookup';
import { factLambdas } from './lambdas';
import { Markdown } from './markdown';
import { specPhrases } from '../../language/spec-phrases';
import { sayingOf } from '../../template/localize-template';
import { openQuestionText } from '../../clarify/open-question-text';
import type { OpenQuestionLine, OpenQuestionRegister } from './open-question-register';
import { joinStatements } from '../../text/join-statements';
import { mayHaveFrontend } from './frontend';
import { recordedPath } from '../../text/path';
import { said } from '../../text/said';
import { relativePath } from '../../text/relative-path';
import { titleOf } from '../../source/requirements/requirement-text';
import { RequirementViews } from './requirement-view';
import { planTasks } from './tasks';
import { placeNames } from '../../template/template-body';
import { toldViews } from './told-views';
import { workAreas } from './work-areas';
import { workKindOf, type WorkKind } from './work-kinds';
import { documentViews, existingViews, gitView, inputCounts, stackItems } from './context-views';

/**
 * The values a template's Mustache can name. Text is escaped when it is put in; {@link Markdown} is not. Values that
 * may be gaps are functions, so that a question is numbered where the document first needs it; so are those that may be
 * answers, so that one counts as placed where the document shows it.
 *
 * @param strays see `knownFacts`
 */
export function outlineView(
  brief: Brief,
  register: OpenQuestionRegister,
  openQuestions: () => readonly OpenQuestionLine[],
  strays: readonly GivenAnswer[] = [],
): Readonly<Record<string, unknown>> {
  const { source, context, template } = brief;
  const say = sayingOf(template);
  const existing = existingViews(brief);
  const told = toldViews(brief);
  const gap = (question: string): Markdown => new Markdown(register.ask(question));
  const areas = workAreas(source, context.stack);
  const phases = planTasks(source, areas, placeNames(template.body, 'tasks'));
  const views = new RequirementViews({
    brief,
    register,
    areas,
    tasks: phases.flatMap(({ tasks }) => tasks),
  });
  const kinds = new Set<WorkKind>(views.requirements.map(({ requirement }) => workKindOf(requirement)));
  const isSeen = kinds.has('ui') || context.stack.uiLibrary !== null;
  const tests = (name: string): readonly unknown[] =>
    views.requirements
      .filter(({ requirement }) => name === 'all' || name.split('+').includes(workKindOf(requirement)))
      .flatMap((view) => view.tests);

  return {
    ...factLambdas(
      ({ topics, question, limit }) => knownFacts(brief, register, topics, question, limit, strays),
      (question) => register.askMarkdown(question),
      ({ topics }) => answersOn(brief, topics),
    ),
    isOutline: true,
    isPrd: source.kind === 'prd',
    isInitiative: source.kind === 'initiative',
    isConversation: source.kind === 'conversation',
    has: {
      data: kinds.has('data') || context.stack.migrations !== null,
      backend: kinds.has('backend'),
      events: kinds.has('events'),
      ui: isSeen,
      frontend: isSeen && mayHaveFrontend(context),
      firstUi: isSeen && !mayHaveFrontend(context),
      integration: kinds.has('integration'),
      migrations: context.stack.migrations !== null,
      existing: existing.length > 0,
      told: told.length > 0,
    },
    existing,
    told,
    title: ownTitle(source),
    date: brief.date,
    timeZone: brief.timeZone,
    author: () =>
      brief.author !== null && said(brief.author) !== null ? brief.author : gap(say(specPhrases.author)),
    status: template.statuses[0]?.name ?? 'Draft',
    source: {
      path: new Markdown(codeSpan(recordedPath(source.path))),
      link: sourceLink(brief),
      kind: source.kind,
      requirementCount: String(views.requirements.length),
    },
    inputs: inputCounts(brief),
    git: gitView(brief),
    requirements: views.requirements,
    functional: views.requirements.filter(({ requirement }) => requirement.kind !== 'non-functional'),
    nonFunctional: views.requirements.filter(({ requirement }) => requirement.kind === 'non-functional'),
    areas: areas.map((area, index) => ({
      position: String(index + 1),
      name: area.name,
      diagramLabel: new Markdown(
        escapeMermaid([area.name, area.requirements.map(({ id }) => id).join(', ')].join(': ')),
      ),
      requirements: new Markdown(area.requirements.map(({ id }) => escapeExactly(id)).join(', ')),
      titles: new Markdown(
        joinStatements(area.requirements.map((requirement) => escapeMarkdown(titleOf(requirement)))),
      ),
      domain: () => views.domainOf(area),
      files: () => views.filesGap(area),
    })),
    tasks: Object.fromEntries(
      phases.map(({ name, tasks }) => [
        name,
        tasks.map((task, index) => ({ ...views.task(task), position: String(index + 1) })),
      ]),
    ),
    tests: Object.fromEntries(placeNames(template.body, 'tests').map((name) => [name, tests(name)])),
    stack: {
      items: stackItems(brief),
      migrationFolder:
        context.stack.migrations === null ? '' : new Markdown(codeSpan(context.stack.migrations.folder)),
    },
    documents: documentViews(brief),
    outOfScope: () => outOfScopeViews(brief, register),
    assumptions: () => assumptions(brief, register),
    get openQuestions(): readonly unknown[] {
      return openQuestions().map(({ id, text, owner }) => ({
        id: new Markdown(id),
        text: new Markdown(text),
        owner: owner ?? say(specPhrases.unassigned),
        ownerNote: owner === null ? '' : ` (${say(specPhrases.owner, owner)})`,
      }));
    },
    checklist: checklistFor(brief).map((item) => checklistView(item, brief)),
    checklistOf: checklistGroups(brief),
  };
}

/** What an answer excludes stands by its id, where checks look for it; whatever else the items name is no such mention. */
function outOfScopeViews(brief: Brief, register: OpenQuestionRegister): readonly unknown[] {
  for (const { id } of excludingQuestions(brief)) register.place(id);
  const ids = brief.source.requirements.map(({ id }) => id);
  return [
    ...excludedByAnswers(brief).map(({ requirement, text }) => ({
      text: new Markdown(`${escapeExactly(requirement)}: ${escapeMarkdown(withoutIds(text, ids))}`),
    })),
    ...brief.source.outOfScope
      .flatMap(({ text }) => said(text) ?? [])
      .map((text) => ({ text: withoutIds(text, ids) })),
  ];
}

function sourceLink({ source, output }: Brief): Markdown {
  const label = escapeMarkdown(ownTitle(source));
  const target = relativePath(output, source.path);
  return new Markdown(
    target === null
      ? `${label} (${codeSpan(recordedPath(source.path))})`
      : `[${label}](${linkTarget(target)})`,
  );
}

function assumptions(brief: Brief, register: OpenQuestionRegister): readonly unknown[] {
  const stated = brief.source.facts
    .filter(({ topic }) => topic === 'assumption')
    .flatMap(({ text }) => said(text) ?? [])
    .map(escapeMarkdown);
  const assumed = brief.questions.flatMap((question) => {
    const answer = answerTo(brief, question);
    if (answer?.kind !== 'assume' || said(answer.text) === null) return [];
    register.place(question.id);
    return [`${escapeMarkdown(question.text)} ${escapeMarkdown(answer.text)}`];
  });
  return [...stated, ...assumed].map((text) => ({ text: new Markdown(text) }));
}

/** Registers what nothing in the document asked for, but somebody left open: in the source, or by deferring. */
export function registerOpenMatters(brief: Brief, register: OpenQuestionRegister): void {
  const asked = new Map(brief.questions.map((question) => [question.text, question]));
  for (const { topic, text } of brief.source.facts) {
    const open = openQuestionText(text);
    if (topic !== 'open-question' || open === null) continue;
    const question = asked.get(open);
    const answer = question === undefined ? undefined : answerTo(brief, question);
    if (answerText(answer) === null) register.ask(open, ownerOf(answer));
  }
  for (const question of brief.questions) {
    const answer = answerTo(brief, question);
    if (answer?.kind === 'defer') register.ask(question.text, ownerOf(answer));
  }
}

function checklistFor({ template, source }: Brief): readonly ChecklistItem[] {
  return template.checklist.filter(({ when }) => when === undefined || when === source.kind);
}

function checklistView(item: ChecklistItem, { template }: Brief): unknown {
  return { ...item, text: new Markdown(itemText(item, template)) };
}

/** Items by what their id says before the first full stop: `gate-1.tests` belongs to `gate-1`. */
function checklistGroups(brief: Brief): Readonly<Record<string, readonly unknown[]>> {
  const groups: Record<string, unknown[]> = {};
  for (const item of checklistFor(brief))
    (groups[item.id.split('.')[0] ?? item.id] ??= []).push(checklistView(item, brief));
  return groups;
}
