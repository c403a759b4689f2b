import { lineFinder } from '../line-finder';
import type { ProjectRoute } from '../project-index';

const registered =
  /\b(?<holder>\w+)\.register\(\s*(?:prefix\s*=\s*)?r?["'](?<route>[^"'\n]*)["']\s*,\s*(?:viewset\s*=\s*)?(?:\w+\.)*(?<view>\w+)/gu;
const routerOf =
  /\b(?<name>\w+)\s*=\s*(?:\w+\.)*(?:DefaultRouter|SimpleRouter|NestedDefaultRouter|NestedSimpleRouter)\(/gu;
const included =
  /\b(?:re_)?path\(\s*r?["'](?<prefix>[^"'\n]*)["']\s*,\s*include\(\s*(?:\(\s*)?(?<holder>\w+)\.urls/gu;

/** Endpoints of the routers of Django REST framework: those that a view set serves, whatever it leaves out. */
export function djangoRouterRoutes(path: string, text: string): readonly ProjectRoute[] {
  const routers = new Set([...text.matchAll(routerOf)].map(({ groups }) => groups?.['name']));
  if (routers.size === 0) return [];
  const lineOf = lineFinder(text);
  const prefixes = new Map(
    [...text.matchAll(included)].map(({ groups }) => [groups?.['holder'], groups?.['prefix'] ?? '']),
  );
  return [...text.matchAll(registered)].flatMap(({ groups, index }) => {
    const holder = groups?.['holder'];
    if (!routers.has(holder)) return [];
    const base = joined(`${prefixes.get(holder) ?? ''}/${groups?.['route'] ?? ''}`);
    const at = { path, line: lineOf(index), holder: `viewset:${groups?.['view'] ?? ''}` };
    return [
      { method: 'GET', route: base, ...at },
      { method: 'POST', route: base, ...at },
      ...['GET', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ method, route: `${base}/{pk}`, ...at })),
    ];
  });
}

function joined(route: string): string {
  return `/${route
    .replace(/[\^$]/gu, '')
    .split('/')
    .filter((part) => part !== '')
    .join('/')}`;
}
