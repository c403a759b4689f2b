import { technologiesIn } from '../../workspace/stack/technologies';
import type { WorkspaceContext } from '../../workspace/context';

/** Endings of files that hold what a person sees, whatever the language around them. */
export const screenFile =
  /\.(?:tsx|jsx|vue|svelte|astro|razor|cshtml|erb|heex|xaml|storyboard|swiftui|dart)$/iu;
/** Pages that a server fills in, and their styles. */
const pageFile =
  /\.(?:html?|css|scss|less|ejs|hbs|pug|haml|slim|twig|jinja2?|j2|liquid|mustache|gohtml|tmpl|blade\.php|xib)$|(?:^|\/)(?:templates?|views)\/[^/]+\.(?:php|kt|swift)$/iu;
/** Files by which code is told apart from a workspace that holds documents alone. */
const codeFile = /\.(?:[cm]?[jt]s|py|go|rs|java|kts?|rb|php|cs|exs?|swift|scala|c|cc|cpp)$/iu;

/**
 * Whether a workspace has a frontend, or may have: where it has code, and nothing that a person sees is among it, its files can't be
 * asked for one by one.
 */
export function mayHaveFrontend({ files, stack }: Pick<WorkspaceContext, 'files' | 'stack'>): boolean {
  if (!files.some((file) => codeFile.test(file)) || stack.uiLibrary !== null) return true;
  const isClient = stack.frameworks.some(({ name }) =>
    technologiesIn(name).some(({ technology }) => technology.facet === 'client framework'),
  );
  return isClient || files.some((file) => screenFile.test(file) || pageFile.test(file));
}
