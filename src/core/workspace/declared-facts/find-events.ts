import type { FoundFact } from './declared-fact';
import type { SpecStatement, SpecStatements } from './spec-statements';

const eventHeader =
  /^(?:event|topic|channel|message|queue|stream|subject|ereignis|evento|événement|mensaje|mensagem|событие|сообщение|sự kiện|事件|消息|イベント|チャンネル|이벤트|채널)(?:\s*(?:name|type|名|名称|名前|명))?s?$/;
const aboutEvents =
  /\b(?:events?|topics?|channels?|messag(?:es|ing)|queues?|web\s?sockets?|real[- ]?time|pub\/?sub|webhooks?|ereignisse|eventos?|événements?|mensajes|mensagens)\b|событи|сообщени|sự kiện|事件|消息|イベント|이벤트/iu;
/** `member.removed`, `invite:created`, `team/updated`, `INVITE_SENT`, `MemberRemoved`, not a plain word. */
const eventName = /^[a-z][\w-]*(?:[.:/][\w{}*-]+)+$|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^(?:[A-Z][a-z0-9]+){2,}$/;
const eventLabel =
  /^(?:channel|topic|queue|stream|payload|delivery|trigger|kanal|canal|канал|频道|通道|チャネル|채널)\s*[:：]/iu;
const noEvent = /\.(?:go|[cm]?[jt]sx?|py|rb|rs|java|kt|php|cs|sql|md|json|ya?ml|toml)$|^\/|^https?:|\//i;

/** Events, topics and channels, by tables, headings and lists of sections about them. */
export function* findEvents({ statements }: SpecStatements): Iterable<FoundFact> {
  let heading: SpecStatement | null = null;
  for (const statement of statements) {
    if (statement.kind === 'heading') heading = statement;
    yield* eventOfRow(statement);
    yield* eventOfSection(statement);
    if (heading !== null && eventLabel.test(statement.text)) yield* eventOfHeading(heading);
  }
}

/** Below a heading about something else, such as the data model, labels tell what is an event. */
function* eventOfHeading({ text, line }: SpecStatement): Iterable<FoundFact> {
  const name = text.replace(/^\d+(?:\.\d+)*[.)]?\s+/, '');
  if (eventName.test(name) && !noEvent.test(name)) yield { kind: 'event', name, detail: '', line };
}

function* eventOfRow({ header, cells, line }: SpecStatement): Iterable<FoundFact> {
  const at = header.findIndex((cell) => eventHeader.test(cell));
  const name = cells[at];
  if (name !== undefined && eventName.test(name) && !noEvent.test(name.replace(/\//g, '.')))
    yield { kind: 'event', name, detail: '', line };
}

/** What a heading or a list item of such a section begins with, where it is written as a name. */
function* eventOfSection({ kind, text, line, headings, codes }: SpecStatement): Iterable<FoundFact> {
  if (kind !== 'heading' && kind !== 'item') return;
  const around = kind === 'heading' ? headings.slice(0, -1) : headings;
  if (!around.some((heading) => aboutEvents.test(heading))) return;
  const first = kind === 'heading' ? text.replace(/^\d+(?:\.\d+)*[.)]?\s+/, '') : (codes[0]?.text ?? '');
  if (eventName.test(first) && !noEvent.test(first) && text.includes(first))
    yield { kind: 'event', name: first, detail: '', line };
}
