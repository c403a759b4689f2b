import type { Brief } from '../brief/brief';
import type { Template } from '../template/template';
import { parseBody, tidyBlankLines, type MustacheToken } from '../template/template-body';
import { readHeadings, withoutAttributes } from '../template/template-heading';
import { escapeMarkdown } from '../text/escape-markdown';
import { readFactRequest } from './outline/lambdas';
import { Markdown } from './outline/markdown';
import { OpenQuestionRegister } from './outline/open-question-register';
import { outlineView } from './outline/outline-view';
import { ownValue } from '../text/own-value';

/**
 * What a language model is to fill in: the template's headings, guidance comments, tables with one sample row and lists
 * with one sample item. What is known and short (title, dates, author, links) is filled in; the rest stands in brackets.
 *
 * @param brief decides what fits the kind of source, and gives the known values
 */
export function renderSkeleton(template: Template, brief: Brief): string {
  const body = withoutAttributes(withOptionalMarks(template.body));
  const view = {
    ...outlineView({ ...brief, template }, new OpenQuestionRegister(), () => []),
    isOutline: false,
  };
  return tidyBlankLines(new SkeletonWriter(body, view).write(parseBody(body), true));
}

/** Says below each heading that may be left out that it may. */
function withOptionalMarks(body: string): string {
  const lines = body.split('\n');
  for (const { lineIndex, optional } of readHeadings(body)) {
    if (optional)
      lines[lineIndex] =
        `${lines[lineIndex] ?? ''}\n<!-- Optional: leave this section out where it does not apply. -->`;
  }
  return lines.join('\n');
}

/** Values that would not be Markdown in brackets. */
const samples: Readonly<Record<string, string>> = {
  position: '1',
  diagramLabel: 'component',
  owner: 'unassigned',
  ownerNote: '',
};

class SkeletonWriter {
  readonly #body: string;
  readonly #view: Readonly<Record<string, unknown>>;

  constructor(body: string, view: Readonly<Record<string, unknown>>) {
    this.#body = body;
    this.#view = view;
  }

  /** @param isTop whether names mean the brief's own values, not those of an item in a list */
  write(tokens: readonly MustacheToken[], isTop: boolean): string {
    return tokens.map((token) => this.#token(token, isTop)).join('');
  }

  #token([kind, name, , end, children = [], closeAt = end]: MustacheToken, isTop: boolean): string {
    if (kind === 'text') return name;
    if (kind === '#') return this.#section(name, children, isTop, this.#body.slice(end, closeAt));
    if (kind === '^') return this.#valueOf(name) === false ? this.write(children, isTop) : '';
    if (kind !== 'name' && kind !== '&') return '';
    return (isTop ? this.#known(name) : null) ?? ownValue(samples, name) ?? `[${label(name)}]`;
  }

  #section(name: string, children: readonly MustacheToken[], isTop: boolean, inner: string): string {
    const value = this.#valueOf(name);
    if (name === 'list' || name === 'field' || name === 'rows') return this.#sample(name, inner);
    // Optional parts are shown: whether they are needed is for the writer to judge.
    if (name.startsWith('has.')) return this.write(children, isTop);
    if (typeof value === 'boolean') return value ? this.write(children, isTop) : '';
    if (value === null) return '';
    if (name === 'checklist' || name.startsWith('checklistOf.')) return this.#items(value, children);
    return this.write(children, isTop && !Array.isArray(value) && value !== undefined);
  }

  #sample(form: 'list' | 'field' | 'rows', inner: string): string {
    const { question, columns } = readFactRequest(inner, (text) => this.write(parseBody(text), false));
    const sample = `[${question.replace(/[[\]]/g, '')}]`;
    if (form === 'list') return `- ${sample}`;
    return form === 'field' ? sample : `| ${[sample, ...Array(columns - 1).fill('[...]')].join(' | ')} |`;
  }

  /** Checklist items are fixed text, so all of them stand. */
  #items(items: unknown, children: readonly MustacheToken[]): string {
    if (!Array.isArray(items)) return '';
    return (items as readonly { readonly text: Markdown }[])
      .map((item) => new SkeletonWriter(this.#body, { text: item.text }).write(children, true))
      .join('');
  }

  #known(name: string): string | null {
    const value = this.#valueOf(name);
    if (value instanceof Markdown) return value.text;
    if (typeof value === 'string') return escapeMarkdown(value);
    const given: unknown = typeof value === 'function' ? (value as () => unknown)() : null;
    return typeof given === 'string' ? escapeMarkdown(given) : null;
  }

  #valueOf(name: string): unknown {
    let value: unknown = this.#view;
    for (const part of Object.hasOwn(this.#view, name) ? [name] : name.split('.')) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = (value as Readonly<Record<string, unknown>>)[part];
    }
    return value;
  }
}

/** `doneCondition` and `source.link` as words. */
function label(name: string): string {
  return (name.split('.').at(-1) ?? name).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
