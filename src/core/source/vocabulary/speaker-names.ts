import { termList } from './term-list';

/** Names that chats and their exports give to a model and to what works for it. */
export const assistantNames: ReadonlySet<string> = new Set(
  termList(`
    assistant, ai, ai assistant, chatgpt, claude, claude code, copilot, github copilot, gemini, bard, gpt, gpt-4, gpt-4o, gpt-5,
    bot, chatbot, model, cursor, agent, cline, roo, roo code, continue, aider, windsurf, cascade, codex, grok, mistral,
    deepseek, perplexity, response, answer, a, llm, system, tool, 助手, 模型, アシスタント, 어시스턴트, asistente, assistente,
    assistent, ассистент, trợ lý
  `),
);

/** Names for the person who talks to a model. */
export const userNames: ReadonlySet<string> = new Set(
  termList(`
    user, human, you, me, q, prompt, question, customer, 用户, 我, ユーザー, 사용자, usuario, usuário, utilisateur, nutzer,
    benutzer, пользователь, người dùng
  `),
);
