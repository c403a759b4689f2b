import { fingerprintOf } from '../requirements/fingerprint';
import { titleOf } from '../document/inline-text';
import type { OutOfScopeItem, Requirement, SourceFact, SupersededStatement } from '../source';
import { declines, smallTalk } from '../vocabulary/conversation-phrases';
import { unwanted } from '../vocabulary/refusal-phrases';
import { accepts, corrects, decides, proposes, takesBack } from '../vocabulary/settling-phrases';
import { agreements, holdsOnly } from './agreements';
import { asksFor, settledBriefly, type Before } from './asks-for';
import { candidateOf, type Candidate } from './candidate';
import { contradictedBy, correctedBy, declinedBy, nearby, repeatedBy } from './earlier-statements';
import { withDecisions, type SaidSentence } from './labelled-decisions';
import { isQuestion, openPoints } from './open-points';
import { refusedBy } from './refusals';
import { scrappedBy, type Scrapped } from './scrapping';
import { unnamed, type Sentence, type Turn } from './turn';

/** What a conversation settles. */
export interface Settled {
  readonly requirements: readonly Requirement[];
  readonly outOfScope: readonly OutOfScopeItem[];
  /** Decisions and open points, in order. */
  readonly facts: readonly SourceFact[];
  /** Statements that a later one replaced, or that were taken back, in order. */
  readonly superseded: readonly SupersededStatement[];
  readonly contradictions: readonly Contradiction[];
}

/** Two statements that can not both hold, the later of which counts although nobody said so. */
export interface Contradiction {
  readonly earlier: Sentence;
  readonly later: Sentence;
  /** Id of the requirement that the later one is. */
  readonly requirement: string;
}

interface Replaced {
  readonly old: Candidate;
  /** `null` where it was taken back or refused. */
  readonly by: Candidate | null;
  readonly contradicts: boolean;
}

/** Sentences of a proposal that one "yes" settles at most. */
const mostAccepted = 6;

/** Words of a reply beside its yes that say nothing of their own: "yes, exactly", "looks good to me". */
const mostWordsBesideYes = 2;

/** Asks and decisions in order, the latest where one replaces another; refusals; points that nobody settled. */
export function settle(turns: readonly Turn[]): Settled {
  const people = turns.filter((turn) => turn.role !== 'assistant');
  const fromPeople = new Settlement().run(turns, (turn) => turn.role !== 'assistant');
  const found =
    fromPeople.candidates.length > 0 || people.length === turns.length
      ? fromPeople
      : new Settlement().run(turns, () => true);
  const requirements = found.candidates.map(requirementOf);
  const ids = new Map(
    found.candidates.map((candidate, index) => [candidate, requirements[index]?.id ?? null]),
  );
  const idOf = finalId(found.replaced, ids);
  const { open, answered } = openPoints(turns);
  const gone = new Set(found.replaced.map(({ old }) => `${old.line} ${old.text}`));
  const holds = ({ line, text }: SourceFact): boolean => !gone.has(`${line} ${text}`);
  return {
    requirements,
    outOfScope: found.declined,
    facts: [...found.decisions.filter(holds), ...answered, ...open].sort((a, b) => a.line - b.line),
    superseded: found.replaced.map(({ old, by }) => ({
      line: old.line,
      text: old.text,
      by: by === null ? null : idOf(by),
    })),
    contradictions: found.replaced.flatMap(({ old, by, contradicts }) => {
      const requirement = by === null ? null : idOf(by);
      return contradicts && by !== null && requirement !== null
        ? [{ earlier: old, later: by, requirement }]
        : [];
    }),
  };
}

/** What replaced a statement may have been replaced itself: the id is that of the one which still holds. */
function finalId(
  replaced: readonly Replaced[],
  ids: ReadonlyMap<Candidate, string | null>,
): (candidate: Candidate) => string | null {
  const successor = new Map(replaced.map(({ old, by }) => [old, by]));
  return (candidate) => {
    let here: Candidate | null = candidate;
    while (here !== null && !ids.has(here)) here = successor.get(here) ?? null;
    return here === null ? null : (ids.get(here) ?? null);
  };
}

/** One walk through the turns. */
class Settlement {
  candidates: Candidate[] = [];
  readonly declined: OutOfScopeItem[] = [];
  readonly decisions: SourceFact[] = [];
  readonly replaced: Replaced[] = [];
  #takenBack = false;
  /** How often the speaker has changed. */
  #go = 0;
  /** The last sentence of whoever spoke before. */
  #last = '';

  run(turns: readonly Turn[], counts: (turn: Turn) => boolean): this {
    for (const [index, turn] of turns.entries()) {
      const before = turns[index - 1];
      if (before !== undefined && (before.speaker !== turn.speaker || turn.speaker === unnamed)) {
        this.#go++;
        this.#last = before.sentences.at(-1)?.text ?? '';
      }
      if (!counts(turn)) continue;
      if (before?.role === 'assistant' && turn.role !== 'assistant') this.#accept(turn, before);
      else if (before !== undefined && (before.speaker !== turn.speaker || turn.speaker === unnamed))
        for (const { corrects: corrected, ...agreed } of agreements(turns[index - 2], before, turn))
          this.#agree(candidateOf(agreed, this.#go - 1), corrected);
      const said = withDecisions(turn.sentences, before?.sentences.at(-1)?.text);
      for (const [at, sentence] of said.entries())
        // What a model wrote down counts as its own only where it demands something.
        this.#take(turn.role === 'assistant' ? withoutList(sentence) : sentence, {
          asked: at === 0 ? before?.sentences.at(-1)?.text : undefined,
          own: sentence.listed === undefined ? said[at - 1]?.text : undefined,
        });
    }
    return this;
  }

  /** "Yes, do that" makes the model's proposals those of the person. */
  #accept(turn: Turn, proposal: Turn): void {
    const [reply] = turn.sentences;
    if (reply === undefined || !accepts.test(reply.text) || isQuestion(reply.text)) return;
    const offered = proposal.sentences.filter(
      ({ text, listed }) =>
        listed === undefined && !isQuestion(text) && (proposes.test(text) || asksFor(text)),
    );
    const listed = isPlainYes(turn)
      ? proposal.sentences.filter((sentence) => !reportsWork.test(sentence.text))
      : [];
    const wanted = listed.filter((sentence) => sentence.listed === 'wanted');
    for (const sentence of [...offered.slice(0, mostAccepted), ...wanted])
      this.#add(candidateOf(sentence, this.#go), false);
    for (const sentence of listed) if (sentence.listed === 'excluded') this.#decline(sentence, sentence.text);
  }

  #take({ decision, bare, line, text, listed }: SaidSentence, before: Before): void {
    if (decision === 'open') return;
    if (listed === 'excluded') return this.#decline({ line, text }, bare);
    const brief = decision === 'for' || listed === 'wanted' || settledBriefly(bare, before);
    const isDecision = decision !== null || decides.test(text);
    if (takesBack.test(bare) && !asksFor(bare.replace(takesBack, ''))) {
      this.#takenBack = true;
      return;
    }
    if (isQuestion(bare) || holdsOnly(bare) || (smallTalk.test(bare) && !brief)) return;
    const scrapped = scrappedBy(bare, this.candidates.slice(-nearby));
    if (scrapped !== null) return this.#scrap(scrapped, { line, text }, isDecision);
    const refused = this.#refusedBy(bare);
    const against = decision === 'against';
    if (against) this.decisions.push({ topic: 'decision', line, text });
    if (refused !== null) {
      if (against || declines.test(bare) || unwanted.test(bare)) this.declined.push({ line, text });
      if (against || !asksFor(bare)) return this.#drop(refused);
      if (isDecision) this.decisions.push({ topic: 'decision', line, text });
      return this.#replace(refused, candidateOf({ line, text }, this.#go), false);
    }
    if (against || declines.test(bare)) return this.#decline({ line, text }, bare);
    const corrected = this.#takenBack || corrects.test(bare);
    const demands = brief || asksFor(text);
    // "Only admins" says too little without what was asked.
    const asked =
      brief && listed === undefined && before.asked !== undefined && isQuestion(before.asked)
        ? `${before.asked} `
        : '';
    const said = { line, text: `${asked}${text}`, ...(listed === undefined ? {} : { listed }) };
    const candidate = candidateOf(said, this.#go);
    const old = corrected ? correctedBy(candidate, this.candidates, this.#takenBack) : null;
    if (!demands && !this.#takenBack && old === null) return;
    this.#takenBack = false;
    if (isDecision) this.decisions.push({ topic: 'decision', line, text });
    // "Actually, 3 days" says too little without what it corrects.
    const whole =
      demands || old === null
        ? candidate
        : { ...candidate, text: `${old.text} ${text}`, subject: old.subject };
    if (old !== null) this.#replace(old, whole, false);
    else this.#add(whole, corrected);
  }

  /** What one thing is struck out of holds but for it; a statement of nothing else goes, but for what is said instead. */
  #scrap({ from, part, rest }: Scrapped<Candidate>, sentence: Sentence, isDecision: boolean): void {
    const { line, text } = sentence;
    const demands = asksFor(rest);
    if (!part && !demands) this.declined.push({ line, text });
    if (isDecision && (part || demands)) this.decisions.push({ topic: 'decision', line, text });
    const by = candidateOf(sentence, this.#go);
    if (part) this.#replace(from, { ...by, text: `${from.text} ${text}`, subject: from.subject }, false);
    else if (demands) this.#replace(from, by, false);
    else this.#drop(from);
  }

  /** What two people agree to stands beside what it is about, and replaces that only where it corrects it. */
  #agree(candidate: Candidate, corrected: boolean): void {
    if (corrected) this.#add(candidate, true);
    else this.candidates.push(candidate);
  }

  /** A statement that stands for itself; what it repeats or contradicts goes. */
  #add(candidate: Candidate, corrected: boolean): void {
    const conflict = contradictedBy(candidate, this.candidates);
    if (conflict !== null)
      return this.#replace(conflict, candidate, !corrected && !decides.test(candidate.text));
    const repeated = repeatedBy(candidate, this.candidates);
    this.candidates = this.candidates.filter((other) => other !== repeated);
    this.candidates.push(candidate);
  }

  #replace(old: Candidate, by: Candidate, contradicts: boolean): void {
    this.replaced.push({ old, by, contradicts });
    this.candidates = [...this.candidates.filter((other) => other !== old), by];
  }

  #decline(sentence: Sentence, bare: string): void {
    this.declined.push({ line: sentence.line, text: sentence.text });
    const declined = declinedBy(bare, this.candidates);
    if (declined !== null) this.#drop(declined);
  }

  #drop(old: Candidate): void {
    this.replaced.push({ old, by: null, contradicts: false });
    this.candidates = this.candidates.filter((other) => other !== old);
  }

  #refusedBy(text: string): Candidate | null {
    const said = (go: number): readonly Candidate[] =>
      this.candidates.filter((candidate) => candidate.go === go);
    return refusedBy(
      text,
      {
        ...{ others: said(this.#go - 1), own: said(this.#go), last: this.#last },
        recent: this.candidates.slice(-nearby),
      },
      asksFor,
    );
  }
}

function withoutList({ listed: _listed, ...sentence }: SaidSentence): SaidSentence {
  return sentence;
}

/** "Added a form": an item of what a model has done, not of what is wanted. */
const reportsWork = /^(?!Need|Feed|Speed|Seed)\p{L}{2,}ed\s/u;

/** Whether somebody says yes and nothing else, to all that was written down. */
function isPlainYes({ sentences: [reply, ...others] }: Turn): boolean {
  if (reply === undefined || others.length > 0) return false;
  const rest = reply.text.replace(accepts, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return rest.length <= mostWordsBesideYes;
}

function requirementOf({ line, text }: Candidate, index: number): Requirement {
  return {
    ...{ id: `R-${String(index + 1).padStart(3, '0')}`, explicitId: null },
    ...{ line, endLine: line, kind: 'functional', priority: null, acceptance: [], group: null },
    ...{ title: titleOf(text), text, fingerprint: fingerprintOf(text) },
  };
}
