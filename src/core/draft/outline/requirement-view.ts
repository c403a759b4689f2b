import type { Brief } from '../../brief/brief';
import type { Question } from '../../clarify/question';
import { isAbout, missingCriteriaId, missingCriteriaText } from '../../clarify/requirement-questions';
import { criterionLabel } from '../../source/notation/criterion-label';
import type { Requirement } from '../../source/source';
import { measurableStatement } from '../../source/requirements/measurable';
import { joinStatements } from '../../text/join-statements';
import { said } from '../../text/said';
import type { Say } from '../../language/language-pack';
import { specPhrases } from '../../language/spec-phrases';
import { sayingOf } from '../../template/localize-template';
import { codeSpan, escapeExactly, escapeMarkdown, withoutIds } from '../../text/escape-markdown';
import { answerText, answerTo } from './fact-lookup';
import { Markdown } from './markdown';
import { meaningsFor, meaningsIn, meaningText } from './meanings';
import { mentionedFiles } from './mentioned-files';
import { overruledBy, overruledIn, type Overruled } from './overruled';
import type { OpenQuestionRegister } from './open-question-register';
import { statementOf, titleOf } from '../../source/requirements/requirement-text';
import { taskTitle, withoutTitle } from './task-words';
import type { OutlineTask } from './tasks';
import { restatedIds } from './restated-ids';
import { TestCommands, type TestScope } from './test-commands';
import type { WorkArea } from './work-areas';
import { workKindOf } from './work-kinds';

/** One row of a test table. */
export interface TestView {
  /** `US-001/AC-2`, or the requirement's id where it has no criteria. */
  readonly label: Markdown;
  readonly requirement: Markdown;
  readonly title: string;
  readonly text: () => Markdown;
  /** The command that runs it. */
  readonly testCommand: () => Markdown;
  readonly endToEndCommand: () => Markdown;
}

/** A requirement as templates name it. */
export interface RequirementView {
  readonly requirement: Requirement;
  readonly id: Markdown;
  readonly title: string;
  /** The title without ids, for a list where an id counts wherever it stands. */
  readonly goal: string;
  readonly statement: () => Markdown;
  readonly component: string;
  readonly domain: () => Markdown;
  readonly priority: () => Markdown;
  /** Task ids, comma separated. */
  readonly tasks: Markdown;
  /** Texts of its acceptance criteria, or the gap. */
  readonly criteria: () => Markdown;
  readonly tests: readonly TestView[];
  /** Its id in a list that restates requirements under the template's prefix. */
  readonly ownId: Markdown;
  /** ` (R-001)` where that id is not the source's own. */
  readonly citation: Markdown;
}

/** Views of the requirements and of the tasks that build them; every gap goes to the register when it is shown. */
export class RequirementViews {
  readonly requirements: readonly RequirementView[];
  readonly #brief: Brief;
  readonly #register: OpenQuestionRegister;
  readonly #filesOf: (text: string) => readonly string[];
  readonly #commands: TestCommands;
  readonly #say: Say;
  readonly #overruled: readonly Overruled[];

  constructor(input: {
    readonly brief: Brief;
    readonly register: OpenQuestionRegister;
    readonly areas: readonly WorkArea[];
    readonly tasks: readonly OutlineTask[];
  }) {
    this.#brief = input.brief;
    this.#register = input.register;
    this.#overruled = overruledBy(input.brief);
    this.#say = sayingOf(input.brief.template);
    this.#filesOf = mentionedFiles(input.brief.context.files, input.brief.source.path);
    this.#commands = new TestCommands(input.brief.context);
    const ownIds = restatedIds(
      input.areas.flatMap(({ requirements }) => requirements),
      input.brief.template.requirements,
    );
    const inOrder = input.brief.source.requirements.filter(({ kind }) => kind !== 'success-criterion');
    const allIds = inOrder.map(({ id }) => id);
    this.requirements = inOrder.map((requirement) => {
      const area = input.areas.find(({ requirements }) => requirements.includes(requirement));
      const tasks = input.tasks.filter((task) => task.requirement === requirement).map(({ id }) => id);
      const ownId = ownIds.get(requirement.id) ?? requirement.id;
      return {
        requirement,
        id: new Markdown(escapeExactly(requirement.id)),
        title: titleOf(requirement),
        goal: withoutIds(titleOf(requirement), allIds),
        statement: () => this.#settledStatement(requirement),
        component: area?.name ?? '',
        domain: () => this.domainOf(area),
        priority: () =>
          said(requirement.priority ?? '') === null
            ? this.#gap(this.#say(specPhrases.priority))
            : priorityView(requirement.priority ?? '', allIds),
        tasks: new Markdown(tasks.join(', ')),
        criteria: () => this.#criteria(requirement),
        tests: this.#tests(requirement, area ?? null),
        ownId: new Markdown(escapeExactly(ownId)),
        citation: new Markdown(ownId === requirement.id ? '' : ` (${escapeExactly(requirement.id)})`),
      };
    });
  }

  /** A task as templates name it. */
  task(task: OutlineTask): Readonly<Record<string, unknown>> {
    const { requirement, area } = task;
    const isTest = task.kind === 'tests';
    const modified = isTest ? [] : this.#filesOf(`${requirement.title}\n${requirement.text}`);
    return {
      id: new Markdown(task.id),
      title: isTest ? this.#say(specPhrases.test, taskTitle(requirement)) : taskTitle(requirement),
      implements: new Markdown(escapeExactly(requirement.id)),
      description: () => (isTest ? this.#criteria(requirement) : this.#description(requirement)),
      modified: modified.map((path) => ({ path: new Markdown(codeSpan(path)) })),
      hasModified: modified.length > 0,
      files: () => this.filesGap(area),
      done: () => this.#doneCondition(requirement, area),
      dependencies: new Markdown(
        task.dependencies.length === 0 ? this.#say(specPhrases.none) : task.dependencies.join(', '),
      ),
    };
  }

  /** Folder where an area's code lives, as a gap unless the workspace shows it. */
  domainOf(area: WorkArea | null | undefined): Markdown {
    if (typeof area?.module === 'string') return new Markdown(codeSpan(area.module));
    return this.#gap(this.#say(specPhrases.folder, this.#nameOf(area)));
  }

  filesGap(area: WorkArea | null): Markdown {
    return this.#gap(
      typeof area?.module === 'string'
        ? this.#say(specPhrases.filesBelow, this.#nameOf(area), area.module)
        : this.#say(specPhrases.files, this.#nameOf(area)),
    );
  }

  #nameOf(area: WorkArea | null | undefined): string {
    return area?.name ?? this.#say(specPhrases.thisWork);
  }

  /** The one test command of the workspace that fits, as a code span, or a gap where it has none. */
  #testCommand(requirement: Requirement, area: WorkArea | null, scope: TestScope): Markdown {
    const command = this.#commands.commandFor({
      kind: workKindOf(requirement),
      module: area?.module ?? null,
      scope,
    });
    if (command !== null) return new Markdown(codeSpan(command));
    return this.#gap(
      this.#say(scope === 'end-to-end' ? specPhrases.endToEndCommand : specPhrases.testCommand),
    );
  }

  #gap(question: string): Markdown {
    return new Markdown(this.#register.ask(question));
  }

  #doneCondition(requirement: Requirement, area: WorkArea | null): Markdown {
    const labels = requirement.acceptance.map((_, index) =>
      escapeExactly(criterionLabel(requirement.id, index)),
    );
    const verified = labels.length > 0 ? labels.join(', ') : this.#criteria(requirement).text;
    return new Markdown(`${this.#testCommand(requirement, area, 'any').text}: ${verified}`);
  }

  /** The statement with what a person settled about it; an answer takes the place of a statement that says nothing. */
  #settledStatement(requirement: Requirement): Markdown {
    const clarified = this.#clarified(requirement, statementOf(requirement) ?? '');
    if (clarified.length === 0) return this.#statement(requirement);
    const stated = statementOf(requirement) === null ? [] : [this.#statement(requirement).text];
    return new Markdown(joinStatements([...stated, ...clarified]));
  }

  /**
   * Answers to what the source leaves unclear about a requirement, its missing criteria apart.
   *
   * @param beside what stands before them: words of it that do not hold are marked there with the answer
   */
  #clarified(requirement: Requirement, beside: string): readonly string[] {
    const meanings = meaningsFor(this.#brief, requirement);
    const marked = [...overruledIn(beside, requirement, this.#overruled), ...meaningsIn(beside, meanings)];
    return this.#brief.questions
      .filter((question) => question.id !== missingCriteriaId(requirement) && isAbout(question, requirement))
      .filter(({ id }) => !marked.some(({ question }) => question.id === id))
      .flatMap((question) => {
        const answer = this.#answer(question);
        const meaning = meanings.find((one) => one.question === question);
        return answer === null ? [] : [meaning === undefined ? answer : meaningText(meaning)];
      });
  }

  #answer(question: Pick<Question, 'id'>): string | null {
    const text = answerText(answerTo(this.#brief, question));
    if (text !== null) this.#register.place(question.id);
    return text;
  }

  #description(requirement: Requirement): Markdown {
    const isTitle = statementOf(requirement) === titleOf(requirement);
    const byCriteria = isTitle && (requirement.acceptance.length > 0 || this.#isAnswered(requirement));
    const beside = byCriteria ? requirement.acceptance.map(({ text }) => text).join(' ') : '';
    const clarified = this.#clarified(requirement, isTitle ? beside : (statementOf(requirement) ?? ''));
    // A statement that is the title again tells less than what the result is held against, or what was settled about it.
    if (byCriteria) return new Markdown(joinStatements([this.#criteria(requirement).text, ...clarified]));
    if (isTitle && clarified.length > 0) return new Markdown(joinStatements(clarified));
    const stated = this.#statement(withoutTitle(requirement));
    return new Markdown(joinStatements([stated.text, ...clarified]));
  }

  #statement(requirement: Requirement): Markdown {
    const statement = statementOf(requirement);
    return statement === null
      ? this.#gap(this.#say(specPhrases.asksFor, requirement.id))
      : this.#marked(statement, requirement);
  }

  /** What the source says, with a mark where a person decided that some of it does not hold, or what a word of it means. */
  #marked(text: string, requirement: Requirement): Markdown {
    const marks = overruledIn(text, requirement, this.#overruled).map(({ question, words, decision }) => {
      this.#register.place(question.id);
      return `(${escapeMarkdown(this.#say(specPhrases.overruled, words, decision))})`;
    });
    const meanings = meaningsIn(text, meaningsFor(this.#brief, requirement)).map((meaning) => {
      this.#register.place(meaning.question.id);
      return `(${meaningText(meaning)})`;
    });
    return new Markdown([escapeMarkdown(text), ...marks, ...meanings].join(' '));
  }

  #criteria(requirement: Requirement): Markdown {
    if (requirement.acceptance.length > 0) {
      return new Markdown(
        joinStatements(requirement.acceptance.map((_, index) => this.#criterion(requirement, index).text)),
      );
    }
    const given = this.#answer({ id: missingCriteriaId(requirement) });
    if (given !== null) return new Markdown(given);
    const measurable = measurableStatement(requirement);
    return measurable === null
      ? this.#gap(missingCriteriaText(requirement, this.#say))
      : this.#marked(measurable, requirement);
  }

  #isAnswered(requirement: Requirement): boolean {
    return answerText(answerTo(this.#brief, { id: missingCriteriaId(requirement) })) !== null;
  }

  #criterion(requirement: Requirement, index: number): Markdown {
    const text = said(requirement.acceptance[index]?.text ?? '');
    return text === null
      ? this.#gap(this.#say(specPhrases.criterionAsksFor, requirement.id, String(index + 1)))
      : this.#marked(text, requirement);
  }

  #tests(requirement: Requirement, area: WorkArea | null): readonly TestView[] {
    const id = new Markdown(escapeExactly(requirement.id));
    const shared = {
      requirement: id,
      title: titleOf(requirement),
      testCommand: () => this.#testCommand(requirement, area, 'any'),
      endToEndCommand: () => this.#testCommand(requirement, area, 'end-to-end'),
    };
    if (requirement.acceptance.length === 0) {
      return [{ ...shared, label: id, text: () => this.#criteria(requirement) }];
    }
    return requirement.acceptance.map((_, index) => ({
      ...shared,
      label: new Markdown(escapeExactly(criterionLabel(requirement.id, index))),
      text: () => this.#criterion(requirement, index),
    }));
  }
}

/** As it was written where it is a rank: `P1` cites no requirement, unless there is one of that name. */
function priorityView(priority: string, ids: readonly string[]): Markdown {
  const isRank = /^P\d$/iu.test(priority) && !ids.includes(priority);
  return new Markdown(isRank ? escapeExactly(priority) : escapeMarkdown(priority));
}
