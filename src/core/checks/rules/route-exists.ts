import type { ProjectIndex } from '../../project/project-index';
import { wholeRoutes, type WholeRoute } from '../../project/routes/whole-routes';
import type { Check } from '../check';
import { saysItExists, saysItIsNew } from '../grounding/existence-words';
import { mentionAt } from '../grounding/mention';
import { nameIndex } from '../grounding/name-index';
import { replacementFixes } from '../grounding/replacement-fixes';
import { isPastSpec } from '../past-spec';

const endpoint = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(\/[^\s?#]*)/u;
/** A heading that marks an endpoint as one that is there: `GET /members (existing)`. */
const marked = /^[`*_\s]*[([–—-]+\s*(?:existing|exists|unchanged|modified|changed|updated|extended)\b/iu;

/**
 * Endpoints that are said to exist, in backticks with their method, are registered by the code.
 *
 * Options: none.
 *
 * Good: the existing `GET /api/v1/members` where a router registers it.
 * Bad: the existing `GET /api/v1/member`.
 */
export const routeExists: Check = {
  id: 'route-exists',
  title: 'Every endpoint that is said to exist does.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { spec, surroundings } = context;
    if (surroundings === null || surroundings.project.routes.length === 0 || isPastSpec(context)) return;
    const routes = routesOf(surroundings.project);
    for (const { value, ...span } of spec.codeSpans) {
      const [, method = '', path = ''] = endpoint.exec(value) ?? [];
      if (path === '' || routes.has(method, path)) continue;
      const mention = mentionAt(spec, span);
      if (!(saysItExists(mention) || marked.test(mention.after)) || saysItIsNew({ ...mention, under: [] }))
        continue;
      const similar = routes.similar(method, path);
      const range = {
        line: span.line,
        column: span.column,
        endLine: span.endLine,
        endColumn: span.endColumn,
      };
      yield similar === null
        ? { message: 'The code does not register {0}.', args: [value], severity: 'warning', ...range }
        : {
            message: '{0} does not exist: did you mean {1}?',
            args: [value, similar],
            fixable: true,
            ...range,
          };
    }
  },
  fixes: replacementFixes,
};

interface Routes {
  has(method: string, path: string): boolean;
  similar(method: string, path: string): string | null;
}

const known = new WeakMap<ProjectIndex, Routes>();

function routesOf(project: ProjectIndex): Routes {
  const found = known.get(project);
  if (found !== undefined) return found;
  const byShape = new Map<string, WholeRoute[]>();
  for (const route of wholeRoutes(project)) {
    const shape = shapeOf(route.route);
    const group = byShape.get(shape);
    if (group === undefined) byShape.set(shape, [route]);
    else group.push(route);
  }
  const shapes = [...byShape.keys()];
  const index = nameIndex(shapes);
  const serves = (routes: readonly WholeRoute[], method: string): boolean =>
    routes.some((route) => route.method === method || route.method === 'ANY');
  const routes: Routes = {
    has: (method, path) => {
      const shape = shapeOf(path);
      const exact = byShape.get(shape);
      if (exact !== undefined) return serves(exact, method);
      // What can't be followed may put a prefix in front of what the code shows.
      return shapes.some(
        (other) =>
          other.length > 1 &&
          (shape.endsWith(other) || other.endsWith(shape)) &&
          serves(byShape.get(other) ?? [], method),
      );
    },
    similar: (method, path) => {
      const shape = shapeOf(path);
      const there = byShape.get(shape) ?? byShape.get(index.nearest(shape) ?? '');
      const route = there?.find((candidate) => candidate.method === method) ?? there?.[0];
      return route === undefined ? null : `${route.method === 'ANY' ? method : route.method} ${route.route}`;
    },
  };
  known.set(project, routes);
  return routes;
}

/** A path whose parameters have no names: `{id}`, `:id`, `<id>`, `[id]`, `$id`. */
function shapeOf(path: string): string {
  return (
    path.replace(/\{[^{}/]*\}|:[\w]+|<[^<>/]*>|\[[^[\]/]*\]|\$\w+/gu, '{}').replace(/(?<!\/)\/+$/u, '') || '/'
  );
}
