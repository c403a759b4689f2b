import type { Definition, Extraction } from '../requirements/definition';
import type { Section } from '../document/document-model';
import { normalizeHeading } from '../document/plain-heading';
import { waits } from '../vocabulary/leaving-out';

/** What stands in brackets at the end of a line. */
const lastRemark = /[（(]\s*([^()（）]{2,40})[)）][.。]?$/u;

/** A remark that plans something with the first release: then remarks tell of a plan, and all of it is wanted. */
const plansFirst =
  /^(?:(?:phase|stage|release|version|fase|etapa|versión|versão|étape|lot|stufe|этап|фаза|giai đoạn)\s*(?:1|i|one)|v1(?:\.\d+)?|mvp|一期|第一期|第一阶段|1期|フェーズ\s?1|1단계|1차)$/iu;

/**
 * Requirements without those whose last remark puts them off: "(phase 2)", "（二期）". Not where others are marked with
 * the first phase, or most are put off so: there the remarks tell the order of what is wanted. Nor where a title names
 * what the remark does: "(v2)" below "Ledger v2". What has its acceptance criteria is specified here, whenever it comes.
 */
export function withoutPutOff({ definitions, outOfScope }: Extraction, root: Section): Extraction {
  const titles = ` ${normalizeHeading(root.sections.map(({ title }) => title).join(' '))} `;
  const remarks = new Map(definitions.map((definition) => [definition, remarkOf(definition)]));
  const put = definitions.filter((definition) => {
    const remark = remarks.get(definition) ?? '';
    const isSketch = definition.acceptance.length === 0;
    return isSketch && waits(remark) && !titles.includes(` ${normalizeHeading(remark)} `);
  });
  const planned = [...remarks.values()].some((remark) => plansFirst.test(remark));
  if (put.length === 0 || planned || put.length * 2 > definitions.length) return { definitions, outOfScope };
  const gone = new Set(put);
  return {
    definitions: definitions.filter((definition) => !gone.has(definition)),
    outOfScope: [...outOfScope, ...put.map(({ line, title }) => ({ line, text: title }))],
  };
}

function remarkOf({ text }: Definition): string {
  const end = text.indexOf('\n');
  return lastRemark.exec((end < 0 ? text : text.slice(0, end)).trimEnd())?.[1]?.trim() ?? '';
}
