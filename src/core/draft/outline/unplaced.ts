import type { Brief } from '../../brief/brief';
import { specPhrases } from '../../language/spec-phrases';
import { toldOn } from '../../source/facts/facts-on';
import { sayingOf } from '../../template/localize-template';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown';
import { recordedPath } from '../../text/path';
import { normalText } from '../../source/requirements/fingerprint';

/** What an author must not lose though a team's template has no place for it. */
const kept = ['constraint', 'risk', 'rollout'] as const;

/** Tags of a template that open or close a part of it. */
const tag = /\{\{([#^/])([^{}]+)\}\}/gu;
const places: readonly string[] = ['list', 'field', 'rows'];
/** Options of a place by which it may leave out some of what it asks for. */
const condition = /\|\s*(?:states \w+|\d+ facts?(?: each)?)\s*(?=\||$)/u;

/**
 * What the source says of limits, risks and release, on topics that no place of the template asks for without a condition, and what
 * the outline does not say either; Markdown on one line each, with its place in the source.
 *
 * @param text the outline without it
 */
export function unplaced(
  { source, template }: Pick<Brief, 'source' | 'template'>,
  text: string,
): readonly string[] {
  const asked = askedAlways(template.body);
  const open = kept.filter((topic) => !asked.has(topic));
  if (open.length === 0) return [];
  const say = sayingOf(template);
  const said = normalText(text);
  return open
    .flatMap((topic) => toldOn(source, topic))
    .filter((told) => !said.includes(normalText(told.text)))
    .map(
      (told) =>
        `${say(specPhrases.unplaced, escapeMarkdown(told.text))} (${codeSpan(`${recordedPath(told.path)}:${told.line}`)})`,
    );
}

/** Topics of the places that take all that is said on them, and stand in every spec: `{{#list}}risk | Which?{{/list}}`. */
function askedAlways(body: string): ReadonlySet<string> {
  const asked = new Set<string>();
  const around: string[] = [];
  let start = 0;
  for (const { 0: whole, 1: kind, 2: name = '', index } of body.matchAll(tag)) {
    if (kind !== '/') {
      around.push(name.trim());
      start = index + whole.length;
      continue;
    }
    const isPlace = around.length === 1 && places.includes(around[0] ?? '');
    around.pop();
    const inside = body.slice(start, index);
    if (isPlace && !condition.test(inside))
      for (const topic of (inside.split('|')[0] ?? '').split(',')) asked.add(topic.trim());
  }
  return asked;
}
