import { acceptanceOfItem } from './acceptance';
import { isStory } from '../notation/story-opening';
import type { Definition } from './definition';
import type { Block, Section } from '../document/document-model';
import { walkSections } from '../document/document-model';
import { groupOf } from '../sections/grouping';
import { titleOf } from '../document/inline-text';
import { demandsIn } from '../sections/prose-statements';
import { kindOf } from './requirement-kind';
import { states } from '../notation/statement';
import type { SectionRole } from '../vocabulary/section-roles';
import { modal } from '../vocabulary/story-phrases';

const readable: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([null, 'detail', 'design']);

/**
 * What can be read as a requirement in a document that has neither ids nor a section about requirements or features:
 * bullets that demand something, else all bullets, else paragraphs that demand something.
 */
export function weakStatements(root: Section): readonly Definition[] {
  const places = [...walkSections(root)]
    .filter((section) => readable.has(section.role))
    .filter(
      (section) =>
        !(section.blocks[0]?.text.startsWith('[') === true && !section.blocks[0].text.includes(']')),
    )
    .flatMap((section) => section.blocks.map((block) => ({ block, section })));
  const items = places.filter(({ block }) => block.kind === 'item' && states(block));
  const demands = items.filter(({ block }) => modal.test(block.text));
  // Where most bullets of one section demand, it is a list of demands, and the others say the same in other words.
  const demanding = items.filter(({ block, section }) => {
    const among = items.filter((item) => item.section === section).length;
    const of = demands.filter((item) => item.section === section).length;
    return of * 2 >= among && among >= 3 ? true : modal.test(block.text);
  });
  const general = items.filter(({ section }) => section.role === null);
  const prose = places
    .filter(({ block }) => block.kind === 'paragraph' && states(block) && modal.test(block.text))
    .flatMap(({ block, section }) => {
      const said = demandsIn(block);
      return (said.length > 1 ? said : [block]).map((part) => ({ block: part, section }));
    });
  const chosen = [demanding, general, prose].find((candidates) => candidates.length > 0) ?? [];
  return chosen.map(({ block, section }) => define(block, section));
}

function define(block: Block, section: Section): Definition {
  const acceptance = acceptanceOfItem(block, () => false);
  const text = [block.text, ...block.children.map((child) => child.text)].join('\n').slice(0, 4000);
  return {
    ...{ id: null, line: block.line, endLine: block.endLine, acceptance, section, priority: null },
    site: block.kind === 'item' ? 'item' : 'paragraph',
    form: '',
    kind: kindOf({
      idKind: null,
      section,
      title: block.text,
      body: [],
      acceptance,
      isStory: isStory(block.text),
    }),
    title: titleOf(block.text),
    text,
    group: groupOf(section),
  };
}
