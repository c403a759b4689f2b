import { describe, expect, it } from 'vitest';
import { read } from './read';

/** Facts of a chapter below a requirement, as `topic: text`. */
function facts(chapter: string): readonly string[] {
  const text = `# Returns\n\n## Requirements\n\n- **R1:** A label is sent by e-mail.\n\n${chapter}\n`;
  return read(text).facts.map(({ topic, text: said }) => `${topic}: ${said}`);
}

describe('what a chapter is about', () => {
  it('is told by a title that is one word', () => {
    expect(facts('## Why\n\nSupport spends about 11 hours a week on it.')).toEqual([
      'problem: Support spends about 11 hours a week on it.',
    ]);
    expect(facts('## Open\n\n- The colour of the label')).toEqual(['open-question: The colour of the label']);
    expect(facts('## Noch offen\n\n- Die Farbe des Etiketts')).toEqual([
      'open-question: Die Farbe des Etiketts',
    ]);
    expect(facts('## 为什么\n\n客服每周花费十一个小时。')).toEqual(['problem: 客服每周花费十一个小时。']);
  });

  it('is not told by that word in a longer title', () => {
    expect(facts('## Open the lid\n\n- The lid opens.')).toEqual([]);
    expect(facts('## Why Kafka won\n\nIt was there.')).toEqual([]);
  });

  it('is a list of questions whatever its title is', () => {
    expect(facts('## For Paula\n\n- Who pays for the label?\n- Do we keep the data (tax)? (legal)')).toEqual([
      'open-question: Who pays for the label?',
      'open-question: Do we keep the data (tax)? (legal)',
    ]);
  });

  it('stays open for a question with a label of its own that says whom to ask', () => {
    expect(facts('## Offen\n\n- Datenschutz: reicht Geburtsdatum? -> Fr. Özdemir fragen')).toEqual([
      'open-question: Datenschutz: reicht Geburtsdatum? -> Fr. Özdemir fragen',
    ]);
    expect(facts('## Open questions\n\n- Security: who signs? (ask Mara)\n- Risk: two printers')).toEqual([
      'open-question: Security: who signs? (ask Mara)',
      'risk: two printers',
    ]);
  });

  it('is no list of questions where one point states something, or is answered below it', () => {
    expect(facts('## For Paula\n\n- Who pays for the label?\n- The label is blue.')).toEqual([]);
    expect(facts('## For Paula\n\n- Who pays for the label?\n  - The customer.')).toEqual([]);
  });
});
