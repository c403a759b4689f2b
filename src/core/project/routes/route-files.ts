/** Endpoints that a framework takes from where a file lies: `route` of the path, methods from what it exports. */
export const routeFiles: readonly { readonly path: RegExp; readonly exports: RegExp | null }[] = [
  // Next.js, app router
  {
    path: /(?:^|\/)app(?<route>(?:\/[^/]+)*)\/route\.[cm]?[jt]sx?$/,
    exports:
      /^export\s+(?:async\s+)?(?:function|const)\s+(?<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/gm,
  },
  // Next.js, pages router
  { path: /(?:^|\/)pages(?<route>\/api(?:\/[^/]+)*?)(?:\/index)?\.[cm]?[jt]sx?$/, exports: null },
  // SvelteKit
  {
    path: /(?:^|\/)routes(?<route>(?:\/[^/]+)*)\/\+server\.[jt]s$/,
    exports:
      /^export\s+(?:async\s+)?(?:function|const)\s+(?<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/gm,
  },
];
