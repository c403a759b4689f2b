import { isFooter } from '../../spec/footer-line';
import { oncePer } from '../../text/remembered';
import type { SpecPart } from '../../spec/spec-part';
import { lineText } from '../../spec/text-range';
import type { Check } from '../check';
import { isWithin } from '../../spec/place';
import { statementsIn, statementsOf } from '../reading/statements';

const within = '[^.!?\\n]{0,60}?';
const requirement = '(?:requirements?|stories|criteria|criterion|acceptance criteria)';
const settled =
  '(?:covered|verified|satisfied|met|traced|mapped|addressed|tested|fulfilled|implemented|complete[d]?|validated|confirmed|checked)';
const patterns: readonly RegExp[] = [
  new RegExp(
    `(?:^|[.!?:;]\\s+|\\n)\\W*(?:\\p{L}+\\s+){0,2}(?:all|every|each(?: of the)?|100 ?% of(?: the)?)\\b${within}\\b${requirement}\\b[^.!?\\n]{0,20}?\\b(?:is|are|has been|have been|was|were)\\b[^.!?\\n]{0,20}?\\b${settled}\\b`,
    'iu',
  ),
  /\b(?:traceability|(?:requirements?|test) coverage|coverage of (?:the |all )?requirements|consistency|checklist|quality gates?|(?:this|the) (?:spec(?:ification)?|document))\b[^.!?\n]{0,20}?\b(?:(?:is|are|was|has been|have been) )?(?:fully |successfully |100 ?% |completely )?(?:verified|confirmed|ensured|validated|passed|reviewed and approved)\b/iu,
  /^[^\p{L}\p{N}]*(?:verified|validated|confirmed|passed|all checks pass(?:ed)?|ready for implementation)[\s.!:✓✅]*$/iu,
  /(?:可追溯性|需求覆盖|所有需求)[^。！？\n]{0,20}(?:已验证|已确认|已覆盖|均已)|(?:すべての要件|トレーサビリティ)[^。！？\n]{0,20}(?:検証済|確認済|網羅)/u,
  /\b(?:alle anforderungen (?:sind|wurden)|todos los requisitos (?:están|han sido)|todos os requisitos (?:estão|foram)|toutes les exigences (?:sont|ont été))\b/iu,
];

const box = /^\s*[-*+]\s+\[[ xX]\]/u;

/** Longest statement that is searched, in characters. */
const longest = 2000;

/**
 * A sentence that merely says that something was verified shows nothing. It is pointed out, and nothing else counts it: coverage,
 * checklist and tests are read from mappings, tasks and tests alone.
 *
 * Options: none. The checklist and open questions are no claims.
 *
 * Good: a mapping row per requirement; a test row per criterion.
 * Bad: "Traceability verified."; "All requirements are covered."
 */
export const claims: Check = {
  id: 'claims',
  title: 'Nothing is merely said to be verified.',
  severity: 'info',
  needsTemplate: false,
  needsRequirements: false,
  *run(context) {
    const { spec, sections, template } = context;
    // What is wanted, and how it will be tested, is said in the same words.
    const plans = [sections.get('testing'), sections.get('success'), sections.get('goals')];
    for (const { section, place } of statementsOf(context, claimsIn)) {
      if (plans.some((holder) => isWithin(spec, section, holder))) continue;
      // The engine's own line shows what it says; `footer` holds it to that.
      if (template?.footer !== undefined && isFooter(lineText(spec.lines, place.line))) continue;
      yield {
        message: 'This is a claim, which counts for nothing: the mapping, tasks and tests have to show it.',
        args: [],
        ...place,
      };
    }
  },
};

const claimsIn = oncePer((part: SpecPart) =>
  statementsIn(part).filter(
    ({ text, place }) =>
      patterns.some((claim) => claim.test(text.slice(0, longest))) &&
      // A box to tick asks; whether it is answered is the checklist's matter.
      !box.test(lineText(part.lines, place.line)),
  ),
);
