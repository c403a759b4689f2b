import { termList } from './term-list';

/** Elements that tools put into messages and nobody said: thoughts, context, calls of tools and their results. */
export const noiseTags: readonly string[] = termList(`
  environment_details, environment_context, environment, system-reminder, system_reminder, system, instructions,
  user_instructions, user_info, user_rules, additional_data, attached_files, attached_file, attachments, current_file,
  open_and_recently_viewed_files, manually_attached_skills, project_layout, git_status, session_context, context,
  thinking, think, antml:thinking, reasoning, thought, scratchpad, tool_call, tool_calls, tool_use, tool_result,
  tool_results, function_call, function_calls, function_results, function_response, antml:function_calls, invoke,
  local-command-stdout, local-command-caveat, command-name, command-message, command-args, bash-input, bash-stdout,
  bash-stderr, execute_command, read_file, write_to_file, replace_in_file, apply_diff, insert_content,
  search_and_replace, search_files, list_files, list_code_definition_names, browser_action, use_mcp_tool,
  access_mcp_resource, switch_mode, new_task, update_todo_list, todo_list, file_content, file_contents, final_file_content,
  antartifact, antthinking, antml:parameter, requirements_file
`);

/** Elements around what the person or the model did say. */
export const wrapperTags: readonly string[] = termList(`
  task, user_query, user_message, user_request, userRequest, feedback, answer, question, follow_up, suggest, result,
  attempt_completion, ask_followup_question, plan_mode_respond, response, prompt, message, reply
`);

/** Lines that introduce what a tool was asked or answered; that follows until the next blank line. */
export const noiseLabels =
  /^\s*(?:\[(?:Tool Use|Tool|Image|Thinking|Reasoning|Tool Call|Tool Result)\b[^\]]{0,120}\]|\[[a-z_]{3,40}(?: for ["'][^"']{0,200}["'])?[^\]]{0,80}\] Result:|\*\*Tool (?:Command|Response|Call|Result|Use)\*\*:?|(?:>\s*)?(?:Tool|Function) (?:call|use|result|output):)/iu;

/** Lines that only separate or date. */
export const separators =
  /^\s*(?:(?:[-*_=]{3,}|\d{1,5}|>\s*_.{0,80}_)\s*|[\d:.,]{5,14}\s*-->\s*[\d:.,]{5,14}.*|WEBVTT.*|_Exported on .*|Exported: .*)$/u;
