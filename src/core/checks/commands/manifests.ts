/** What a program needs to find in its folder or one above, as names of files. */
const needs: Readonly<Record<string, readonly string[]>> = {
  go: ['go.mod', 'go.work'],
  cargo: ['Cargo.toml'],
  make: ['Makefile', 'makefile', 'GNUmakefile'],
  just: ['justfile', 'Justfile', '.justfile'],
  mvn: ['pom.xml'],
  mix: ['mix.exs'],
  npm: ['package.json'],
  pnpm: ['package.json'],
  yarn: ['package.json'],
};
const built = new Set([
  ...Object.values(needs).flat(),
  ...[
    'pyproject.toml',
    'setup.py',
    'requirements.txt',
    'build.gradle',
    'build.gradle.kts',
    'Gemfile',
    'composer.json',
  ],
  ...['pubspec.yaml', 'deno.json', 'Taskfile.yml', 'CMakeLists.txt', 'Package.swift'],
]);
/** Subcommands that work anywhere. */
const free =
  /^(?:install|i|init|create|mod|get|env|version|new|add|global|tool|--version|-v|run github\.com|run \S+@)/u;

/** Files of which a command needs one, or `null` where it runs anywhere. */
export function manifestsFor(words: readonly string[]): readonly string[] | null {
  const [program = '', ...rest] = words;
  const files = Object.hasOwn(needs, program) ? needs[program] : undefined;
  const elsewhere = rest.some((word) =>
    /^(?:-C|-f|--prefix|--cwd|--dir|--manifest-path|--file|-w|-F|--filter)/u.test(word),
  );
  return files === undefined || rest.length === 0 || elsewhere || free.test(rest.join(' ')) ? null : files;
}

/** Whether a file says how a workspace is built: without any, nothing can be said about its commands. */
export function isManifest(name: string): boolean {
  return built.has(name);
}
