import type { ProjectRoute } from '../project-index';

/** A block of a router that is open. */
interface Block {
  readonly prefix: string;
}

const verb = /^(?<verb>get|post|put|patch|delete|head|options|live)[\s(]+"(?<path>[^"]*)"\s*,/u;
const scope = /^scope\b[\s(]*(?:"(?<path>[^"]*)")?(?<options>.*)$/u;
const resources = /^resources[\s(]+"(?<path>[^"]*)"\s*,\s*(?<controller>[\w.]+)(?<options>.*)$/u;
const all = ['index', 'new', 'create', 'show', 'edit', 'update', 'delete'];
/** An option that a statement is continued by on the next line. */
const unfinished = /[,([]\s*$/u;

/** Whether a file is a router of Phoenix. */
export function isPhoenixRouter(path: string, text: string): boolean {
  return /\.exs?$/u.test(path) && /\buse\s+(?:Phoenix\.Router\b|[\w.]+\s*,\s*:router\b)/u.test(text);
}

/** Endpoints of a router of Phoenix, with those that `resources` stands for, in document order. */
export function phoenixRoutes(path: string, text: string): readonly ProjectRoute[] {
  const routes: ProjectRoute[] = [];
  const open: Block[] = [];
  let pending = '';
  let from = 1;
  for (const [index, raw] of text.split('\n').entries()) {
    const bare = raw.replace(/^\s*#.*$|\s#\s.*$/u, '').trim();
    if (pending === '') from = index + 1;
    const line = `${pending} ${bare}`.trim();
    if (unfinished.test(line)) {
      pending = line;
      continue;
    }
    pending = '';
    const here = open.at(-1)?.prefix ?? '';
    const add = (method: string, route: string): void => {
      routes.push({ method: method.toUpperCase(), route: joined(route), path, line: from });
    };
    let prefix = here;
    const statement = line.replace(/,?\s*\bdo\s*$/u, '');
    const one = verb.exec(statement)?.groups;
    const group = scope.exec(statement)?.groups;
    const resource = resources.exec(statement)?.groups;
    if (one !== undefined)
      add(one['verb'] === 'live' ? 'GET' : (one['verb'] ?? ''), `${here}/${one['path'] ?? ''}`);
    else if (group !== undefined) {
      const named = /\bpath:\s*"([^"]*)"/u.exec(group['options'] ?? '')?.[1];
      prefix = `${here}/${group['path'] ?? named ?? ''}`;
    } else if (resource !== undefined) prefix = addResources(resource, here, add);
    if (/(?:^|\s)do\s*$/u.test(line)) open.push({ prefix });
    else if (/^end\b/u.test(line)) open.pop();
  }
  return routes;
}

/** @returns the prefix of what is nested below */
function addResources(
  { path = '', controller = '', options = '' }: Readonly<Record<string, string>>,
  here: string,
  add: (method: string, route: string) => void,
): string {
  const isSingle = /\bsingleton:\s*true/u.test(options);
  const base = `${here}/${path}`;
  const parameter = /\bparam:\s*"(\w+)"/u.exec(options)?.[1] ?? 'id';
  const member = isSingle ? base : `${base}/:${parameter}`;
  const chosen = (key: string): readonly string[] | null => {
    const list = new RegExp(String.raw`\b${key}:\s*(?:\[([^\]]*)\]|~w\(([^)]*)\)a)`, 'u').exec(options);
    return list === null ? null : ((list[1] ?? list[2] ?? '').match(/\w+/gu) ?? []);
  };
  const only = chosen('only') ?? all;
  const except = chosen('except') ?? [];
  const has = (action: string): boolean => only.includes(action) && !except.includes(action);
  if (!isSingle && has('index')) add('get', base);
  if (has('new')) add('get', `${base}/new`);
  if (has('create')) add('post', base);
  if (has('show')) add('get', member);
  if (has('edit')) add('get', `${member}/edit`);
  if (has('update')) {
    add('patch', member);
    add('put', member);
  }
  if (has('delete')) add('delete', member);
  const name = /(?:(?<!\w)\w+\.)*(\w+?)(?:Controller)?$/u.exec(controller)?.[1] ?? 'id';
  const singular = name.replace(/(?<=[a-z\d])(?=[A-Z])/gu, '_').toLowerCase();
  return isSingle ? base : `${base}/:${singular}_${parameter}`;
}

function joined(route: string): string {
  return `/${route
    .split('/')
    .filter((part) => part !== '')
    .join('/')}`;
}
