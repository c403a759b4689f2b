/** A path as a spec writes it. */
export interface WrittenPath {
  /** Without `./`, line number and anchor; a folder keeps its closing slash. */
  readonly path: string;
  /** Line behind the path (`main.go:12`), or `null`. */
  readonly line: number | null;
}

const shape =
  /^(?:\.\/)?((?:[\p{L}\p{N}_.@()[\]$+~-]+\/)*[\p{L}\p{N}_.@()[\]$+~-]*)(?::(\d+)(?:[-:]\d+)?)?(?:#[\w-]+)?$/u;
/** An ending that a file name has: letters first, so that `v1.2` and `3.5` are none. */
const ending = /\.[A-Za-z][A-Za-z0-9]{0,9}$/u;
const bareNames =
  /^(?:Makefile|Dockerfile|Containerfile|Justfile|Procfile|Rakefile|Gemfile|Jenkinsfile|Vagrantfile|LICENSE|README|CODEOWNERS|BUILD|WORKSPACE|go\.(?:mod|sum|work)|\.[A-Za-z][\w.-]+)$/u;
/** `github.com/x/y`, `example.com`: a host, not a folder. */
const host = /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|app|ai|gov|edu)(?:\/|$)/iu;
const knownEndings = new Set(
  (
    'go ts tsx mts cts js jsx mjs cjs py pyi rb rs java kt kts scala swift c h cc cpp hpp cs fs vb php ex exs erl hs clj lua pl r jl dart ' +
    'sql prisma graphql gql proto thrift avsc html htm css scss sass less vue svelte astro md mdx mdc markdown txt rst adoc ' +
    'json jsonc json5 yaml yml toml ini cfg conf env properties xml csv tsv lock sum mod gradle bazel bzl tf tfvars hcl nix ' +
    'erb haml slim heex eex leex twig jinja jinja2 j2 liquid pug mjml cshtml razor xaml csproj fsproj vbproj sln slnx resx gemspec rake cljs edn zig nim sol po arb ' +
    'sh bash zsh fish ps1 bat cmd png jpg jpeg gif svg ico webp pdf ttf woff woff2 wasm tmpl tpl ejs hbs mustache snap ipynb templ'
  ).split(' '),
);

/**
 * Reads a text as a path of the workspace, `null` where it is none: a route (`/api/x`), a package (`@scope/name`,
 * `github.com/x/y`), a type (`store.Member`), a command, a glob. A text without a slash is only a path with an ending
 * that files have, or a name such as `Makefile`.
 */
export function readPath(text: string): WrittenPath | null {
  const trimmed = text.trim().replaceAll('\\', '/');
  if (trimmed === '' || trimmed.length > 260 || /^(?:[/~@]|\.\.\/|[A-Za-z]:|\w+:\/\/)/u.test(trimmed))
    return null;
  if (/\.{3}|\/\/|[*?{}<>|"']/u.test(trimmed) || host.test(trimmed)) return null;
  const match = shape.exec(trimmed);
  const path = match?.[1] ?? '';
  if (path === '' || /^[.\d/-]+$/u.test(path)) return null;
  const line = match?.[2] === undefined ? null : Number(match[2]);
  const name = path.replace(/\/$/u, '').split('/').at(-1) ?? '';
  const end = ending.exec(name)?.[0].slice(1).toLowerCase();
  const isFileName = bareNames.test(name) || (end !== undefined && knownEndings.has(end));
  if (isFileName && !path.endsWith('/')) return { path, line };
  // Without an ending only a closing slash makes it a folder: `read/write` and `US-001/AC-2` are none.
  return path.endsWith('/') && /\p{L}/u.test(name) ? { path, line } : null;
}
