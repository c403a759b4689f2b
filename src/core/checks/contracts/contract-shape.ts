import type { CodeBlock, SpecDocument, SpecSection } from '../../spec/spec-document';
import { isWithin } from '../../spec/place';

/** What a spec says of one endpoint or event beside its name; a part that it does not say is empty or absent. */
export interface ContractShape {
  /** Success status, `201`. */
  readonly status?: string;
  /** Channel, topic or queue, lower case. */
  readonly channel?: string;
  /** Field of the response or payload to its type as written, by the language of the block that declares it. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const channelLabel =
  /^(?:channel|topic|queue|stream|exchange|subject|kanal|canal|канал|kênh|频道|通道|チャネル|チャンネル|채널)$/iu;
const payloadLabel =
  /^(?:payload|body|data|fields|message|nutzlast|carga(?: útil)?|charge utile|данные|nội dung|载荷|数据|ペイロード|페이로드)$/iu;
const responseLabel =
  /^[^\p{L}\p{N}]*(?:\d{3}\s+)?(?:success(?:ful)?\s+)?(?:response|payload|antwort|respuesta|resposta|réponse|ответ|phản hồi|响应|レスポンス|응답)/iu;
const requestLabel =
  /^[^\p{L}\p{N}]*(?:request|anfrage|petición|requisição|requête|запрос|yêu cầu|请求|リクエスト|요청)/iu;
const successStatus = /(?<!\d)(2\d\d)(?!\d)/u;
const answered =
  /(?:^|[.;]\s+|\b(?:answers|returns|responds with|answer is)\s+)(2\d\d)(?=\s+(?:with|without|and|on|when|OK\b|Created\b|No Content\b)|[.,;]|$)/gimu;
const goField = /^\s*\w+\s+(\S.*?)\s+`json:"([\w-]+)[^`]*`/u;
const tsField = /^\s*(?:readonly\s+)?["']?([\w-]+)["']?\??\s*:\s*([^;,{}]+?)\s*(?:[;,]\s*)?(?:\/\/.*)?$/u;

/** What a section about an endpoint or an event says. */
export function shapeOfSection(spec: SpecDocument, section: SpecSection): ContractShape {
  const inside = (index: number | null): boolean => isWithin(spec, index, section);
  const lines = [...spec.paragraphs, ...spec.listItems].filter((each) => inside(each.section));
  const labelled = lines.flatMap(({ text }) =>
    text.split('\n').flatMap((line) => {
      const [, label = '', value = ''] = /^([^:：]{1,40})[:：]\s*(?!\s)(.*)$/u.exec(line) ?? [];
      return label === '' ? [] : [{ label: label.trim(), value }];
    }),
  );
  const channel = labelled.find(({ label }) => channelLabel.test(label))?.value;
  const status =
    labelled
      .filter(({ label }) => responseLabel.test(label) || /^(?:returns|success|status)$/iu.test(label))
      .map(({ label, value }) => successStatus.exec(`${label} ${value}`)?.[1])
      .find((code) => code !== undefined) ?? answeredStatus(spec, section);
  const payload = labelled.find(({ label }) => payloadLabel.test(label))?.value ?? '';
  const inline = inlineFields(payload);
  return {
    ...(status === undefined ? {} : { status }),
    ...(channel === undefined ? {} : { channel: bare(channel) }),
    fields: new Map([
      ...fieldsOf(responseBlocks(spec, section, inside)),
      ...(inline.size === 0 ? [] : [['inline', inline] as const]),
    ]),
  };
}

/** `204 without a body.`, `Answers 200 with the order.`: the one success status that the section's own sentences begin with. */
function answeredStatus(spec: SpecDocument, section: SpecSection): string | undefined {
  const codes = spec.paragraphs
    .filter((paragraph) => paragraph.section === section.index)
    .flatMap(({ text }) => [...text.matchAll(answered)].map(([, code]) => code));
  return new Set(codes).size === 1 ? codes[0] : undefined;
}

/** `{ id: string, count: number }` in a line. */
function inlineFields(text: string): ReadonlyMap<string, string> {
  const inner = /^\W{0,3}\{([^{}]{1,400})\}/u.exec(text.trim())?.[1] ?? '';
  const fields = inner
    .split(/[,;]/u)
    .map((field) => /^\s*["']?([\w-]+)["']?\??\s*:\s*(\S(?:.*\S)?)\s*$/u.exec(field));
  return fields.some((field) => field === null)
    ? new Map()
    : new Map(fields.map((field) => [field?.[1] ?? '', (field?.[2] ?? '').replace(/\s+/gu, '')]));
}

/** What a row about an event says. */
export function shapeOfRow(header: readonly string[], cells: readonly string[]): ContractShape {
  const channel = cells[header.findIndex((text) => channelLabel.test(text.trim()))];
  const payload = cells[header.findIndex((text) => payloadLabel.test(text.trim()))];
  const names = payload?.match(/[A-Za-z_]\w*/gu) ?? [];
  const isList =
    payload !== undefined && /^[\s{}\w,"'`:?[\]]+$/u.test(payload) && names.length > 0 && names.length < 40;
  return {
    ...(channel === undefined || bare(channel) === '' ? {} : { channel: bare(channel) }),
    fields:
      isList && /[,{]/u.test(payload)
        ? new Map([['row', new Map(names.map((name) => [name, '']))]])
        : new Map(),
  };
}

/** Blocks behind a label for the response; those behind one for the request are not meant. */
function responseBlocks(
  spec: SpecDocument,
  section: SpecSection,
  inside: (index: number | null) => boolean,
): readonly CodeBlock[] {
  const labels = [
    ...spec.paragraphs,
    ...spec.listItems,
    ...spec.sections.map((each) => ({ ...each, section: each.index, text: each.name })),
  ]
    .filter((each) => inside(each.section) && each.line > section.line)
    .flatMap(({ text, line }) => {
      const isResponse = responseLabel.test(text) || payloadLabel.test(text.replace(/[:：].*/su, '').trim());
      return isResponse || requestLabel.test(text) ? [{ line, isResponse }] : [];
    })
    .sort((a, b) => a.line - b.line);
  return spec.codeBlocks.filter(
    (block) => inside(block.section) && labels.findLast(({ line }) => line < block.line)?.isResponse === true,
  );
}

function fieldsOf(blocks: readonly CodeBlock[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { language, value } of blocks) {
    const key = family(language);
    if (key === null) continue;
    const fields = found.get(key) ?? new Map<string, string>();
    for (const line of value.split('\n')) {
      const go = key === 'go' ? goField.exec(line.slice(0, 400)) : null;
      const ts = key === 'ts' ? tsField.exec(line.slice(0, 400)) : null;
      const [name, type] = go === null ? [ts?.[1], ts?.[2]] : [go[2], go[1]];
      if (name !== undefined && type !== undefined && !fields.has(name))
        fields.set(name, type.replace(/\s+/gu, ''));
    }
    if (fields.size > 0) found.set(key, fields);
  }
  return found;
}

function family(language: string | null): 'go' | 'ts' | null {
  if (/^go(?:lang)?$/iu.test(language ?? '')) return 'go';
  return /^(?:ts|typescript|tsx)$/iu.test(language ?? '') ? 'ts' : null;
}

function bare(text: string): string {
  return text
    .replace(/[`*"']/gu, '')
    .replace(/[.,;]\s*$/u, '')
    .trim()
    .toLowerCase();
}
