import type { AgentTool } from './agent-tool';
import { checkTool } from './check-tool';
import { draftTool } from './draft-tool';
import { listTool } from './list-tool';
import { nextTaskTool } from './next-task-tool';
import { requirementsTool } from './requirements-tool';

/** All tools for agents, in the order in which they are shown. */
export const agentTools: readonly AgentTool[] = [
  listTool,
  requirementsTool,
  checkTool,
  nextTaskTool,
  draftTool,
];
