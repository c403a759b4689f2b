import * as vscode from 'vscode';
import { renderFinding } from '../../core/checks/render-finding';
import {
  giveVerdict,
  notReady,
  override,
  sign,
  type Change,
  type RecordWrite,
} from '../../core/workflow/changes';
import { tell } from '../messages/tell';
import { chooseFeature, isTrusted, targetOf } from './choose-feature';
import type { FeatureLibrary, StandingFeature } from './feature-library';
import type { FeatureTarget } from './feature-node';

/** What persons say of a feature, and what is recorded of it: signatures, overrides, verdicts. */
export class PersonsWords {
  readonly #features: FeatureLibrary;

  constructor(features: FeatureLibrary) {
    this.#features = features;
  }

  /** A person answers for criteria, those that were clicked or those that are picked. */
  async sign(target: FeatureTarget | null): Promise<void> {
    if (!isTrusted()) return;
    const feature = await this.#ready(target, hasOpenCriteria);
    if (feature === null) return;
    const clicked = target?.criterion;
    const criteria = clicked === undefined ? await pickCriteria(feature) : [clicked];
    if (criteria.length === 0) return;
    const stamp = await this.#signer(feature.folder);
    if (stamp === null) return;
    for (const criterion of criteria) {
      const change = sign(feature.standing, criterion, stamp);
      if (!(await this.#apply(feature, change))) return;
    }
  }

  /** Lets an open gate pass, for a reason that the person gives. */
  async override(target: FeatureTarget | null): Promise<void> {
    if (!isTrusted()) return;
    const feature = await this.#ready(target, hasOpenCriteria);
    if (feature === null) return;
    const open = feature.standing.state.current?.gates.filter(({ state }) => state === 'open') ?? [];
    const gate =
      target?.gate ??
      (open.length === 1
        ? open[0]?.gate.id
        : (
            await vscode.window.showQuickPick(
              open.map(({ gate: one }) => ({ label: one.name, id: one.id })),
              { title: vscode.l10n.t('Override a Gate') },
            )
          )?.id);
    if (gate === undefined) return;
    const points = feature.standing.state.open.filter((point) => point.gate === gate);
    const reason = await vscode.window.showInputBox({
      title: vscode.l10n.t('Override a Gate: Reason'),
      prompt: vscode.l10n.t(
        '{0} open criteria are let through. The reason stands in every report.',
        points.length,
      ),
      validateInput: (entered) => (entered.trim() === '' ? vscode.l10n.t('Give a reason.') : null),
    });
    if (reason === undefined) return;
    const stamp = await this.#features.stamp(feature.folder);
    await this.#apply(feature, override(feature.standing, gate, reason, stamp));
  }

  /** A reviewer says go or no-go. */
  async verdict(target: FeatureTarget | null): Promise<void> {
    if (!isTrusted()) return;
    const feature = await this.#ready(
      target,
      ({ standing }) => (standing.state.current?.review ?? null) !== null,
    );
    if (feature === null) return;
    const picked = await vscode.window.showQuickPick(
      [
        { label: vscode.l10n.t('Go'), verdict: 'go' as const },
        { label: vscode.l10n.t('No-go'), verdict: 'no-go' as const },
      ],
      { title: vscode.l10n.t('Verdict of the Review') },
    );
    if (picked === undefined) return;
    const entered = await vscode.window.showInputBox({
      title: vscode.l10n.t('Verdict of the Review: Required Improvements'),
      prompt: vscode.l10n.t('What has to change, separated by semicolons. A no-go needs one at least.'),
      validateInput: (text) =>
        picked.verdict === 'no-go' && text.trim() === '' ? vscode.l10n.t('Name one improvement.') : null,
    });
    if (entered === undefined) return;
    const improvements = entered
      .split(';')
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const stamp = await this.#signer(feature.folder);
    if (stamp === null) return;
    await this.#apply(feature, giveVerdict(feature.standing, picked.verdict, improvements, stamp));
  }

  /** Tells what keeps the current phase from being closed, and offers what a person can do about it. */
  tellOpen(feature: StandingFeature): void {
    const { open, current } = feature.standing.state;
    const [first] = open;
    const text = vscode.l10n.t(
      '{0} cannot be closed: {1} open. First: {2}',
      current?.phase.name ?? '',
      open.length,
      first === undefined ? '' : `${first.text}: ${renderFinding(first.why)}`,
    );
    const target = targetOf(feature);
    const step = (label: string, run: () => Promise<void>): { label: string; run: () => Promise<void> } => ({
      label,
      run,
    });
    tell(
      'warning',
      text,
      ...(open.some(({ gate }) => gate !== null)
        ? [
            step(vscode.l10n.t('Sign...'), () => this.sign(target)),
            step(vscode.l10n.t('Override...'), () => this.override(target)),
          ]
        : [step(vscode.l10n.t('Give Verdict...'), () => this.verdict(target))]),
    );
  }

  /** The feature, where what is said of it can be recorded now; else why it cannot is told before anything is asked. */
  async #ready(
    target: FeatureTarget | null,
    wanted: (feature: StandingFeature) => boolean,
  ): Promise<StandingFeature | null> {
    const feature = await chooseFeature(this.#features, target, wanted);
    const refusal = feature === null ? null : notReady(feature.standing);
    if (refusal === null) return feature;
    tell('warning', renderFinding(refusal.refused));
    return null;
  }

  /** Who signs: as git knows the person, confirmed by them. */
  async #signer(folder: vscode.WorkspaceFolder): Promise<Parameters<typeof sign>[2] | null> {
    const stamp = await this.#features.stamp(folder);
    const name = await vscode.window.showInputBox({
      title: vscode.l10n.t('Your Name'),
      prompt: vscode.l10n.t('It is recorded with the date and the commit.'),
      value: stamp.name ?? '',
      validateInput: (entered) => (entered.trim() === '' ? vscode.l10n.t('Enter a name.') : null),
    });
    return name === undefined ? null : { ...stamp, name: name.trim() };
  }

  async #apply(feature: StandingFeature, change: Change): Promise<boolean> {
    if ('refused' in change) {
      tell('warning', renderFinding(change.refused));
      return false;
    }
    return wrote(this.#features, feature.folder, change.writes, feature.problems);
  }
}

/** Writes records and says where one can not be written; whether all were. */
export async function wrote(
  features: FeatureLibrary,
  folder: vscode.WorkspaceFolder,
  writes: readonly RecordWrite[],
  problems: StandingFeature['problems'],
): Promise<boolean> {
  const problem = await features.write(folder, writes, problems);
  if (problem !== null) tell('error', problem);
  return problem === null;
}

function hasOpenCriteria({ standing }: StandingFeature): boolean {
  return standing.state.open.some(({ gate }) => gate !== null);
}

async function pickCriteria({ standing }: StandingFeature): Promise<readonly string[]> {
  const open = standing.state.current?.gates.flatMap(({ gate, criteria }) =>
    criteria
      .filter(({ criterion, state }) => criterion.verifiedBy === 'person' && state === 'open')
      .map(({ criterion }) => ({ label: criterion.text, description: gate.name, id: criterion.id })),
  );
  const picked = await vscode.window.showQuickPick(open ?? [], {
    title: vscode.l10n.t('Sign Criteria'),
    placeHolder: vscode.l10n.t('What you answer for'),
    canPickMany: true,
  });
  return picked?.map(({ id }) => id) ?? [];
}
