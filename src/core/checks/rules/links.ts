import { plainRange } from '../../text/position';
import { relativePath } from '../../text/relative-path';
import { filePlan } from '../../spec/file-plan';
import type { SpecDocument, SpecLink } from '../../spec/spec-document';
import { offsetOf, rangeOf } from '../../spec/text-range';
import { linkTarget } from '../../text/escape-markdown';
import { fileName, joinPath, parentPath } from '../../text/path';
import type { Check, CheckContext, Problem } from '../check';
import type { Finding } from '../finding';
import { knownPaths } from '../reading/known-paths';
import type { SpecFix } from '../spec-fix';

/**
 * Links lead somewhere: a relative one to a file of the workspace or one that a task creates, an anchor to a heading. What lies
 * on the net is not asked; an image from there is pointed out, since it can change or be gone.
 *
 * Options: none. Without a workspace only anchors of the document itself are looked at.
 *
 * Good: `[PRD](../prds/invites.md)`, `[errors](#error-taxonomy)`, `![Flow](images/flow.svg)`.
 * Bad: `[PRD](../prd/invites.md)` where no such file is; `[errors](#eror-taxonomy)`; `![Flow](https://example.com/flow.png)`.
 */
export const links: Check = {
  id: 'links',
  title: 'Links lead somewhere.',
  severity: 'warning',
  needsTemplate: false,
  needsRequirements: false,
  *run(context) {
    for (const link of context.spec.links) {
      if (link.kind === 'image' && /^(?:https?:)?\/\//iu.test(link.url))
        yield {
          message: 'The image lies on the net and may change or be gone: keep it beside the document.',
          args: [],
          ...plainRange(link),
        };
      else yield* broken(link, context);
    }
  },
  fixes(finding, context) {
    const link = context.spec.links.find((each) => isAt(each, finding));
    const fix = link === undefined ? null : correction(link, context);
    return fix === null ? [] : [fix];
  },
};

function* broken(link: SpecLink, context: CheckContext): Iterable<Problem> {
  const { path, anchor } = split(link.url);
  if (path === '') {
    if (anchor !== '' && !anchorsOf(context.spec).has(anchorKey(anchor)))
      yield { message: 'No heading has the anchor #{0}.', args: [anchor], ...plainRange(link) };
    return;
  }
  if (leadsAway(path)) return;
  const meant = candidates(path, context);
  if (meant === null || meant.some((each) => exists(each, context))) return;
  yield {
    message: 'The link leads to {0}, which is not there.',
    args: [meant[0] ?? path],
    fixable: correction(link, context) !== null,
    ...plainRange(link),
  };
}

function split(url: string): { readonly path: string; readonly anchor: string } {
  const hash = url.indexOf('#');
  const path = (hash === -1 ? url : url.slice(0, hash)).replace(/\?.*/su, '');
  return {
    path: decoded(path).replace(/:\d+(?:[-:]\d+)?$/u, ''),
    anchor: hash === -1 ? '' : decoded(url.slice(hash + 1)),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Another scheme, another host, or a mail address. */
function leadsAway(path: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(path) || /^[^/\s@]+@[^/\s]+$/u.test(path);
}

/** What a path may mean, or `null` where it can't be told: without a workspace, or where it leads out of it. */
function candidates(path: string, { path: own, surroundings }: CheckContext): readonly string[] | null {
  if (surroundings === null || own === null) return null;
  const root = path.startsWith('/') ? joinPath('', path.replace(/^\/+/u, '')) : null;
  if (root !== null) return [root];
  const meant = joinPath(parentPath(own), path);
  return meant === null ? null : [meant];
}

function exists(path: string, { spec, surroundings }: CheckContext): boolean {
  const known = knownPaths(surroundings?.project.files ?? []);
  return known.paths.has(path) || createdIn(spec).has(path);
}

const createdBySpec = new WeakMap<SpecDocument, ReadonlySet<string>>();

function createdIn(spec: SpecDocument): ReadonlySet<string> {
  const before = createdBySpec.get(spec);
  if (before !== undefined) return before;
  const created = new Set(
    filePlan(spec)
      .filter(({ action }) => action === 'create')
      .map(({ path }) => path),
  );
  createdBySpec.set(spec, created);
  return created;
}

const anchorsBySpec = new WeakMap<SpecDocument, ReadonlySet<string>>();

/** Anchors of headings and of tags with an id. Tools differ in marks and doubles, so only letters and digits are compared. */
function anchorsOf(spec: SpecDocument): ReadonlySet<string> {
  const before = anchorsBySpec.get(spec);
  if (before !== undefined) return before;
  const anchors = new Set(['', 'top']);
  for (const heading of [spec.title ?? '', ...spec.sections.map(({ heading }) => heading)]) {
    const key = anchorKey(heading.replace(/\]\([^)]*\)/gu, ']'));
    anchors.add(key);
    for (let double = 1; double <= 3; double += 1) anchors.add(`${key}${double}`);
  }
  for (const [, id = ''] of spec.text.matchAll(
    /\b(?:id|name)\s*=\s*["']([^"']{1,200})["']|\{#([\w-]{1,200})/gu,
  ))
    anchors.add(anchorKey(id));
  for (const [, id = ''] of spec.text.matchAll(/\{#([\w-]{1,200})/gu)) anchors.add(anchorKey(id));
  anchorsBySpec.set(spec, anchors);
  return anchors;
}

function anchorKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The one file of that name, as the link should have it; `null` where there is none or more. */
function correction(link: SpecLink, context: CheckContext): SpecFix | null {
  const { path } = split(link.url);
  const { path: own, surroundings, spec } = context;
  if (own === null || surroundings === null || path === '') return null;
  const same = knownPaths(surroundings.project.files).byName.get(fileName(path)) ?? [];
  const [only] = same;
  if (only === undefined || same.length > 1) return null;
  const lines = spec.lines;
  const start = offsetOf(lines, link.line, link.column);
  const written = spec.text.slice(start, offsetOf(lines, link.endLine, link.endColumn));
  const wanted = link.url.slice(0, link.url.search(/[?#]|$/u));
  const at = written.lastIndexOf(wanted);
  if (at === -1) return null;
  const target = relativePath(own, only);
  if (target === null) return null;
  return {
    message: 'Lead to {0}',
    args: [only],
    safe: true,
    edits: [{ range: rangeOf(lines, start + at, start + at + wanted.length), newText: linkTarget(target) }],
  };
}

function isAt(link: SpecLink, finding: Finding): boolean {
  return link.line === finding.line && link.column === finding.column && link.endColumn === finding.endColumn;
}
