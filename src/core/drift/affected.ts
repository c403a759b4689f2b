import { hasName } from '../text/name-in-text';
import type { SectionUses } from '../provenance/section-uses';
import { generatedSections } from '../receipt/generated-sections';
import type { Receipt } from '../receipt/receipt';
import type { SectionedSpec } from '../regenerate/section-target';
import type { SpecTask } from '../spec/spec-document';
import { offsetOf } from '../spec/text-range';
import type { AffectedSection, AffectedTask } from './drift';

/** A section of a spec as it stands, with what it was made from as far as that is known. */
export interface KnownSection extends AffectedSection {
  readonly text: string;
  readonly uses: SectionUses | undefined;
}

interface KnownTask extends AffectedTask {
  readonly text: string;
}

/** Looks up which sections and tasks of one spec something touches. */
export class AffectedParts {
  readonly sections: readonly KnownSection[];
  readonly #tasks: readonly KnownTask[];

  constructor(
    { spec, sections }: Pick<SectionedSpec, 'spec' | 'sections'>,
    receipt: Pick<Receipt, 'sections'>,
  ) {
    const uses = new Map(receipt.sections.map((section) => [section.key, section.uses]));
    this.sections = generatedSections(spec.text, sections).map(({ key, heading, text }) => ({
      ...{ key, heading, text, uses: uses.get(key) },
      line: sections.get(key)?.line ?? null,
    }));
    const textOf = ({ line, column, endLine, endColumn }: SpecTask): string =>
      spec.text.slice(offsetOf(spec.lines, line, column), offsetOf(spec.lines, endLine, endColumn));
    this.#tasks = spec.tasks.map((task) => ({ id: task.id, line: task.line, text: textOf(task) }));
  }

  /**
   * Sections that something touches: by their record of what they used where that says something, else by their text.
   *
   * @param byUses whether a record says so; `null` where it does not know the thing
   */
  sectionsOf(
    byUses: (uses: SectionUses) => boolean | null,
    byText: (text: string) => boolean,
  ): readonly AffectedSection[] {
    return this.sections
      .filter(({ uses, text }) => (uses === undefined ? null : byUses(uses)) ?? byText(text))
      .map(plain);
  }

  /** Sections by their keys; those that the spec does not have are not among them. */
  byKeys(keys: ReadonlySet<string>): readonly AffectedSection[] {
    return this.sections.filter(({ key }) => keys.has(key)).map(plain);
  }

  /** Tasks that cite a requirement. */
  tasksCiting(requirements: readonly string[]): readonly AffectedTask[] {
    return this.#tasksWith((text) => requirements.some((id) => hasName(text, id)));
  }

  /** Tasks that name a file. */
  tasksNaming(path: string): readonly AffectedTask[] {
    return this.#tasksWith((text) => namesPath(text, path));
  }

  /** Those of the tasks that stand in one of the sections. */
  within(sections: readonly AffectedSection[], tasks: readonly AffectedTask[]): readonly AffectedTask[] {
    const spans = this.sections
      .filter(({ key }) => sections.some((section) => section.key === key))
      .map(({ line, text }) => [line ?? 0, (line ?? 0) + text.split('\n').length - 1] as const);
    return tasks.filter(({ line }) => spans.some(([first, last]) => line > first && line <= last));
  }

  /** Ids of requirements that tasks cite. */
  citedBy(tasks: readonly AffectedTask[], ids: readonly string[]): readonly string[] {
    const lines = new Set(tasks.map(({ line }) => line));
    const texts = this.#tasks.filter(({ line }) => lines.has(line)).map(({ text }) => text);
    return ids.filter((id) => texts.some((text) => hasName(text, id)));
  }

  #tasksWith(has: (text: string) => boolean): readonly AffectedTask[] {
    return this.#tasks.filter(({ text }) => has(text)).map(({ id, line }) => ({ id, line }));
  }
}

function plain({ key, heading, line }: KnownSection): AffectedSection {
  return { key, heading, line };
}

/** Whether a text names a path, and not one that is longer. */
export function namesPath(text: string, path: string): boolean {
  for (let at = text.indexOf(path); at !== -1; at = text.indexOf(path, at + 1)) {
    const behind = text.slice(at + path.length, at + path.length + 2);
    if (!/[\w/.-]/u.test(text.charAt(at - 1)) && !/^(?:[\w-]|[./]\w)/u.test(behind)) return true;
  }
  return false;
}
