import type { Language } from '../code/language';
import { lineFinder } from '../../text/line-finder';
import type { ProjectRoute } from '../project-index';
import type { PrefixPattern } from './route-pattern';
import { djangoActionRoutes } from './django-actions';
import { djangoRouterRoutes } from './django-routers';
import { isPhoenixRouter, phoenixRoutes } from './phoenix-routes';
import { constantsOf, joinedText, type RouteConstants } from './route-constants';
import { isRailsRoutes, railsRoutes } from './rails-routes';
import { routeConventions } from './route-conventions';
import { routeFiles } from './route-files';

interface Prefix {
  readonly route: string;
  /** Offsets between which it applies; everywhere for one of a variable. */
  readonly start: number;
  readonly end: number;
  readonly name: string | null;
  readonly receiver: string | null;
}

/** More groups around one another are a loop of names, not a router. */
const deepestGroup = 10;

/**
 * Endpoints that a file registers, in document order, by the conventions of common frameworks. A prefix that another
 * file adds is not known here.
 *
 * @param masked the text with comments and strings blank, see `maskCode`
 */
export function findRoutes(
  path: string,
  text: string,
  masked: string,
  language: Language,
): readonly ProjectRoute[] {
  const lineOf = lineFinder(text);
  const conventions = routeConventions[language.name];
  const routes: ProjectRoute[] = [...routesOfFile(path, text)];
  if (isPhoenixRouter(path, text)) return [...routes, ...phoenixRoutes(path, text)];
  if (conventions === undefined) return routes;
  if (isRailsRoutes(path, text)) return railsRoutes(path, text);
  if (language.name === 'Python')
    routes.push(...djangoRouterRoutes(path, text), ...djangoActionRoutes(path, text, masked));
  const constants = constantsOf(text);
  const prefixes = conventions.prefixes.flatMap((prefix) => prefixesOf(prefix, text, masked, constants));
  for (const { pattern, path: only, text: needs, declared, stands } of conventions.routes) {
    if (only?.test(path) === false || needs?.test(text) === false) continue;
    const names =
      declared === undefined
        ? null
        : new Set([...text.matchAll(declared)].map(({ groups }) => groups?.['name']));
    for (const match of text.matchAll(pattern)) {
      if (isMasked(match, text, masked)) continue;
      const { receiver } = match.groups ?? {};
      const said = saidIn(match, constants);
      if (said === null) continue;
      const { method, route } = said;
      if (names?.has(receiver) === false) continue;
      const { before, holder } = prefixesAt(match.index, receiver ?? null, prefixes);
      for (const verb of stands === undefined ? methodsOf(method) : [stands.method])
        routes.push({
          ...{
            method: verb,
            route: named(joined([...before, route + (stands?.suffix ?? '')]), path),
            path,
            line: lineOf(match.index),
          },
          ...(holder === null ? {} : { holder }),
        });
    }
  }
  return routes.sort((left, right) => left.line - right.line);
}

/** Method and route of a match, put together where the call does; `null` where a part is not known. */
function saidIn(
  match: RegExpExecArray,
  constants: RouteConstants,
): { readonly method: string | undefined; readonly route: string } | null {
  const { method, route = '', parts } = match.groups ?? {};
  if (parts === undefined) return { method, route };
  const found = /^(?:(?<method>[A-Z]+)\s+)?(?<route>\/.*)$/u.exec(joinedText(parts, constants) ?? '')?.groups;
  return found === undefined ? null : { method: method ?? found['method'], route: found['route'] ?? '' };
}

function* routesOfFile(path: string, text: string): Iterable<ProjectRoute> {
  for (const { path: pattern, exports } of routeFiles) {
    const found = pattern.exec(path)?.groups?.['route'];
    if (found === undefined) continue;
    // Groups in parentheses shape folders, not addresses.
    const route = joined([found.replace(/\/\([^/]*\)/g, '')]);
    if (exports === null) yield { method: 'ANY', route, path, line: 1 };
    else {
      const lineOf = lineFinder(text);
      for (const match of text.matchAll(exports))
        yield { method: match.groups?.['method'] ?? 'ANY', route, path, line: lineOf(match.index) };
    }
  }
}

function prefixesOf(
  { pattern, scope, lead = '' }: PrefixPattern,
  text: string,
  masked: string,
  constants: RouteConstants,
): readonly Prefix[] {
  return [...text.matchAll(pattern)]
    .filter((match) => !isMasked(match, text, masked))
    .map((match) => {
      const { name, receiver } = match.groups ?? {};
      const route = saidIn(match, constants)?.route ?? '';
      const after = match.index + match[0].length;
      const [start, end] =
        scope === 'variable'
          ? [0, Infinity]
          : scope === 'block'
            ? blockAfter(masked, after)
            : classAfter(masked, after);
      return { route: lead + route, start, end, name: name ?? null, receiver: receiver ?? null };
    });
}

/** A match that begins in a comment or a string. */
function isMasked(match: RegExpExecArray, text: string, masked: string): boolean {
  const at = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
  return text[at] !== masked[at];
}

/** Prefixes at a place, the outermost first, and the variable at the root of them. */
function prefixesAt(
  at: number,
  receiver: string | null,
  prefixes: readonly Prefix[],
): { readonly before: readonly string[]; readonly holder: string | null } {
  const around = prefixes
    .filter(({ name, start, end }) => name === null && start <= at && at < end)
    .sort((left, right) => left.start - right.start)
    .map(({ route }) => route);
  const ofVariable: string[] = [];
  let name = receiver;
  while (name !== null && ofVariable.length < deepestGroup) {
    const known = name;
    const group = prefixes.find((prefix) => prefix.name === known);
    if (group === undefined) break;
    ofVariable.unshift(group.route);
    name = group.receiver === group.name ? null : group.receiver;
  }
  return { before: [...around, ...ofVariable], holder: name };
}

/** Offsets of the block that opens next: braces, or the brackets of a call where no brace opens before they close. */
function blockAfter(masked: string, from: number): readonly [number, number] {
  const open = masked.slice(from, from + 400).search(/[{[]/);
  return open < 0 ? [from, from] : [from, closing(masked, from + open)];
}

function classAfter(masked: string, from: number): readonly [number, number] {
  const found = /\b(?:class|interface|record)\b[^{;]*\{/.exec(masked.slice(from, from + 2000));
  // Between an annotation and its class stand only other annotations; a method before it means: not of a class.
  if (found === null || /[{}]/.test(masked.slice(from, from + found.index))) return [from, from];
  return [from, closing(masked, from + found.index + found[0].length - 1)];
}

function closing(masked: string, open: number): number {
  let depth = 0;
  for (let at = open; at < masked.length; at++) {
    const character = masked[at];
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return masked.length;
}

/** `GET` of `Get`; both of `"GET", "POST"`; `ANY` where none is named. */
function methodsOf(text: string | undefined): readonly string[] {
  const named = text
    ?.toUpperCase()
    .match(/\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b|METHOD(?:GET|POST|PUT|PATCH|DELETE)/g);
  return named === null || named === undefined ? ['ANY'] : named.map((verb) => verb.replace('METHOD', ''));
}

/** ASP.NET Core calls a controller in a route by its class, which its file is named after. */
function named(route: string, path: string): string {
  if (!route.includes('[controller]')) return route;
  const name = /([^/]+?)(?:Controller)?\.cs$/.exec(path)?.[1] ?? '';
  return route.replace('[controller]', name.toLowerCase());
}

function joined(parts: readonly string[]): string {
  const route = parts
    .map((part) => part.replace(/^\/+|(?<!\/)\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/');
  return `/${route}`;
}
