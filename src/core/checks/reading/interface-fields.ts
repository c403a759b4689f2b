import type { SpecDocument, SpecSection } from '../../spec/spec-document';
import type { Problem } from '../check';
import { contentOf } from '../../text/content';
import { labelledParts, type LabelledPart } from './labelled-parts';
import { headingPlace, isWithin, tokenPlace } from '../../spec/place';

/** Other words for a field, in lower case, for those that are known; a field of another name is looked for as it is. */
const words: Readonly<Record<string, RegExp>> = {
  handler: /handler|controller|implementation|implemented (?:in|by)|处理|ハンドラ|핸들러/iu,
  auth: /\bauth|authori[sz]|authenti|access|permission|role|autoriza|acceso|acesso|zugriff|berechtigung|доступ|权限|鉴权|认证|認証|認可|인증|권한/iu,
  request:
    /request|\bbody\b|\binput|parameter|\bquery\b|payload|solicitud|petición|requisição|requête|anfrage|запрос|请求|リクエスト|요청/iu,
  response:
    /response|returns?\b|\boutput|success|respuesta|resposta|réponse|antwort|ответ|响应|返回|レスポンス|응답/iu,
  'rate limit': /rate.?limit|throttl|quota|límite|limite|ratenbegrenzung|лимит|限流|频率|レート|제한/iu,
  idempotency: /idempoten|repeat|retr(?:y|ies)|идемпотент|幂等|冪等|멱등/iu,
  errors: /error|failure|fehler|erro|erreur|ошибк|错误|エラー|오류|에러/iu,
  channel:
    /channel|topic|queue|stream|subject|room|canal|kanal|канал|频道|通道|主题|チャンネル|トピック|채널|토픽/iu,
  payload:
    /payload|message|body|data|schema|nachricht|mensaje|mensagem|данные|负载|消息|ペイロード|페이로드/iu,
  delivery:
    /deliver|guarantee|at.?(?:least|most).?once|exactly.?once|order|zustell|entrega|livraison|доставк|投递|交付|配信|전달/iu,
  trigger: /trigger|when|emitted|sent|source|auslöser|触发|トリガ|트리거/iu,
};

/**
 * What one endpoint or event does not say: fields that have no label, all in one problem; a field whose label has nothing behind it, or
 * that waits for an open question. `description` is also the text under the heading.
 *
 * @param fields labels in lower case
 */
export function* missingFields(
  spec: SpecDocument,
  section: SpecSection,
  fields: readonly string[],
): Iterable<Problem> {
  const parts = labelledParts(spec, section);
  const labelled = fields.map((field) => ({ field, found: parts.filter((part) => isFor(part, field)) }));
  const unsaid = labelled
    .filter(({ field, found }) => found.length === 0 && !isShown(spec, section, parts, field))
    .map(({ field }) => field);
  if (unsaid.length > 0)
    yield {
      message: unsaid.length === 1 ? '{0} does not say its "{1}".' : '{0} does not say: {1}.',
      args: [section.name, unsaid.join(', ')],
      ...headingPlace(spec, section),
    };
  for (const { field, found } of labelled) {
    const [first] = found;
    if (first === undefined) continue;
    const contents = found.map(({ value }) => contentOf(value));
    if (contents.some(({ facts }) => facts)) continue;
    const at = contents.findIndex(({ gaps }) => gaps.length > 0);
    const gap = contents[at]?.gaps[0];
    yield gap === undefined
      ? { message: '"{1}" of {0} is empty.', args: [section.name, field], ...first.place }
      : {
          message: '"{1}" of {0} waits for {2}.',
          args: [section.name, field, gap],
          gap,
          ...tokenPlace(spec, found[at]?.place ?? first.place, gap),
        };
  }
}

/** What a request or a response is called where code shows it instead of a label. */
const shownTypes: Readonly<Record<string, RegExp>> = {
  request: /\p{L}(?:Request|Body|Input|Params|Payload|Command)(?![\p{L}\p{N}_])/u,
  response: /\p{L}(?:Response|Result|View|Page|Reply|Output|DTO|Dto)(?![\p{L}\p{N}_])/u,
};

/** How prose that stands under the heading without a label says a field: `Request `email`, `role`; 201 with `Invite`. 404 `x`.` */
const saidInProse: Readonly<Record<string, RegExp>> = {
  request:
    /\b(?:request|body|query|takes|accepts|input)\b(?: (?:body|parameters?|has|with|is|of|optional(?:ly)?|and))*\s*[`{]|\bno (?:request )?(?:body|parameters?|input)\b|\bwithout (?:a )?(?:request )?body\b/iu,
  response:
    /\b(?:response|returns?|answers?|responds?|replies|output)\b(?: (?:body|has|with|is|a|an|the|of))*\s*(?:[`{]|2\d\d\b)|(?:^|[.;]\s*)2\d\d\b(?:\s*(?:with|and|:|`|[.;,]|\p{Lu})|$)/imu,
  errors: /(?:^|[.;,:]\s*|\b(?:and|with|or|answers?|returns?)\s+)[45]\d\d\b/imu,
};

/** Whether a field needs no label of its own: a type in code, a sentence behind another label, prose, a table of errors. */
function isShown(
  spec: SpecDocument,
  section: SpecSection,
  parts: readonly LabelledPart[],
  field: string,
): boolean {
  const prose = saidInProse[field];
  if (prose !== undefined && parts.some(({ label, value }) => label === '' && prose.test(value))) return true;
  if (field === 'errors') return listsErrors(spec, section);
  const type = shownTypes[field];
  if (type === undefined) return false;
  // `**Request:** no body. Response: 204`
  const sentence = new RegExp(`(?:^|[.;。]\\s*)${field}\\s*[:：]\\s*\\S`, 'iu');
  return (
    parts.some(({ value }) => sentence.test(value)) ||
    spec.codeBlocks.some((block) => isWithin(spec, block.section, section) && type.test(block.value))
  );
}

/** A table with the status of each error needs no label above it. */
function listsErrors(spec: SpecDocument, section: SpecSection): boolean {
  return spec.tables.some(
    (table) =>
      isWithin(spec, table.section, section) &&
      table.rows.some((row) => row.some(({ text }) => /^[45]\d\d\b/u.test(text.trim()))),
  );
}

function isFor({ label, value }: LabelledPart, field: string): boolean {
  if (field === 'description' && label === '') return value !== '';
  const pattern = words[field.toLowerCase()];
  // `Error responses` are no response.
  if (field === 'response' && words['errors']?.test(label) === true) return false;
  return pattern === undefined ? label.toLowerCase().includes(field.toLowerCase()) : pattern.test(label);
}
