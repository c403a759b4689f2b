import type { Brief } from '../../brief/brief';
import { specPhrases } from '../../language/spec-phrases';
import { toldOn } from '../../source/facts/facts-on';
import { sayingOf } from '../../template/localize-template';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown';
import { recordedPath } from '../../text/path';
import { normalText } from '../../source/requirements/fingerprint';

/** What an author must not lose though a team's template has no place for it. */
const kept = ['constraint', 'risk', 'rollout'] as const;

/** Places of a template that take what the source says on topics: `{{#list}}risk | Which?{{/list}}`. */
const place = /\{\{#(?:list|field|rows)\}\}([^|{}]*)\|([^{}]*(?:\{\{[^{}]*\}\}[^{}]*)*)\{\{\//gu;

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
  const asked = new Set(
    [...template.body.matchAll(place)].flatMap(([, topics = '', rest = '']) =>
      /\|\s*states \w+/u.test(rest) ? [] : topics.split(',').map((topic) => topic.trim()),
    ),
  );
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
