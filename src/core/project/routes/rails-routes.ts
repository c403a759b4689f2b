import type { ProjectRoute } from '../project-index';

/** A block of `routes.rb` that is open. */
interface Block {
  readonly prefix: string;
  /** Of `resources` and `resource`: where a member and where the collection lies. */
  readonly member: string | null;
  readonly collection: string | null;
}

const verbs = 'get|post|put|patch|delete';
const name = String.raw`[:"'](?<name>[\w/-]+)["']?`;
const resources = new RegExp(
  String.raw`^resources?\s*(?:\(\s*)?${name}(?<more>(?:\s*,\s*:\w+(?!\w*:))*)(?<options>.*)$`,
  'u',
);
const verb = new RegExp(
  String.raw`^(?<verb>${verbs})\s*(?:\(\s*)?[:"'](?<path>[^"',\s]+)["']?(?<options>.*)$`,
  'u',
);
const around = /^(?<kind>namespace|scope)\b\s*(?:\(\s*)?(?:[:"'](?<name>[\w/:-]+)["']?)?(?<options>.*)$/u;
const all = ['index', 'show', 'create', 'update', 'destroy', 'new', 'edit'];

/** Whether a file is the table of routes of Rails. */
export function isRailsRoutes(path: string, text: string): boolean {
  return (
    /(?:^|\/)routes(?:\/\w+)?\.rb$/u.test(path) &&
    /\.routes\.draw\b|^[ \t]*(?:resources?|namespace)\b/mu.test(text)
  );
}

/** Endpoints of a `routes.rb`, with those that `resources` stands for, in document order. */
export function railsRoutes(path: string, text: string): readonly ProjectRoute[] {
  const routes: ProjectRoute[] = [];
  const open: Block[] = [{ prefix: '', member: null, collection: null }];
  const concerns = new Set<number>();
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/^\s*#.*$|\s#\s.*$/u, '').trim();
    const opens = /\bdo\b(?:\s*\|[^|]*\|)?$|\{\s*(?:\|[^|]*\|)?$/u.test(line);
    const here = open.at(-1) ?? { prefix: '', member: null, collection: null };
    const add = (method: string, route: string): void => {
      routes.push({ method: method.toUpperCase(), route: joined(route), path, line: index + 1 });
    };
    let block: Block = here;
    const statement = line.replace(/(?<!\s)\s*\bdo\b(?:\s*\|[^|]*\|)?\s*$/u, '').replace(/[)]$/u, '');
    const resource = resources.exec(statement)?.groups;
    const group = resource === undefined ? around.exec(statement)?.groups : undefined;
    const single = verb.exec(statement)?.groups;
    if (resource !== undefined) {
      const names = [
        resource['name'] ?? '',
        ...[...(resource['more'] ?? '').matchAll(/:(\w+)/gu)].map(([, one = '']) => one),
      ];
      for (const one of names) block = addResources(one, statement, resource['options'] ?? '', here, add);
    } else if (group !== undefined) {
      const options = group['options'] ?? '';
      const own = /\bpath:\s*["']([^"']*)["']/u.exec(options)?.[1];
      const named = group['kind'] === 'namespace' || group['name'] !== undefined ? (group['name'] ?? '') : '';
      block = { prefix: joined(`${here.prefix}/${own ?? named}`), member: null, collection: null };
    } else if (/^member\b/u.test(statement)) block = { ...here, prefix: here.member ?? here.prefix };
    else if (/^collection\b/u.test(statement)) block = { ...here, prefix: here.collection ?? here.prefix };
    else if (single !== undefined) {
      const options = single['options'] ?? '';
      const base = /\bon:\s*:member/u.test(options)
        ? (here.member ?? here.prefix)
        : /\bon:\s*:collection/u.test(options)
          ? (here.collection ?? here.prefix)
          : here.prefix;
      add(single['verb'] ?? '', `${base}/${single['path'] ?? ''}`);
    } else if (/^match\b/u.test(statement)) {
      const at = /^match\s*(?:\(\s*)?["']([^"']+)/u.exec(statement)?.[1];
      for (const [, method = ''] of statement.matchAll(/:(get|post|put|patch|delete)\b/gu))
        if (at !== undefined) add(method, `${here.prefix}/${at}`);
    }
    if (/^concern\b/u.test(statement)) concerns.add(open.length);
    if (opens) open.push(block);
    else if (/^(?:end|\})/u.test(line) && open.length > 1) open.pop();
  }
  return routes;
}

/** @returns what is nested below */
function addResources(
  name: string,
  statement: string,
  options: string,
  here: Block,
  add: (method: string, route: string) => void,
): Block {
  const isSingle = /^resource\b/u.test(statement);
  const segment = /\bpath:\s*["']([^"']*)["']/u.exec(options)?.[1] ?? name;
  const parameter = /\bparam:\s*:(\w+)/u.exec(options)?.[1] ?? 'id';
  // Nested in another resource, `resources` lies below one of its members.
  const collection = joined(`${here.prefix}/${segment}`);
  const member = isSingle ? collection : `${collection}/:${parameter}`;
  const chosen = (key: string): readonly string[] | null => {
    const found = new RegExp(String.raw`\b${key}:\s*(?:%i\[([^\]]*)\]|\[([^\]]*)\]|:(\w+))`, 'u').exec(
      options,
    );
    return found === null ? null : ((found[1] ?? found[2] ?? found[3] ?? '').match(/\w+/gu) ?? []);
  };
  const only = chosen('only');
  const except = chosen('except') ?? [];
  const has = (action: string): boolean => (only ?? all).includes(action) && !except.includes(action);
  if (!isSingle && has('index')) add('get', collection);
  if (has('create')) add('post', collection);
  if (has('show')) add('get', member);
  if (has('update')) {
    add('patch', member);
    add('put', member);
  }
  if (has('destroy')) add('delete', member);
  const singular = name.replace(/ies$/u, 'y').replace(/s$/u, '');
  const nested = isSingle ? collection : `${collection}/:${singular}_id`;
  return { prefix: nested, member, collection };
}

function joined(route: string): string {
  return `/${route
    .split('/')
    .filter((part) => part !== '')
    .join('/')}`;
}
