import { readJson } from '../json-document';
import type { ExportedConversation } from '../turn';
import { chatGpt } from './chatgpt';
import { claude } from './claude';
import { agentLog, clineEvents, continueChat } from './coding-agents';
import { copilotChat } from './copilot-chat';
import type { ExportFormat } from './export-format';
import { gemini } from './gemini';
import { messageList } from './message-list';
import { slack } from './slack';

/** The most particular shapes first; any list of messages last. */
const formats: readonly ExportFormat[] = [
  chatGpt,
  claude,
  copilotChat,
  continueChat,
  gemini,
  slack,
  clineEvents,
  agentLog,
  messageList,
];

/** The conversations in which something was said, as a chat tool exported them; `null` where the text is no such export. */
export function readExport(text: string): readonly ExportedConversation[] | null {
  const json = readJson(text);
  if (json === null) return null;
  for (const format of formats) {
    const found = format.read(json)?.filter(({ messages }) => messages.length > 0) ?? [];
    if (found.length > 0) return found;
  }
  return null;
}

/** The conversation to read where nobody chose: the one that went on last, else the first of the file. */
export function latest(conversations: readonly ExportedConversation[]): number {
  let best = 0;
  for (const [index, { updated }] of conversations.entries())
    if ((updated ?? -Infinity) > (conversations[best]?.updated ?? -Infinity)) best = index;
  return best;
}
