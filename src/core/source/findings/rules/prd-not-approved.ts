import { fieldLabels } from '../../vocabulary/fields';
import { linePlace } from '../../document/places';
import type { SourceRule } from '../source-rule';

/** Words for a document that is still being written, in the languages of `fieldLabels`. */
const unfinished =
  /^[^\p{L}\p{N}]*(?:draft|wip|work in progress|proposed|proposal|in review|under review|pending (?:review|approval)|not approved|草稿|草案|起草|编写中|评审中|待评审|ドラフト|下書き|作成中|レビュー中|초안|작성 중|검토 중|rascunho|em revisão|borrador|en revisión|brouillon|en revue|entwurf|in prüfung|черновик|на согласовании|bản nháp|nháp)(?![\p{L}\p{N}])/iu;

/**
 * The document is agreed when a specification is made from it.
 *
 * Good: `**Status:** Approved`, or no status at all.
 * Bad: `status: draft`.
 */
export const notApproved: SourceRule = {
  id: 'prd-not-approved',
  title: 'The document is approved.',
  severity: 'info',
  *run({ metadata, lines }) {
    for (const label of fieldLabels.status) {
      const status = metadata[label];
      const word = status === undefined ? undefined : unfinished.exec(status)?.[0].trim();
      if (status === undefined || word === undefined) continue;
      const line = lines.findIndex((text) => text.toLowerCase().includes(label) && text.includes(word));
      yield {
        message:
          'The status is "{0}": what stands here may still change. Set it once the document is agreed.',
        args: [word],
        ...linePlace(lines, Math.max(0, line) + 1),
      };
      return;
    }
  },
};
