import { commandsOn, specCommands } from '../../spec/commands';
import { filePlan } from '../../spec/file-plan';
import type { SpecDocument, SpecSection } from '../../spec/spec-document';
import { fileName } from '../../text/path';
import type { TextRange } from '../../text/position';
import type { StackProfile } from '../../workspace/context';
import type { Check, CheckContext } from '../check';
import { openQuestionIds } from '../../text/content';
import { nameIndex, type NameIndex } from '../grounding/name-index';
import { replacementFixes } from '../grounding/replacement-fixes';
import { workspaceSymbols } from '../grounding/workspace-symbols';
import { mayBeBuilt } from '../grounding/workspace-state';
import { isPastSpec } from '../past-spec';
import { firstLine, isWithin, tokenPlace } from '../../spec/place';
import { sectionNames } from '../grounding/mention';
import { usedComponentsColumn } from '../../spec/vocabulary/columns';
import {
  componentsToInstallSection,
  presentLabel,
  toInstallLabel,
} from '../../spec/vocabulary/section-names';

const componentName = /^[A-Za-z][\w-]*(?: [A-Z]\w*)?$/u;
const noComponent = /^(?:none|no|n\/a|tbd|native|html|custom|own)$/iu;

/**
 * Components of the UI library that a spec takes for presentLabel are in the workspace, those it installs are not, and those it uses
 * are one or the other. Only where the library keeps its components in the workspace, as shadcn/ui does.
 *
 * Options: none.
 *
 * Good: `In the workspace: Button`, `To install: Tooltip` where `components/ui` has `button.tsx` and no `tooltip.tsx`.
 * Bad: `To install: Button` there; a new file that uses `Tooltip`, which is neither there nor installed.
 */
export const uiComponent: Check = {
  id: 'ui-component',
  title: 'Every UI component that is used is there or gets installed.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { spec, surroundings } = context;
    if (surroundings === null || surroundings.stack.uiComponents.length === 0 || isPastSpec(context)) return;
    const lookup = componentsOf(surroundings.stack);
    const { uiLibrary } = surroundings.stack;
    const named = namedComponents(context).filter(({ name }) => keyOf(name) !== keyOf(uiLibrary?.name ?? ''));
    const toInstall = named.filter(({ claim }) => claim === 'toInstallLabel');
    const installed = new Set(toInstall.map(({ name }) => keyOf(name)));
    const made = new Set(filePlan(spec).map(({ path }) => keyOf(fileName(path).replace(/\..*/u, ''))));
    const symbols = workspaceSymbols(surroundings.project);
    const built = mayBeBuilt(context);
    for (const { name, claim, range } of named) {
      const key = keyOf(name);
      const isThere = lookup.has(key);
      if (claim === 'toInstallLabel') {
        if (isThere && !built)
          yield {
            message: '{0} is in the workspace already: nothing has to be installed.',
            args: [name],
            ...range,
          };
        continue;
      }
      if (isThere || (claim === 'used' && (installed.has(key) || made.has(key) || symbols.has(name))))
        continue;
      const similar = lookup.similar(key);
      yield similar === null
        ? {
            message:
              claim === 'presentLabel'
                ? '{0} is no UI component of this workspace.'
                : '{0} is neither a UI component of this workspace nor installed by this spec.',
            args: [name],
            ...range,
          }
        : {
            message: '{0} does not exist: did you mean {1}?',
            args: [name, similar],
            fixable: true,
            ...range,
          };
    }
  },
  fixes: replacementFixes,
};

interface NamedComponent {
  readonly name: string;
  readonly claim: 'presentLabel' | 'toInstallLabel' | 'used';
  readonly range: TextRange;
}

function namedComponents(context: CheckContext): readonly NamedComponent[] {
  const { spec } = context;
  const holder = context.sections.get('ui-components');
  return [
    ...spec.listItems.flatMap((item) => {
      if (!isOwn(spec, item.section, holder)) return [];
      const claim = presentLabel.test(item.text)
        ? 'presentLabel'
        : toInstallLabel.test(item.text)
          ? 'toInstallLabel'
          : null;
      if (claim === null) return [];
      const value = item.text.slice(item.text.search(/[:：]/u) + 1);
      return namesIn(value).map(
        (name) => ({ name, claim, range: tokenPlace(spec, firstLine(spec, item), name) }) as const,
      );
    }),
    ...spec.tables.flatMap(({ header, rows }) => {
      const column = header.findIndex(({ text }) => usedComponentsColumn.test(text.trim()));
      return column === -1
        ? []
        : rows.flatMap((row) => {
            const cell = row[column];
            return cell === undefined
              ? []
              : namesIn(cell.text).map(
                  (name) => ({ name, claim: 'used', range: tokenPlace(spec, cell, name) }) as const,
                );
          });
    }),
    ...installCommands(spec),
  ];
}

/** `npx shadcn@latest add dialog tooltip` */
function installCommands(spec: SpecDocument): readonly NamedComponent[] {
  return specCommands(spec).flatMap((command) =>
    commandsOn(command.text).flatMap(({ words }) => {
      const add = words.findIndex(
        ({ text }, at) => text === 'add' && /^shadcn(?:-\w+)?(?:@.*)?$/u.test(words[at - 1]?.text ?? ''),
      );
      if (add === -1) return [];
      return words
        .slice(add + 1)
        .filter(({ text }) => /^[a-z][a-z\d-]*$/u.test(text))
        .map(({ text, start, end }) => ({
          name: text,
          claim: 'toInstallLabel' as const,
          range: {
            line: command.line,
            column: command.column + start,
            endLine: command.line,
            endColumn: command.column + end,
          },
        }));
    }),
  );
}

function isOwn(spec: SpecDocument, section: number | null, holder: SpecSection | undefined): boolean {
  return holder === undefined
    ? componentsToInstallSection.test(sectionNames(spec, section)[0] ?? '')
    : isWithin(spec, section, holder);
}

/** Names between commas and semicolons; remarks in parentheses and whole sentences are none. */
function namesIn(text: string): readonly string[] {
  return text
    .replace(/\([^()]*\)/gu, ' ')
    .split(/[,;、，]|\s\+\s|\sand\s/u)
    .map((part) => part.replace(/[`*.]/gu, '').trim())
    .filter(
      (part) => componentName.test(part) && !noComponent.test(part) && openQuestionIds(part).length === 0,
    );
}

interface Components {
  has(key: string): boolean;
  similar(key: string): string | null;
}

const known = new WeakMap<StackProfile, Components>();

function componentsOf(stack: StackProfile): Components {
  const found = known.get(stack);
  if (found !== undefined) return found;
  const names = new Map(stack.uiComponents.map(({ name }) => [keyOf(name), name]));
  const index: NameIndex = nameIndex(names.keys());
  const components: Components = {
    has: (key) => names.has(key),
    similar: (key) => names.get(index.nearest(key) ?? '') ?? null,
  };
  known.set(stack, components);
  return components;
}

/** `AlertDialog`, `alert-dialog` and `Alert Dialog` are one. */
function keyOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
