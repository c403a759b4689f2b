import type { Brief } from '../../brief/brief';
import { specPhrases } from '../../language/spec-phrases';
import { statementOf } from '../../source/requirements/requirement-text';
import { toldOn, type Told } from '../../source/facts/facts-on';
import { sayingOf } from '../../template/localize-template';
import { codeSpan, escapeExactly, escapeMarkdown } from '../../text/escape-markdown';
import { recordedPath } from '../../text/path';
import { Markdown } from './markdown';

/** What a source tells of its work beside requirements, by the topics that it has headings for. */
const toldTopics = [
  { topic: 'problem', what: specPhrases.problem },
  { topic: 'why-now', what: specPhrases.whyNow },
  { topic: 'goal', what: specPhrases.goal },
  { topic: 'success', what: specPhrases.successMeasure },
  { topic: 'constraint', what: specPhrases.constraint },
] as const;

/** More statements of a topic are a document of their own, which the spec links. */
const mostOfATopic = 12;

/** Problem, goals, success measures and constraints as the source words them, each with its line. */
export function toldViews({ source, template }: Brief): readonly unknown[] {
  const say = sayingOf(template);
  return toldTopics.flatMap(({ topic, what }) =>
    [...stated(source, topic), ...(topic === 'success' ? measures(source) : [])]
      .slice(0, mostOfATopic)
      .map(({ text, path, line }) => ({
        ...{ what: say(what), text: new Markdown(text) },
        place: new Markdown(codeSpan(`${recordedPath(path)}:${line}`)),
      })),
  );
}

function stated(source: Brief['source'], topic: string): readonly Told[] {
  return toldOn(source, topic).map((told) => ({ ...told, text: escapeMarkdown(told.text) }));
}

/** Success criteria that have ids of their own: nothing is built for them, so no mapping has them. */
function measures({ requirements, path: own }: Brief['source']): readonly Told[] {
  return requirements.flatMap((requirement) => {
    const text = requirement.kind === 'success-criterion' ? statementOf(requirement) : null;
    const { id, path = own, line } = requirement;
    return text === null ? [] : [{ text: `${escapeExactly(id)}: ${escapeMarkdown(text)}`, path, line }];
  });
}
