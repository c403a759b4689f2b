import { fileName } from '../../text/path';
import { termsOf } from '../../workspace/relevance/terms';
import type { ContextDocument } from '../../workspace/context';
import { chosenIn, isNegated, statedInTasks } from '../decisions/chosen';
import type { Check } from '../check';
import { names } from '../reading/deviations';
import { isPastSpec } from '../past-spec';
import { isTurnedDown, rejectionsOf, type Rejection } from '../decisions/rejections';
import { technologies } from '../../workspace/stack/technologies';

/** Fewer words than these say too little to tell what a choice is about. */
const tellingWords = 4;

/**
 * Nothing is chosen that a decision record or a research note turned down: a rejected or superseded record, or an option that one
 * rejects. To record the rejection, among the alternatives or as a rejected row, is fine. Only names are compared (technologies,
 * acronyms), and only where the choice is about what the record is about.
 *
 * Options: none.
 *
 * Good: `| Tokens are rows in PostgreSQL | Redis: rejected in decision 0001 | ... |`.
 * Bad: `| Invitation tokens live in Redis | ... |` where decision 0001 rejects Redis for tokens.
 */
export const rejectedDecision: Check = {
  id: 'rejected-decision',
  title: 'Nothing is chosen that was turned down before.',
  severity: 'warning',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { surroundings } = context;
    if (surroundings === null || isPastSpec(context)) return;
    const rejections = surroundings.documents
      // A record that lies in the workspace under another path, too.
      .filter(({ text }) => text.trim() !== context.spec.text.trim())
      .flatMap((document) => rejectionsOf(document).map((rejection) => ({ rejection, document })));
    if (rejections.length === 0) return;
    // Where a record decides for a thing, an older one or another that turned it down is settled.
    const settled = surroundings.documents
      .filter(({ kind, text }) => kind === 'decision' && !isTurnedDown(text))
      .map(({ path, title }) => ({ path, title: title.toLowerCase() }));
    const reported = new Set<string>();
    for (const { text: written, place } of [...chosenIn(context), ...statedInTasks(context)]) {
      for (const { rejection, document } of rejections) {
        // To cite a record is not to choose what it turned down.
        const text = withoutCitation(written, document);
        const name =
          rejection.names.find((each) => takes(text, each)) ??
          (rejection.noun !== null && germanUse.exec(text)?.[1]?.toLowerCase() === rejection.noun
            ? rejection.noun
            : undefined) ??
          (takesWords(text, rejection.words) ? rejection.what.toLowerCase() : undefined);
        if (
          name === undefined ||
          reported.has(`${place.line} ${name}`) ||
          reported.has(`${text} ${name}`) ||
          !isAbout(text, name, rejection, document)
        )
          continue;
        // Not by the very record that turns it down: "Postings are not published to Kafka".
        if (settled.some(({ path, title }) => path !== rejection.path && names(title, name))) continue;
        reported.add(`${place.line} ${name}`).add(`${text} ${name}`);
        yield {
          message: '{0} was turned down in {1}:{2}: {3}',
          args: [rejection.what, rejection.path, String(rejection.line), rejection.reason],
          places: [{ path: rejection.path, line: rejection.line }],
          ...place,
        };
      }
    }
  },
};

/** `Wir verwenden Camunda`: without an article a noun is a name, or stands for what is always so. */
const germanUse = /(?<!\p{L})(?:verwenden|nutzen|benutzen|setzen auf|einsetzen)\s+(\p{Lu}\p{L}*)/u;

/** A text without the path, the file name and the title of a document. */
function withoutCitation(text: string, { path, title }: ContextDocument): string {
  const citations = [path, fileName(path), title.replace(/^\d+[.:]?\s*/u, '')];
  return citations.reduce((rest, one) => (one === '' ? rest : rest.replaceAll(one, ' ')), text);
}

const spellings = new Map(
  technologies.map(({ name, aliases }) => [
    name.toLowerCase(),
    [name, ...aliases].map((each) => each.toLowerCase()),
  ]),
);

/** Whether a text names a thing and does not turn it down itself. */
function takes(text: string, name: string): boolean {
  const lower = text.toLowerCase();
  return (spellings.get(name) ?? [name]).some(
    (spelling) => names(lower, spelling) && !isNegated(text, lower.indexOf(spelling)),
  );
}

/** Words of a description may stand this far apart, in words. */
const widest = 2;

/** Whether a text has all words of a description close together, and does not turn them down itself. */
function takesWords(text: string, words: readonly string[]): boolean {
  if (words.length < 2) return false;
  const said = [...text.matchAll(/\p{L}[\p{L}\p{N}'’-]*/gu)].map(({ 0: word, index }) => ({
    index,
    stems: termsOf(word).map(({ stem }) => stem),
  }));
  return said.some(({ index, stems }, at) => {
    if (!stems.includes(words[0] ?? '') || isNegated(text, index)) return false;
    const near = said.slice(at, at + words.length + widest).flatMap((word) => word.stems);
    return words.every((word) => near.includes(word));
  });
}

/** Whether a choice shares a word with the record, the name aside; where it says little else, the name has to do. */
function isAbout(text: string, name: string, rejection: Rejection, document: ContextDocument): boolean {
  const aside = new Set(termsOf(name).map(({ stem }) => stem));
  const stems = [...new Set(termsOf(text).map(({ stem }) => stem))].filter((stem) => !aside.has(stem));
  if (stems.length < tellingWords) return true;
  const about = stemsOf(document);
  const own = new Set(
    termsOf(`${document.title} ${rejection.what} ${rejection.reason}`).map(({ stem }) => stem),
  );
  return stems.some((stem) => own.has(stem)) || stems.filter((stem) => about.has(stem)).length >= 2;
}

const stemsByDocument = new WeakMap<ContextDocument, ReadonlySet<string>>();

function stemsOf(document: ContextDocument): ReadonlySet<string> {
  const before = stemsByDocument.get(document);
  if (before !== undefined) return before;
  const stems = new Set(termsOf(document.text).map(({ stem }) => stem));
  stemsByDocument.set(document, stems);
  return stems;
}
