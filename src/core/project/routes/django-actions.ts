import { lineFinder } from '../../text/line-finder';
import type { ProjectRoute } from '../project-index';

const decorated = /^[ \t]+@(?:\w+\.)?(?<kind>action|detail_route|list_route)\(/gmu;
const mapped = /^[ \t]+@(?<name>\w+)\.mapping\.(?<method>get|post|put|patch|delete|head|options)\b/gmu;
const named = /\bdef[ \t]+(?<name>\w+)/u;
const declared = /^class[ \t]+(?<name>\w+)/gmu;
/** How far below its decorator a method begins at most, in characters. */
const nearby = 800;

/** What the actions of a view set are registered on: what a router says of the view set is the prefix. */
export function actionsOf(view: string): string {
  return `actions:${view.split('.').at(-1) ?? view}`;
}

/**
 * Endpoints that a view set of Django REST framework has beside those of every view set (`@action`), below the prefix that a
 * router gives it.
 *
 * @param masked the text with comments and strings blank
 */
export function djangoActionRoutes(path: string, text: string, masked: string): readonly ProjectRoute[] {
  if (!/@(?:\w+\.)?(?:action|detail_route|list_route)\(/u.test(text)) return [];
  const lineOf = lineFinder(text);
  const views = [...masked.matchAll(declared)];
  const viewAt = (at: number): string | undefined =>
    views.findLast(({ index }) => index < at)?.groups?.['name'];
  const routes = new Map<string, ProjectRoute[]>();
  for (const { 0: opening, index, groups } of masked.matchAll(decorated)) {
    const [from, kind, view] = [index + opening.length, groups?.['kind'], viewAt(index)];
    const until = closing(masked, from);
    const args = text.slice(from, until);
    const name = named.exec(masked.slice(until, until + nearby))?.groups?.['name'];
    if (name === undefined || view === undefined) continue;
    if (kind === 'action' && !/\bdetail\s*=/u.test(args)) continue;
    const ofOne = kind === 'detail_route' || /\bdetail\s*=\s*True\b/u.test(args);
    const route = `${ofOne ? '/{pk}' : ''}/${pathIn(args) ?? name}`;
    routes.set(
      `${view}.${name}`,
      methodsIn(args).map((method) => ({
        ...{ method, route, path, line: lineOf(index + opening.search(/@/u)) },
        holder: actionsOf(view),
      })),
    );
  }
  for (const { 0: opening, index, groups } of masked.matchAll(mapped)) {
    const [known, method] = [routes.get(`${viewAt(index)}.${groups?.['name']}`), groups?.['method']];
    const [first] = known ?? [];
    if (first === undefined || method === undefined) continue;
    known?.push({ ...first, method: method.toUpperCase(), line: lineOf(index + opening.search(/@/u)) });
  }
  return [...routes.values()].flat();
}

/** Where the brackets close that opened before a place. */
function closing(masked: string, from: number): number {
  let depth = 1;
  for (let at = from; at < Math.min(masked.length, from + nearby); at++) {
    if (masked[at] === '(') depth += 1;
    else if (masked[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return from;
}

function methodsIn(args: string): readonly string[] {
  const list = /\bmethods\s*=\s*[[({]([^\])}]*)/u.exec(args)?.[1] ?? '';
  const named = list.toUpperCase().match(/\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/gu);
  return named ?? ['GET'];
}

/** The address that an action is given, its patterns as parameters. */
function pathIn(args: string): string | null {
  const written = /\burl_path\s*=\s*r?(["'])(.*?)\1/u.exec(args)?.[2];
  const parts = written
    ?.replace(/\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)/gu, '{$1}')
    .replace(/[\^$]/gu, '')
    .split('/');
  return parts?.filter((part) => part !== '').join('/') ?? null;
}
