import { plainRange } from '../../text/position';
import { numberWords } from '../../source/vocabulary/units';
import { vagueTermsIn } from '../../source/requirements/vague-terms';
import type { Check, CheckContext, Problem } from '../check';
import { contentOf } from '../../text/content';
import { textsOption } from '../reading/options';
import { firstLine, isWithin } from '../../spec/place';
import { saysNone } from '../reading/says-none';
import { targetColumn } from '../../spec/vocabulary/columns';
import { measuredSpeed, promise, quantity, speed } from '../../spec/vocabulary/measures';

/** A number that stands for itself, not one of an id or a name. */
const figure = /(?<![\p{L}\p{N}_.-])\d|[<>≤≥]\s*\d/u;
const standard =
  /(?<![\p{L}\p{N}])(?:RFC|ISO|IEC|IEEE|NIST|FIPS|OWASP|ASVS|WCAG|GDPR|DSGVO|RGPD|HIPAA|PCI|SOC|TLS|AES|SHA|HMAC|RSA|OAuth|OIDC|OpenID|SAML|JWT|Argon2\p{L}*|bcrypt|scrypt|PBKDF2|HTTPS|HSTS|CSP|CORS|CSRF|mTLS|BSI|DIN|EN)(?![\p{L}])/u;
const articles = new Set(['un', 'una', 'um', 'uma', 'une', 'uno', 'ein', 'eine', 'einen', 'one']);

/**
 * Non-functional requirements can be measured: a target has a number or names a standard.
 *
 * Options: `sections`, keys of the sections whose items are such requirements (without it nothing is checked); `targets`, keys of
 * sections whose tables have a column of targets or thresholds.
 *
 * Good: `- **Performance:** the list answers within 300 ms (p95)`; `TLS 1.3`; `Not applicable: an internal tool`.
 * Bad: `- **Performance:** the page is fast`; `- **Scalability:** scales well`.
 */
export const measurableNfr: Check = {
  id: 'measurable-nfr',
  title: 'Non-functional requirements can be measured.',
  severity: 'warning',
  needsTemplate: true,
  needsRequirements: false,
  *run(context) {
    yield* statements(context);
    yield* targets(context);
  },
};

function* statements({ spec, sections, options }: CheckContext): Iterable<Problem> {
  const holders = textsOption(options, 'sections', []).flatMap((key) => sections.get(key) ?? []);
  if (holders.length === 0) return;
  for (const said of [...spec.listItems, ...spec.paragraphs]) {
    if (!holders.some((holder) => isWithin(spec, said.section, holder))) continue;
    const { facts, gaps } = contentOf(said.text);
    const value = said.text.replace(/^[^:：\n]{1,60}[:：]\s*/u, '');
    if (!facts || gaps.length > 0 || saysNone(value)) continue;
    const hasty =
      measuredSpeed.test(said.text) || standard.test(said.text) ? undefined : speed.exec(value)?.[0];
    if (hasty === undefined && isMeasured(said.text)) continue;
    // What follows in nested items belongs to it.
    if (/[:：]\s*$/u.test(said.text)) continue;
    const vague =
      hasty ?? vagueTermsIn(value.slice(0, 2000))[0]?.text ?? promise.exec(value.slice(0, 2000))?.[0];
    if (vague !== undefined)
      yield {
        message: '"{0}" cannot be measured: give a number with its unit, or name a standard.',
        args: [vague],
        ...plainRange(firstLine(spec, said)),
      };
    else if (quantity.test(said.text))
      yield {
        message: 'This target has no number: say how much, how many or how long, or name a standard.',
        args: [],
        ...plainRange(firstLine(spec, said)),
      };
  }
}

function* targets({ spec, sections, options }: CheckContext): Iterable<Problem> {
  const holders = textsOption(options, 'targets', []).flatMap((key) => sections.get(key) ?? []);
  for (const { section, header, rows } of spec.tables) {
    if (!holders.some((holder) => isWithin(spec, section, holder))) continue;
    const at = header.findIndex(({ text }) => targetColumn.test(text.trim()));
    for (const row of at === -1 ? [] : rows) {
      const cell = row[at];
      if (cell === undefined || saysNone(row[0]?.text ?? '') || saysNone(cell.text) || isMeasured(cell.text))
        continue;
      if (contentOf(cell.text).gaps.length > 0) continue;
      yield {
        message: '"{0}" cannot be measured: give a number with its unit, or name a standard.',
        args: [cell.text],
        ...plainRange(cell),
      };
    }
  }
}

function isMeasured(text: string): boolean {
  if (figure.test(text) || standard.test(text)) return true;
  const words = text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
  return words.some((word) => numberWords.has(word) && !articles.has(word));
}
