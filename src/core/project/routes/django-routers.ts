import { lineFinder } from '../../text/line-finder';
import type { ProjectRoute, RouteMount } from '../project-index';
import { actionsOf } from './django-actions';

const registered =
  /\b(?<holder>\w+)\.register\(\s*(?:prefix\s*=\s*)?r?["'](?<route>[^"'\n]*)["']\s*,\s*(?:viewset\s*=\s*)?(?<view>(?:\w+\.)*\w+)/gu;
const routerOf =
  /\b(?<name>\w+)\s*=\s*(?:\w+\.)*(?:DefaultRouter|SimpleRouter|NestedDefaultRouter|NestedSimpleRouter)\(/gu;
const included =
  /\b(?:re_)?path\(\s*r?["'](?<prefix>[^"'\n]*)["']\s*,\s*include\(\s*(?:\(\s*)?(?<holder>\w+)\.urls/gu;

interface Registered {
  readonly base: string;
  /** As it is written: `AnswerViewSet`, `views.AnswerViewSet`. */
  readonly view: string;
  readonly line: number;
}

/** Endpoints of the routers of Django REST framework: those that a view set serves, whatever it leaves out. */
export function djangoRouterRoutes(path: string, text: string): readonly ProjectRoute[] {
  return registrations(text).flatMap(({ base, view, line }) => {
    const at = { path, line, holder: `viewset:${view.split('.').at(-1) ?? view}` };
    return [
      { method: 'GET', route: base, ...at },
      { method: 'POST', route: base, ...at },
      ...['GET', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ method, route: `${base}/{pk}`, ...at })),
    ];
  });
}

/**
 * The prefixes that routers put before what view sets serve by actions of their own.
 *
 * @param moduleOf where a name is imported from
 */
export function djangoRouterMounts(
  path: string,
  text: string,
  moduleOf: (target: string) => string | null,
): readonly RouteMount[] {
  return registrations(text).map(({ base, view, line }) => ({
    ...{ prefix: base, target: actionsOf(view), module: moduleOf(view), holder: null, path, line },
  }));
}

function registrations(text: string): readonly Registered[] {
  const routers = new Set([...text.matchAll(routerOf)].map(({ groups }) => groups?.['name']));
  if (routers.size === 0) return [];
  const lineOf = lineFinder(text);
  const prefixes = new Map(
    [...text.matchAll(included)].map(({ groups }) => [groups?.['holder'], groups?.['prefix'] ?? '']),
  );
  return [...text.matchAll(registered)].flatMap(({ groups, index }) => {
    const { holder, route = '', view = '' } = groups ?? {};
    if (!routers.has(holder)) return [];
    return [{ base: joined(`${prefixes.get(holder) ?? ''}/${route}`), view, line: lineOf(index) }];
  });
}

function joined(route: string): string {
  return `/${route
    .replace(/[\^$]/gu, '')
    .split('/')
    .filter((part) => part !== '')
    .join('/')}`;
}
