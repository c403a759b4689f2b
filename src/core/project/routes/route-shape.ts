/** A path as far as it tells endpoints apart: parameters may be called otherwise, and case and a slash at its end differ. */
export function routeShape(route: string): string {
  return route
    .toLowerCase()
    .replace(/\{[^{}]*\}|:[a-z]\w*|<[^<>]*>/gu, '{}')
    .replace(/\/$/u, '');
}
