import { asksFor } from '../conversation/asks-for';
import { isQuestion } from '../conversation/open-points';
import { monologue, readConversation } from '../conversation/read-turns';
import { normalText } from '../requirements/fingerprint';
import type { Source } from '../source';
import type { Passage, UnreadSection } from './passage';
import { longestPassage } from './passage';
import { statedBy } from './stated';

/** Shortest thing said that is worth a look, in letters: "ok, thanks" is none. */
const leastSaid = 12;

/** Sentences of a conversation that settled nothing, by who said them. */
export function unreadTalk(source: Source): readonly UnreadSection[] {
  const { turns } = readConversation(source.text, source.conversation ?? null);
  const { requirements, outOfScope, facts, superseded = [] } = source;
  const quoted = requirements.map((one) => ({ line: one.line, text: normalText(one.text) }));
  const said = statedBy([...requirements, ...outOfScope, ...facts, ...superseded]);
  return (turns.length > 0 ? turns : [monologue(source.text)]).flatMap(
    ({ speaker, role, line, sentences }) => {
      const isModel = role === 'assistant';
      const passages = sentences.flatMap((sentence): readonly Passage[] => {
        const text = sentence.text.replace(/\s+/gu, ' ').slice(0, longestPassage);
        const words = normalText(text);
        if (words.length < leastSaid || said.get(sentence.line)?.includes(words) === true) return [];
        // An answer that somebody gave quotes what it answers.
        if (isQuestion(text) && quoted.some((one) => one.line > sentence.line && one.text.startsWith(words)))
          return [];
        const possible = !isModel && asksFor(text) && !isQuestion(text);
        return [{ line: sentence.line, text, role: isModel ? 'proposal' : 'talk', possible }];
      });
      return passages.length === 0 ? [] : [{ title: speaker, line, passages }];
    },
  );
}
