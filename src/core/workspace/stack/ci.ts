import type { StackItem } from '../context';
import type { FileTable } from '../files/file-table';
import type { OwnFolders } from '../files/skipped-folders';
import { itemOfFile } from './evidence';

/** Services that build what is pushed, by the path of their configuration. */
const services: readonly (readonly [name: string, path: RegExp])[] = [
  ['GitHub Actions', /^\.github\/workflows\/[^/]+\.ya?ml$/],
  ['GitLab CI', /^\.gitlab-ci\.ya?ml$/],
  ['Gitea Actions', /^\.(?:gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/],
  ['CircleCI', /^\.circleci\/config\.ya?ml$/],
  ['Jenkins', /^(?:.*\/)?Jenkinsfile$/],
  ['Azure Pipelines', /^(?:\.?azure-pipelines|\.azuredevops\/.+|\.?azure\/pipelines\/.+)\.ya?ml$/],
  ['Bitbucket Pipelines', /^bitbucket-pipelines\.ya?ml$/],
  ['Travis CI', /^\.travis\.ya?ml$/],
  ['Drone', /^\.drone\.(?:ya?ml|star|jsonnet)$/],
  ['Woodpecker', /^\.woodpecker(?:\.ya?ml$|\/[^/]+\.ya?ml$)/],
  ['Buildkite', /^\.buildkite\/[^/]+\.ya?ml$/],
  ['Google Cloud Build', /^cloudbuild\.(?:ya?ml|json)$/],
  ['AWS CodeBuild', /^buildspec\.ya?ml$/],
  ['AppVeyor', /^\.?appveyor\.ya?ml$/],
];

/** The top folders of every path above but one: most files of a workspace need not be asked about each service. */
const possible = /^\.|^azure$/;

/** What of several files of one service runs tests, going by its name. */
const runsTests = /(?:^|[-_./])(?:ci|tests?|build|checks?|verify|pr|main)(?=[-_.])/i;

/**
 * Services for continuous integration by their configuration; of several files of one service the one named like tests.
 */
export function readCi(table: FileTable, own: OwnFolders): readonly StackItem[] {
  const inPossible = table.within(
    (name) => possible.test(name),
    (folder) => !folder.includes('/'),
  );
  const isJenkins = table.ofNames((name) => name === 'Jenkinsfile');
  const candidates = table.either(
    (folder) => (folder === 0 || inPossible?.[folder] === true) && own(folder),
    (name) => isJenkins[name] === true,
    own,
  );
  return services.flatMap(([name, pattern]) => {
    const found = candidates.filter((path) => pattern.test(path));
    const shown = found.find((path) => runsTests.test(path.slice(path.lastIndexOf('/')))) ?? found[0];
    return shown === undefined ? [] : [itemOfFile(shown, name)];
  });
}
