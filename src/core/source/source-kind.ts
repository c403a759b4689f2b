import { isStory } from './notation/story-opening';
import type { Turn } from './conversation/turn';
import { unnamed } from './conversation/turn';
import type { DocumentModel } from './document/document-model';
import { walkBlocks, walkSections } from './document/document-model';
import { isPointLabel } from './notation/labelled-point';
import { fieldOf } from './notation/requirement-fields';
import { leadingId } from './notation/requirement-id';
import type { SourceKind } from './source';
import { initiativeSignals } from './vocabulary/conversation-phrases';

/** Signals needed to read a document as an engineering initiative. */
const initiativeScore = 3;

/** What a document is, by its shape: who speaks, or why it was written. */
export function kindOfDocument(
  document: DocumentModel,
  turns: readonly Turn[],
  metadata: Readonly<Record<string, string>>,
): SourceKind {
  // A document that we saved says what it is.
  if (turns.length > 0 && /^conversation$/iu.test(metadata['type'] ?? '')) return 'conversation';
  if (isConversation(document, turns)) return 'conversation';
  return isInitiative(document, metadata) ? 'initiative' : 'prd';
}

function isConversation(document: DocumentModel, turns: readonly Turn[]): boolean {
  if (turns.length < 2) return false;
  // A chat without names was already told by how it is written.
  if (turns.every(({ speaker }) => speaker === unnamed)) return true;
  const speaking = turns.filter(
    ({ speaker }) =>
      fieldOf(`${speaker}: x`) === null && leadingId(speaker) === null && !isPointLabel(speaker),
  );
  const speakers = new Set(speaking.map((turn) => turn.speaker.toLowerCase()));
  const sides = speaking.filter((turn) => turn.role !== 'person').length;
  if (sides === turns.length && speakers.size === 2) return true;
  const returning = speaking.length >= speakers.size * 1.4 && speakers.size >= 2 && speaking.length >= 4;
  if (!returning || speaking.length < turns.length * 0.7) return false;
  const blocks = [...walkSections(document.root)].reduce(
    (sum, section) => sum + section.blocks.length + (section.depth >= 7 ? 1 : 0),
    0,
  );
  const ids = [...walkSections(document.root)].filter(
    (section) => leadingId(section.title)?.standing === 'known',
  ).length;
  return ids <= 1 && document.headings <= Math.max(3, turns.length / 4) && speaking.length >= blocks * 0.4;
}

function isInitiative(document: DocumentModel, metadata: Readonly<Record<string, string>>): boolean {
  let score = 0;
  let stories = 0;
  for (const value of [metadata['type'], metadata['kind'], metadata['document type'], document.title])
    if (value !== undefined && value !== null && /initiative/iu.test(value)) score += 3;
  const said = new Set<RegExp>();
  const engineering = new Set<string>();
  for (const section of walkSections(document.root)) {
    for (const [signal] of initiativeSignals)
      if (signal.test(section.title.replace(/^[\d.\s]+/, ''))) said.add(signal);
    const title = leadingId(section.title);
    if (title?.prefix === 'ER') engineering.add(title.id);
    if (isStory(section.title) || title?.kind === 'story') stories += 1;
    for (const block of walkBlocks(section.blocks)) {
      const id = leadingId(block.kind === 'row' ? (block.cells[0] ?? '') : block.text);
      if (id?.prefix === 'ER') engineering.add(id.id);
      if (isStory(block.text) || id?.kind === 'story') stories += 1;
    }
  }
  for (const [signal, weight] of initiativeSignals) if (said.has(signal)) score += weight;
  if (engineering.size >= 1) score += initiativeScore;
  return score >= initiativeScore && (stories === 0 || engineering.size > stories);
}
