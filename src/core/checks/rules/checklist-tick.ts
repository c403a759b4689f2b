import { missingItems } from '../../checklist/missing-items';
import { tickEdit } from '../../checklist/tick';
import { matchChecklist } from '../../checklist/match-checklist';
import type { Check } from '../check';
import { firstLine, headingPlace } from '../../spec/place';

const removed = 'Checklist item "{0}" was removed: put it back.';

/**
 * The checklist stands as the template has it, and only items that a person answers for are ticked by hand: the state of a
 * verified item is computed.
 *
 * Options: none.
 *
 * Good: `- [x] A second engineer has read it.` where a person verifies that.
 * Bad: `- [x] Every requirement is mapped.` where a check does; an item that was removed.
 */
export const checklistTick: Check = {
  id: 'checklist-tick',
  title: 'The checklist is complete, and no verified item is ticked by hand.',
  severity: 'error',
  needsTemplate: true,
  needsRequirements: false,
  fixes({ line, message }, { spec, template, sections, sourceKind }) {
    if (message === removed) {
      const lacking = template === null ? null : missingItems(spec, template, sections, sourceKind);
      return lacking === null
        ? []
        : [
            {
              message: 'Add what the checklist lacks',
              args: [],
              edits: lacking.edits,
              safe: !lacking.unsure,
            },
          ];
    }
    const edit = tickEdit(spec, { line, verifiedBy: 'check' }, false);
    return edit === null ? [] : [{ message: 'Remove the tick', args: [], edits: [edit], safe: true }];
  },
  *run({ spec, template, sections, sourceKind }) {
    if (template === null) return;
    const holder = sections.get('checklist');
    for (const { item, listItem, applies } of matchChecklist(spec, template, sections, sourceKind)) {
      if (listItem === null) {
        if (!applies || holder === undefined) continue;
        yield { message: removed, args: [item.text], fixable: true, ...headingPlace(spec, holder) };
      } else if (listItem.checked === true && item.verifiedBy !== 'person') {
        const { line, column, endLine, endColumn } = listItem;
        yield {
          message: 'A tick on a verified item counts for nothing: its state is computed. Remove the tick.',
          args: [],
          fixable: true,
          ...firstLine(spec, { line, column, endLine, endColumn }),
        };
      }
    }
  },
};
