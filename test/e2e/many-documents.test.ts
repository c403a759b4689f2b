import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type VsCode } from '../harness/vs-code';
import { shootInEveryTheme } from '../harness/screenshots';
import { ExampleWindow, patience } from './example-window';
import { WizardByKeyboard } from './wizard-by-keyboard';

/** Path to text of three hundred documents: some about the PRD, most about other things of the same company. */
function manyDocuments(): Record<string, string> {
  const subjects = ['storage racks', 'office plants', 'printer fleets', 'parking permits', 'canteen menus'];
  const filler = (subject: string, index: number): string =>
    `Our ${subject} were counted in ${2000 + (index % 25)}. The ${subject} of floor ${index % 9} are old. `.repeat(
      4,
    );
  return Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => {
      const subject = subjects[index % subjects.length] ?? '';
      const about =
        index % 20 === 0
          ? 'Owners invite teammates to the workspace by email; an invitation expires, is accepted or revoked. '.repeat(
              3,
            )
          : '';
      return [
        [
          `.cursor/rules/rule-${index}.mdc`,
          `---\nglobs: web/area-${index}/**\n---\n# Rule ${index} on ${subject}\n${filler(subject, index)}`,
        ],
        [
          `research/notes/note-${index}.md`,
          `# Note ${index} on ${subject}\n\n${about}${filler(subject, index)}`,
        ],
        [
          `docs/decisions/1${String(index).padStart(3, '0')}-${subject.replace(' ', '-')}.md`,
          `# Decision ${index}: ${subject}\n\n${filler(subject, index)}`,
        ],
      ] as const;
    }).flat(),
  );
}

describe('a workspace of three hundred documents', () => {
  let vsCode: VsCode;
  let wizard: WizardByKeyboard;

  beforeAll(async () => {
    vsCode = await launch({ viewport: { width: 1280, height: 900 } });
    for (const [path, text] of Object.entries(manyDocuments())) {
      const file = join(vsCode.workspace ?? '', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    writeFileSync(join(vsCode.workspace ?? '', 'research', 'service-account.json'), '{}\n');
    wizard = new WizardByKeyboard(vsCode);
    await new ExampleWindow(vsCode).create('prds/team-invites.md');
  });
  afterAll(() => vsCode?.close());

  it('is ranked, counted, filtered and changed in the Context step', async () => {
    const { frame } = wizard;
    await frame.getByText('US-010').first().waitFor();
    await frame.getByRole('button', { name: 'Next', exact: true }).click();
    const research = frame.getByRole('button', { name: /^Research \d+ of 10\d/ });
    await research.waitFor();
    const boxes = frame.getByRole('checkbox');
    // Few of the three hundred go in, so they are in sight at once.
    await expect.poll(() => research.getAttribute('aria-expanded'), patience).toBe('true');
    await shootInEveryTheme(vsCode, 'context-300');

    const inSight = async (): Promise<readonly string[]> => {
      const names = await boxes.evaluateAll((all) => all.map((box) => box.textContent ?? ''));
      return names.map((name) => name.trim()).filter((name) => name.startsWith('Note '));
    };
    // The five notes about invitations, and none of the ninety-five others.
    await expect.poll(async () => (await inSight()).length, patience).toBe(5);
    expect((await inSight()).every((name) => /^Note (?:0|20|40|60|80) on/.test(name))).toBe(true);
    await frame
      .getByText(/shares ".*invit/)
      .first()
      .waitFor();

    await frame.getByRole('textbox', { name: 'Filter documents' }).fill('note 7 ');
    await frame.getByRole('combobox', { name: 'Show' }).selectOption('left-out');
    const other = frame.getByRole('checkbox', { name: 'Note 7 on printer fleets' });
    await other.press('Space');
    await frame.getByText('Added by hand').waitFor();
    await expect.poll(() => other.getAttribute('aria-checked'), patience).toBe('true');
    // The row stays where it is with the focus on it, though it is no longer left out.
    expect(await other.evaluate((box) => box.ownerDocument.activeElement === box)).toBe(true);

    await frame.getByRole('textbox', { name: 'Filter documents' }).fill('');
    await frame.getByRole('combobox', { name: 'Show' }).selectOption('sent');
    await frame.getByRole('button', { name: 'Leave out all: Research' }).click();
    await frame.getByRole('button', { name: /^Research 0 of 10\d/ }).waitFor();
    await shootInEveryTheme(vsCode, 'context-300-research');
    await frame.getByText(/withheld and never sent/).click();
    await frame.getByText('research/service-account.json').waitFor();
  });
});
