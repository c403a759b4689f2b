/**
 * A path as far as it tells endpoints apart: parameters may be called and written otherwise (`{id}`, `:id`, `<id>`, `[id]`, `$id`),
 * case and a slash at its end differ, and what is behind `?` asks the same endpoint.
 */
export function routeShape(route: string): string {
  const [path = ''] = route
    .toLowerCase()
    .replace(/\{[^{}]*\}|:[a-z]\w*(?:\?(?=\/|$))?|<[^<>]*>|\[{1,2}[^[\]/]+\]{1,2}|\$[a-z]\w*/gu, '{}')
    .split('?');
  return path.replace(/\/$/u, '');
}
