import { builtInFiles } from '#platform/built-in-files';
import * as vscode from 'vscode';
import { joinSettings } from '../../core/checks/check-settings';
import { checkSpecFile } from '../../core/checks/check-spec-file';
import { checks } from '../../core/checks/registry';
import type { Standing, RecordWrite, Stamp } from '../../core/workflow/changes';
import { discoverWorkflows, type DiscoveredWorkflows } from '../../core/workflow/discover-workflows';
import { loadFeature, type LoadedFeature } from '../../core/workflow/load-feature';
import { featureNames } from '../../core/workflow/read-feature';
import { EditorGit, patienceForRecords } from '../ports/editor-git';
import { systemClock } from '../ports/system-clock';
import { VsCodeFiles } from '../ports/vs-code-files';
import { checkSeverities } from '../review/report/review-spec';
import type { SpecSurroundings } from '../review/report/spec-surroundings';
import type { TeamConfigs } from '../settings/team-configs';
import type { TemplateLibrary } from '../workspace/template-library';

export interface FeatureParts {
  readonly templates: TemplateLibrary;
  readonly surroundings: SpecSurroundings;
  readonly configs: TeamConfigs;
  /** Folder of the extension. */
  readonly extension: vscode.Uri;
}

/** A feature in a workspace folder. */
export interface OpenFeature extends LoadedFeature {
  readonly folder: vscode.WorkspaceFolder;
}

/** The same where it could be read. */
export interface StandingFeature extends OpenFeature {
  readonly standing: Standing;
}

/** Reads and writes features of the open folders. */
export class FeatureLibrary {
  readonly #parts: FeatureParts;

  constructor(parts: FeatureParts) {
    this.#parts = parts;
  }

  /**
   * All features of the open folders, by folder and name.
   *
   * @param checked whether their artefacts are checked; what checks verify counts as open otherwise
   */
  async all(checked = true): Promise<readonly OpenFeature[]> {
    const found: OpenFeature[] = [];
    for (const folder of vscode.workspace.workspaceFolders ?? [])
      for (const name of await featureNames(new VsCodeFiles(folder.uri)))
        found.push(await this.one(folder, name, checked));
    return found;
  }

  async one(folder: vscode.WorkspaceFolder, name: string, checked = true): Promise<OpenFeature> {
    const files = new VsCodeFiles(folder.uri);
    const { templates, surroundings, configs } = this.#parts;
    const { workflows } = await this.workflows(folder);
    const known = (await templates.read(folder.uri)).templates;
    const settings = joinSettings((await configs.of(folder)).checks, checkSeverities(folder));
    const check: Parameters<typeof loadFeature>[3] = async (artefact, id) => {
      const template = known.find((one) => one.id === id);
      return checkSpecFile({
        ...artefact,
        ...{ files, templates: known, settings },
        ...(template === undefined ? {} : { template }),
        surround: (source) => surroundings.of(folder, artefact.path, source),
      });
    };
    const loaded = await loadFeature(files, name, workflows, checked ? check : null);
    return { ...loaded, folder };
  }

  /** Workflows that a feature of the folder may go through. */
  workflows(folder: vscode.WorkspaceFolder): Promise<DiscoveredWorkflows> {
    return discoverWorkflows({
      builtIn: builtInFiles(this.#parts.extension),
      // Roles of a workflow speak to the model, so one of the workspace takes part only where that is trusted.
      workspace: vscode.workspace.isTrusted ? new VsCodeFiles(folder.uri) : null,
      knownChecks: new Set(checks.map(({ id }) => id)),
    });
  }

  /** Who does something now, as git knows the person. */
  async stamp(folder: vscode.WorkspaceFolder): Promise<Stamp> {
    const git = await new EditorGit(folder.uri, patienceForRecords).read();
    const date = systemClock.now().toISOString().slice(0, 10);
    return { name: git?.userName ?? null, date, commit: git?.commit ?? null };
  }

  /**
   * Writes records, one after the other.
   *
   * @returns why one could not be written, or `null`; a file that is there and can not be read is never replaced
   */
  async write(
    folder: vscode.WorkspaceFolder,
    writes: readonly RecordWrite[],
    problems: LoadedFeature['problems'],
  ): Promise<string | null> {
    const files = new VsCodeFiles(folder.uri);
    for (const { path, text, replaces } of writes) {
      if (!(await files.staysInside(path)))
        return vscode.l10n.t(
          '{0} leads out of the workspace folder through a link. Nothing was written.',
          path,
        );
      const isBroken = problems.some((problem) => problem.path === path);
      if (isBroken || (!replaces && (await files.stat(path)) !== undefined))
        return vscode.l10n.t(
          '{0} exists and is not overwritten. Mend it, delete it, or restore it from version control.',
          path,
        );
      try {
        await vscode.workspace.fs.writeFile(files.uri(path), new TextEncoder().encode(text));
      } catch {
        return vscode.l10n.t('{0} cannot be written. Change its permissions.', path);
      }
    }
    return null;
  }
}
