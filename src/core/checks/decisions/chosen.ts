import { plainRange } from '../../text/position';
import { oncePer } from '../../text/remembered';
import type { SpecDocument } from '../../spec/spec-document';
import type { SpecPart } from '../../spec/spec-part';
import type { TextRange } from '../../text/position';
import type { CheckContext } from '../check';
import { taskField } from '../../spec/task-field';
import { firstLine } from '../../spec/place';
import { statementsIn, statementsOf } from '../reading/statements';
import { decisionColumn, dependencyColumn, outcomeColumn } from '../../spec/vocabulary/columns';
import { decisionsSection, notChosenSection } from '../../spec/vocabulary/section-names';

/** What a spec takes as its own: a decision, a dependency, a technology of a component, or a sentence that says so. */
export interface Chosen {
  readonly text: string;
  /** Whether the text is the name of one thing rather than a sentence. */
  readonly isName: boolean;
  readonly place: TextRange;
}

const decisionLead = /^.{3,160}?(?=[:：]\s?|[.。]\s|$)/su;
const rejected =
  /(?<![\p{L}\p{N}])(?:rejected|not (?:chosen|recommended)|discarded|declined|verworfen|abgelehnt|rechazad[oa]|rejeitad[oa]|rejeté)(?![\p{L}\p{N}])/iu;
const choosing =
  /\b(?:we|this (?:spec|design|change|feature)|it|the (?:service|backend|server|client|frontend|api|implementation))\s+(?:will |shall |must |should )?(?:uses?|chooses?|chose|adopts?|introduces?|adds?|(?:is|are|be) (?:written|implemented|built) (?:in|with|on)|switch(?:es)? to|migrates? to|relies on|stores? [^.]{1,40} in)\b|\b(?:is|are|be) (?:written|implemented|built|stored|kept|cached|queued|published|indexed|scheduled|processed) (?:in|by|with|on|via|through|to)\b|\bnew (?:dependency|database|service|library)\b|\bwir (?:verwenden|nutzen|setzen)\b|\b(?:usaremos|usamos|utilizamos|utilizaremos|nous utilisons)\b/iu;

/** A decision cites what it serves: `- **Events go through Kafka** (US-003): ...`. */
const citing = /[(（[]\s*(?:[A-Z]{1,5}-?\d+|[A-Z]{1,5}-\d+\/AC-\d+)(?:\s*[,、–-]\s*[A-Z\d/]+)*\s*[)）\]]/u;
/** Weighs or reports instead of choosing. */
const weighing =
  /(?<![\p{L}\p{N}])(?:considered|turned down|would|instead of|alternatives?|(?:adr|decision)[ -]?\d+|unlike|foi considerad[oa]|fue considerad[oa]|considerad[oa]s?|erwogen|envisagé)(?![\p{L}\p{N}])|也考虑过|考虑过|検討した|검토했/iu;
/** The rest of a decision's item, behind what it begins with, where it goes on to say how: `...: Sidekiq schedules it`. */
const goesOn =
  /^\s*[\p{Lu}][\w.+#-]*(?:\s[\p{Lu}][\w.+#-]*)?\s+(?:schedules?|keeps?|stores?|holds?|carries|runs?|handles?|delivers?|processes|queues?|caches?|publishes|renders?|sends?|serves?|does)\b/u;

/** What a spec chooses, in document order; alternatives, exclusions and rows that are rejected are none of it. */
export function chosenIn(context: CheckContext): readonly Chosen[] {
  const { spec } = context;
  const outside = sectionsNotChosen(spec);
  const decisions = sectionsNamed(spec, decisionsSection);
  const isOutside = (section: number | null): boolean => section !== null && outside.has(section);
  const isDecision = (section: number | null): boolean => section !== null && decisions.has(section);
  const cells = spec.tables
    .filter(({ section }) => !isOutside(section))
    .flatMap(({ header, rows }) => {
      const decision = header.findIndex(({ text }) => decisionColumn.test(text.trim()));
      const names = header.flatMap(({ text }, index) => (dependencyColumn.test(text.trim()) ? [index] : []));
      const verdict = header.findIndex(({ text }, index) => index > 0 && outcomeColumn.test(text.trim()));
      return rows
        .filter((row) => verdict === -1 || !rejected.test(row[verdict]?.text ?? ''))
        .flatMap((row) =>
          [
            ...(decision === 0 ? [{ at: 0, isName: false }] : []),
            ...names.map((at) => ({ at, isName: true })),
          ].flatMap(({ at, isName }) => {
            const cell = row[at];
            return cell === undefined ? [] : [{ text: cell.text, isName, place: plainRange(cell) }];
          }),
        );
    });
  const sentences = [...statementsOf(context, choicesIn)]
    .filter(({ section }) => !isOutside(section))
    .map(({ text, place }) => ({ text, isName: false, place }));
  const leads = [...statementsOf(context, statementsIn)]
    .filter(({ section, nested }) => !nested && isDecision(section) && !isOutside(section))
    .flatMap(({ text, place }) => {
      const lead = decisionLead.exec(text)?.[0] ?? '';
      return lead === '' || rejected.test(lead) ? [] : [{ text: lead, isName: false, place }];
    });
  const citedChoices = [...statementsOf(context, statementsIn)]
    .filter(({ section, text }) => !isOutside(section) && citing.test(text.slice(0, 240)))
    .flatMap(({ text, section, place }) => {
      const at = citing.exec(text)?.index ?? 0;
      const rest = text.slice(at).replace(/^[^:：]*[:：]/u, '');
      const how = goesOn.test(rest) ? (rest.split(/[.;]/u)[0] ?? '') : '';
      // In sections about decisions that is taken already.
      return [isDecision(section) ? '' : text.slice(0, at), how]
        .filter(
          (said) => said.trim() !== '' && said.length < 300 && !rejected.test(said) && !weighing.test(said),
        )
        .map((said) => ({ text: said, isName: false, place }));
    });
  const stated = [...statementsOf(context, statesIn)]
    .filter(({ section }) => !isOutside(section))
    .map(({ text, place }) => ({ text, isName: false, place }));
  return [...cells, ...leads, ...citedChoices, ...sentences, ...stated].sort(
    (a, b) => a.place.line - b.place.line,
  );
}

/** Sentences that say what is chosen. */
const choicesIn = oncePer((part: SpecPart) =>
  statementsIn(part).flatMap((statement) =>
    statement.text
      .split(/(?<=[.!?])\s+|\n/u)
      .filter((sentence) => sentence.length < 600 && choosing.test(sentence) && !rejected.test(sentence))
      .map((text) => ({ ...statement, text })),
  ),
);

/** Sections of what a spec does not do: alternatives, exclusions, the future, and what it only refers to. */
export const sectionsNotChosen = oncePer((spec: SpecDocument): ReadonlySet<number> =>
  sectionsNamed(spec, notChosenSection),
);

/** `T-001: `, `Description: `, `T-010: Test: `: what a sentence stands behind in a list. */
const labels = /^(?:[\p{L}\d][^:：.]{0,40}[:：]\s+){1,2}/u;

/** What tasks say that they make so, by title and description: `T-001: Sessions use JWT tokens`. */
export function statedInTasks({ spec }: Pick<CheckContext, 'spec'>): readonly Chosen[] {
  return spec.tasks.flatMap((task) => {
    const description = taskField(task, 'description');
    return [
      { text: task.title, place: firstLine(spec, task) },
      ...(description === undefined ? [] : [{ text: description.value, place: plainRange(description) }]),
    ].flatMap(({ text, place }) => statesOf(text).map((said) => ({ text: said, isName: false, place })));
  });
}

/** Sentences that say how a thing is: `Tiles have a fixed lifetime of 10 minutes.` */
const statesIn = oncePer((part: SpecPart) =>
  statementsIn(part).flatMap((statement) => statesOf(statement.text).map((text) => ({ ...statement, text }))),
);

function statesOf(text: string): readonly string[] {
  return text
    .replace(labels, '')
    .split(/(?<=[.!?])\s+|\n/u)
    .filter(
      (sentence) =>
        sentence.length < 200 &&
        stating.test(sentence) &&
        !rejected.test(sentence) &&
        !weighing.test(sentence),
    );
}
const stating =
  /^(?:(?:The|Every|Each|All)\s+)?[\p{L}\s-]{2,40}?\s(?:have|has|get|gets|use|uses|keep|keeps|carry|carries|go through|goes through|run in|runs in|live in|lives in|expire|expires)\s/iu;

/** Sections whose name, or that of a section around them, has a pattern. */
function sectionsNamed({ sections }: SpecDocument, pattern: RegExp): ReadonlySet<number> {
  const named = new Set<number>();
  // What holds a section comes before it.
  for (const { index, name, parent } of sections)
    if ((parent !== null && named.has(parent)) || pattern.test(name)) named.add(index);
  return named;
}

const against =
  /(?:\b(?:not|no|without|instead of|rather than|than|over|replac(?:es|ing)|drops?|dropping|remov(?:es|ing)|away from|unlike|never|avoid(?:s|ing)?|against|nor|kein\p{L}*|nicht|statt|ohne|anstelle von|sin|en lugar de|sem|em vez de|sans|au lieu de|plutôt que)|вместо|без|не)\s+(?:(?:a|an|the|any|new|using|to|in|on|from|der|die|das|ein|eine|un|una|um|uma|une|el|la|o)\s+){0,2}$/iu;

/** Whether what stands at an index of a text is named as what is not taken. */
export function isNegated(text: string, index: number): boolean {
  return against.test(text.slice(Math.max(0, index - 40), index));
}
