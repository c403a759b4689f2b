import leven from 'leven';
import type { ProjectIndex } from '../project/project-index';
import { wholeRoutes, type WholeRoute } from '../project/routes/whole-routes';
import { deviation, shownAt, type Deviation } from './deviation';
import type { PromisedEndpoint } from './promise';

/** Endpoints that the code does not register as promised, with the one that probably stands for each. */
export function* keepEndpoints(
  endpoints: readonly PromisedEndpoint[],
  project: ProjectIndex,
): Iterable<Deviation> {
  const routes = shapedRoutes(project);
  if (routes.length === 0 || endpoints.length === 0) return;
  const base = sharedBase(endpoints, routes);
  const taken = new Set<WholeRoute>();
  for (const endpoint of endpoints)
    for (const { route, shape } of routes)
      if (serves(route, endpoint.method) && shape === shapeOf(`${base}${endpoint.route}`)) taken.add(route);
  for (const endpoint of endpoints) {
    if (routeOf(endpoint, routes, base) !== null) continue;
    const { method, route } = endpoint;
    const other = counterpart(endpoint, routes, taken);
    const shown = `${method} ${route}`;
    if (other === null)
      yield deviation('endpoint', endpoint, 'The code does not register {0}.', [shown], null);
    else if (shapeOf(other.route) === shapeOf(route))
      yield deviation(
        'endpoint',
        endpoint,
        '{0} is registered for {1} only ({2}).',
        [shown, other.method, shownAt(other)],
        other,
      );
    else {
      const verb = other.method === 'ANY' ? method : other.method;
      yield deviation(
        'endpoint',
        endpoint,
        'The code does not register {0}: it may be {1} ({2}).',
        [shown, `${verb} ${other.route}`, shownAt(other)],
        other,
      );
    }
  }
}

/** Finds where the code registers endpoints as promised. */
export function endpointFinder(
  endpoints: readonly PromisedEndpoint[],
  project: ProjectIndex,
): (endpoint: PromisedEndpoint) => WholeRoute | null {
  const routes = shapedRoutes(project);
  const base = sharedBase(endpoints, routes);
  return (endpoint) => routeOf(endpoint, routes, base);
}

function shapedRoutes(project: ProjectIndex): readonly ShapedRoute[] {
  return wholeRoutes(project).map((route) => ({ route, shape: shapeOf(route.route) }));
}

/** The route that serves an endpoint, as it is written or below the base that a spec leaves out of all. */
function routeOf(
  { method, route }: PromisedEndpoint,
  routes: readonly ShapedRoute[],
  base: string,
): WholeRoute | null {
  for (const prefix of base === '' ? [''] : ['', base]) {
    const shape = shapeOf(`${prefix}${route}`);
    const found = routes.find(
      (one) =>
        serves(one.route, method) &&
        (one.shape === shape || (one.route.isOpen && endsWithShape(shape, one.shape))),
    );
    if (found !== undefined) return found.route;
  }
  return null;
}

interface ShapedRoute {
  readonly route: WholeRoute;
  readonly shape: string;
}

/** The prefix that a spec leaves out of all its endpoints: at least two are found below it, and none without. */
function sharedBase(endpoints: readonly PromisedEndpoint[], routes: readonly ShapedRoute[]): string {
  const counts = new Map<string, Set<string>>();
  for (const { method, route } of endpoints) {
    const shape = shapeOf(route);
    for (const one of routes) {
      if (!serves(one.route, method)) continue;
      if (one.shape === shape) return '';
      if (!one.shape.endsWith(shape) || shape === '/') continue;
      const prefix = one.shape.slice(0, one.shape.length - shape.length);
      if (prefix.includes('{}')) continue;
      counts.set(prefix, (counts.get(prefix) ?? new Set()).add(`${method} ${shape}`));
    }
  }
  const [best] = [...counts].sort(([, a], [, b]) => b.size - a.size);
  return best !== undefined && best[1].size >= 2 && best[1].size * 2 > endpoints.length ? best[0] : '';
}

function serves({ method }: WholeRoute, wanted: string): boolean {
  return method === wanted || method === 'ANY' || (wanted === 'HEAD' && method === 'GET');
}

function endsWithShape(shape: string, end: string): boolean {
  if (end === '/' || !/[a-z]/iu.test(end.replace(/\{\}/gu, ''))) return false;
  return shape.endsWith(end);
}

function counterpart(
  { method, route }: PromisedEndpoint,
  routes: readonly ShapedRoute[],
  taken: ReadonlySet<WholeRoute>,
): WholeRoute | null {
  const shape = shapeOf(route);
  const same = routes.find((one) => one.shape === shape)?.route;
  if (same !== undefined) return same;
  const literals = literalsOf(shape);
  const parameters = parametersOf(route);
  const scored = routes
    .filter((one) => !taken.has(one.route))
    .map((one) => {
      const others = literalsOf(one.shape);
      const shared = literals.filter((word) => others.includes(word)).length;
      const likeness = shared / Math.max(1, Math.max(literals.length, others.length));
      const slip = leven(shape, one.shape);
      return {
        route: one.route,
        score:
          likeness +
          (serves(one.route, method) ? 0.3 : 0) +
          (slip <= 3 ? 0.5 : 0) +
          (parametersOf(one.route.route) === parameters ? 0.1 : 0),
        slip,
      };
    })
    .filter(({ score }) => score >= 0.6)
    .sort((a, b) => b.score - a.score || a.slip - b.slip);
  return scored[0]?.route ?? null;
}

/** Names of parameters, whatever marks them. */
function parametersOf(route: string): string {
  return (route.match(/(?<=[{:<[])\w+/gu) ?? []).join();
}

function literalsOf(shape: string): readonly string[] {
  return shape.split('/').filter((part) => part !== '' && part !== '{}');
}

/** Parameters have no names and literals no case here: `{id}`, `:id`, `<int:id>`, `[id]`, `{id:int}`, `(?P<id>...)`. */
export function shapeOf(route: string): string {
  const shape = route
    .replace(/[\^$]/gu, '')
    .replace(/\(\?P?<\w+>(?:[^()]|\([^()]*\))*\)/gu, '{}')
    .replace(
      /\{[^{}/]*(?:\{[^{}]*\}[^{}/]*)*\}|:[A-Za-z_]\w*(?:\([^()]*\))?\??|<[^<>/]*>|\[[^[\]/]*\]/gu,
      '{}',
    )
    .replace(/\(\.:format\)|\(\.\w+\)/gu, '')
    .replace(/\/{2,}/gu, '/')
    .replace(/(?<!\/)\/+$/u, '');
  return (shape === '' ? '/' : shape.startsWith('/') ? shape : `/${shape}`).toLowerCase();
}
