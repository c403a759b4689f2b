/** How a question for a thing begins. */
const opening =
  /\b(?:(?:which|what)(?: (?:is|are|[a-z][\w-]+ and))?|what[’']s|(?:is|are) there(?: already)?|(?:do|does) (?:we|you|they|it|the (?:team|project|product|app|workspace|repo|repository|code ?base|system)) (?:already )?(?:use|have)|name|state|specify|confirm|choose|pick|select|decide on|clarify|define)\s+/giu;

/** Words before a name that do not make it another thing: "our existing database" is the database. */
const modifiers = new Set(
  "the our your its a an any all existing current currently used standard default preferred main primary backend back-end server server-side frontend front-end client client-side web app application project project's product's team's company company's internal right exact actual underlying production common shared general kind type sort name choice of one in".split(
    ' ',
  ),
);

/** What may stand behind a name without making it a part of another name: "database columns" is not the database. */
const behind = new Set(
  'do does did is are was were shall should will would must can could may might to we for in on of by with within at from that and or has have had run runs hold holds store stores manage manages build builds check checks applies apply format formats send sends serve serves back backs used use uses exist exists currently already here there today allowed required expected supported applied chosen available it this you user users power powers handle handles keep keeps create creates execute executes drive drives publish publishes report reports render renders track tracks validate validates generate generates under below behind'.split(
    ' ',
  ),
);

/** Longest name, in words. */
const mostWords = 6;

/**
 * Names of things for which a question may ask, in lower case without hyphens and plural: of "Which database do we use?"
 * it is `database`, of "Which database columns are needed?" it is `database column`, and not `database`.
 */
export function namesAskedFor(question: string): ReadonlySet<string> {
  const found = new Set<string>();
  const lower = question.toLowerCase();
  for (const match of lower.matchAll(opening)) addNames(lower.slice(match.index + match[0].length), found);
  // The name alone, as authors note what is open: "Database: to be decided", "Message broker?".
  const alone = /^\s*(?!\s)([^?:：,.;]{2,60}?)\s*(?:[?:：]|$)/u.exec(lower)?.[1];
  if (alone !== undefined) addNames(alone, found);
  return found;
}

/** Names of a list as people write them, comma separated, in the form of {@link namesAskedFor}. */
export function namesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map(plainName)
    .filter((name) => name !== '');
}

function addNames(rest: string, found: Set<string>): void {
  const words = [...rest.matchAll(/([^\s?,.;:()/]+(?:\.[^\s?,.;:()/]+)*)\s*([?,.;:()/]?)/gu)].slice(0, 14);
  for (let start = 0; start < words.length; start += 1) {
    for (let count = 1; count <= mostWords && start + count <= words.length; count += 1) {
      const last = words[start + count - 1];
      const next = words[start + count]?.[1];
      const isEnd = next === undefined || (last?.[2] ?? '') !== '' || behind.has(next);
      if (isEnd)
        found.add(
          plainName(
            words
              .slice(start, start + count)
              .map(([, word]) => word)
              .join(' '),
          ),
        );
      if ((last?.[2] ?? '') !== '') break;
    }
    const [, word = '', mark = ''] = words[start] ?? [];
    if (!modifiers.has(word) || mark !== '') return;
  }
}

function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, ' ')
    .replace(/(?<=[^s\s])s$/u, '');
}
