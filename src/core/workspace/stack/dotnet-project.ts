import type { Dependency } from './known-packages';
import { itemIn } from './evidence';
import { knownFacts, plainVersion } from './known-packages';
import type { ManifestReader } from './stack-facts';

/** `*.csproj` and `*.fsproj`. */
export const dotnetProject: ManifestReader = {
  names: ['*.csproj', '*.fsproj'],
  read(manifest, files) {
    const { path, text } = manifest;
    const packages = [
      ...text.matchAll(/<PackageReference\s[^>]*?Include="([^"]+)"(?:[^>]*?Version="([^"]+)")?/g),
    ].map((match): Dependency => [match[1] ?? '', match[2] ?? null]);
    // A web project names its framework by its SDK.
    if (/<Project\s[^>]*Sdk="Microsoft\.NET\.Sdk\.Web"/.test(text))
      packages.push(['Microsoft.AspNetCore', null]);
    const framework = /<TargetFrameworks?>([^<;]+)/.exec(text)?.[1] ?? null;
    const language = path.endsWith('.fsproj') ? 'F#' : 'C#';
    const isTest = packages.some(([name]) => name === 'Microsoft.NET.Test.Sdk');
    const solution = files.all.some((file) => /^[^/]+\.slnx?$/.test(file));
    return {
      ...knownFacts('dotnet', packages, manifest),
      languages: [
        itemIn(manifest, language, null, /<Project\b/),
        ...(framework === null
          ? []
          : [itemIn(manifest, '.NET', plainVersion(framework), /<TargetFrameworks?>/)]),
      ],
      testCommands: isTest
        ? [itemIn(manifest, solution ? 'dotnet test' : `dotnet test ${path}`, null, 'Microsoft.NET.Test.Sdk')]
        : [],
    };
  },
};
