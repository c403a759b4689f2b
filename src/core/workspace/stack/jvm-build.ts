import type { StackItem } from '../context';
import { pathBelow } from '../../text/path-order';
import type { Dependency } from './known-packages';
import { itemIn } from './evidence';
import { knownFacts, plainVersion } from './known-packages';
import type { Manifest, ManifestReader, WorkspaceFiles } from './stack-facts';

/** `pom.xml`. */
export const mavenPom: ManifestReader = {
  names: ['pom.xml'],
  read(manifest, files) {
    const text = manifest.text.replace(/<!--[\s\S]*?-->/g, '');
    const tag = (block: string, name: string): string | null =>
      new RegExp(`<${name}>\\s*([^<]+?)\\s*</${name}>`).exec(block)?.[1] ?? null;
    const resolve = (value: string | null): string | null => {
      const property = value === null ? null : /^\$\{([\w.-]+)\}$/.exec(value)?.[1];
      return property === null || property === undefined ? value : tag(text, property.replace(/\./g, '\\.'));
    };
    const blocks = [...text.matchAll(/<(parent|dependency|plugin)>([\s\S]*?)<\/\1>/g)].map(
      (match) => match[2] ?? '',
    );
    const dependencies = blocks.map((block): Dependency => [
      `${tag(block, 'groupId') ?? ''}:${tag(block, 'artifactId') ?? ''}`,
      resolve(tag(block, 'version')),
    ]);
    const version = ['java\\.version', 'maven\\.compiler\\.release', 'maven\\.compiler\\.source', 'release']
      .map((name) => resolve(tag(text, name)))
      .find((value) => value !== null);
    const nested = manifest.folder !== '' && files.has('pom.xml');
    const wrapper = files.has(pathBelow(manifest.folder, 'mvnw')) ? pathBelow(manifest.folder, 'mvnw') : null;
    const program = wrapper === null ? 'mvn' : `./${wrapper}`;
    const command = manifest.folder === '' ? `${program} test` : `${program} -f ${manifest.path} test`;
    return {
      ...knownFacts('jvm', dependencies, manifest),
      languages: jvmLanguages(manifest, version ?? null, files),
      testCommands: nested ? [] : [itemIn(manifest, command, null, /<project\b|^plugins\b/m)],
    };
  },
};

/** `build.gradle` and `build.gradle.kts`. */
export const gradleBuild: ManifestReader = {
  names: ['build.gradle', 'build.gradle.kts'],
  read(manifest, files) {
    const { text } = manifest;
    const dependencies: Dependency[] = [
      ...[...text.matchAll(/['"]([\w.-]+:[\w.-]+)(?::([^'"]+))?['"]/g)].map((match): Dependency => [
        match[1] ?? '',
        match[2] ?? null,
      ]),
      ...[...text.matchAll(/id\s*\(?['"]([\w.-]+)['"]\)?(?:\s+version\s*\(?['"]([^'"]+)['"])?/g)].map(
        (match): Dependency => [match[1] ?? '', match[2] ?? null],
      ),
    ];
    const version =
      /languageVersion[^\n]*?\b(\d+)\b/.exec(text)?.[1] ??
      /(?:sourceCompatibility|jvmToolchain)\D{0,40}?(\d+(?:\.\d+)?)/.exec(text)?.[1] ??
      null;
    const roots = ['settings.gradle', 'settings.gradle.kts', 'build.gradle', 'build.gradle.kts'];
    const nested = manifest.folder !== '' && roots.some((name) => files.has(name));
    const wrapper = pathBelow(manifest.folder, 'gradlew');
    const program = files.has(wrapper) ? `./${wrapper}` : 'gradle';
    const command = manifest.folder === '' ? `${program} test` : `${program} -p ${manifest.folder} test`;
    return {
      ...knownFacts('jvm', dependencies, manifest),
      languages: jvmLanguages(manifest, version, files),
      testCommands: nested ? [] : [itemIn(manifest, command, null, /<project\b|^plugins\b/m)],
    };
  },
};

const javaVersion =
  /<java\.version>|<maven\.compiler\.(?:release|source)>|<release>|languageVersion|sourceCompatibility/;

/** A build file serves several languages: the sources tell which. */
function jvmLanguages(
  manifest: Manifest,
  version: string | null,
  files: WorkspaceFiles,
): readonly StackItem[] {
  const languages: StackItem[] = [];
  if (files.some(manifest.folder, (path) => path.endsWith('.java'))) {
    languages.push(itemIn(manifest, 'Java', plainVersion(version), javaVersion));
  }
  if (files.some(manifest.folder, (path) => /\.kts?$/.test(path) && !path.endsWith('.gradle.kts'))) {
    const kotlin = /kotlin[^\n]*?version\s*\(?['"]([^'"]+)['"]/.exec(manifest.text)?.[1] ?? null;
    languages.push(itemIn(manifest, 'Kotlin', plainVersion(kotlin), /kotlin/));
  }
  return languages;
}
