import { lint } from 'markdownlint/promise';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import recommended from 'remark-preset-lint-recommended';
import { seed, type Fixture } from './fixture';

/** A linter of Markdown from npm: what it says about a text, as messages without their lines. */
interface Rival {
  readonly name: string;
  messages(text: string): Promise<readonly string[]>;
}

const remarkLint = remark().use(remarkGfm).use(recommended);

export const rivals: readonly Rival[] = [
  {
    name: 'markdownlint',
    messages: async (text) => {
      const { spec = [] } = await lint({ strings: { spec: text } });
      return spec.map(({ ruleNames, errorDetail }) => `${ruleNames[0] ?? ''} ${errorDetail ?? ''}`);
    },
  },
  {
    name: 'remark-lint (recommended)',
    messages: async (text) => {
      const { messages } = await remarkLint.process(text);
      return messages.map(({ ruleId, reason }) => `${ruleId ?? ''} ${reason}`);
    },
  },
];

export interface RivalScore {
  readonly name: string;
  readonly seeded: number;
  /** Defects for which it says anything that it did not say about the clean twin. */
  readonly found: number;
}

/** Runs every rival on the same specs, clean and seeded; what they say is taken in their favour, whatever it says. */
export async function scoreRivals(fixtures: readonly Fixture[]): Promise<readonly RivalScore[]> {
  return Promise.all(
    rivals.map(async ({ name, messages }) => {
      let seeded = 0;
      let found = 0;
      for (const fixture of fixtures) {
        const clean = await messages(fixture.files[fixture.spec] ?? '');
        for (const defect of fixture.defects) {
          seeded += 1;
          const text = seed(fixture, defect)[fixture.spec] ?? '';
          const said = await messages(text);
          if (said.length > clean.length || said.some((message) => !clean.includes(message))) found += 1;
        }
      }
      return { name, seeded, found };
    }),
  );
}
