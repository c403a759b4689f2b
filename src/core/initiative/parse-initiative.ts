import type { Initiative, InitiativeRequirement, Priority } from './initiative';
import { emptyInitiative, emptyRequirement, priorities } from './initiative';
import { fromBlock, markdownLines } from './markdown-block';
import { initiativeFrontMatter, initiativeHeadings, successLabel, writeInitiative } from './write-initiative';

/**
 * The initiative that a document was written from, so that the form can edit it again; `null` where the document says
 * more, or says it in another way, than the form could write back.
 */
export function parseInitiative(text: string): Initiative | null {
  const document = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (!document.startsWith(initiativeFrontMatter)) return null;
  const initiative = sectionsOf(document.slice(initiativeFrontMatter.length));
  return initiative !== null && writeInitiative(initiative).trimEnd() === document.trimEnd()
    ? initiative
    : null;
}

function sectionsOf(text: string): Initiative | null {
  const title = /^[ \t]*# (.*)$/m.exec(text)?.[1];
  if (title === undefined) return null;
  const headings: readonly string[] = Object.values(initiativeHeadings);
  const bodies = new Map<string, string[]>();
  let current: string[] | null = null;
  for (const { text: line, code } of markdownLines(text).lines) {
    const heading = code ? undefined : /^## (.+)$/.exec(line)?.[1];
    if (heading !== undefined && headings.includes(heading)) bodies.set(heading, (current = []));
    else current?.push(line);
  }
  const body = (heading: string): string =>
    (bodies.get(heading) ?? []).join('\n').replace(/^\n+|(?<!\n)\n+$/g, '');
  const items = (heading: string): string => body(heading).replace(/^- /gm, '');
  const requirements = requirementsOf(body(initiativeHeadings.requirements));
  return {
    title,
    problem: fromBlock(body(initiativeHeadings.problem)),
    whyNow: fromBlock(body(initiativeHeadings.whyNow)),
    requirements: requirements.length === 0 ? emptyInitiative.requirements : requirements,
    constraints: items(initiativeHeadings.constraints),
    outOfScope: items(initiativeHeadings.outOfScope),
  };
}

const opening = /^- \*\*ER-\d{3,}\*\* \((\w+)\):(?: (.*))?$/;
const only = new RegExp(`^ {2}- ${successLabel}(?: (.*))?$`);
const oneOfSeveral = /^ {4}- (.*)$/;

function requirementsOf(text: string): readonly InitiativeRequirement[] {
  const found: InitiativeRequirement[] = [];
  for (const line of text.split('\n')) {
    const opened = opening.exec(line);
    const last = found.at(-1);
    const success = only.exec(line)?.[1] ?? oneOfSeveral.exec(line)?.[1];
    if (opened !== null)
      found.push({ ...emptyRequirement, statement: opened[2] ?? '', priority: priorityOf(opened[1] ?? '') });
    else if (last !== undefined && success !== undefined)
      found[found.length - 1] = {
        ...last,
        success: last.success === '' ? success : `${last.success}\n${success}`,
      };
  }
  return found;
}

function priorityOf(word: string): Priority {
  return priorities.find((priority) => priority === word) ?? emptyRequirement.priority;
}
