import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { SpecFileReport } from '../checks/check-spec-file';
import type { FileSystem } from '../ports/file-system';
import type { Source } from '../source/source';

/** A workspace as tools for agents see it. Paths are relative to its root, with forward slashes. */
export interface AgentWorkspace {
  readonly files: Pick<FileSystem, 'stat'>;
  /** Paths of all specs, sorted. */
  specs(): Promise<readonly string[]>;
  /** Checks one spec as it stands, unsaved changes included where there is an editor. */
  check(path: string): Promise<SpecFileReport>;
  /** A PRD, initiative or conversation with the ids that earlier drafts gave it. */
  source(path: string): Promise<Source>;
  /** Day it is, `2026-01-31`. */
  today(): string;
  /** Writes a spec; absent where nobody allowed it. */
  readonly draft?: (request: DraftRequest, signal: AbortSignal) => Promise<DraftedSpec>;
}

export interface DraftRequest {
  readonly source: string;
  /** Id of a template; by default the first that is offered for the source. */
  readonly template?: string | undefined;
}

export interface DraftedSpec {
  /** Where it was written; nothing that was there is replaced. */
  readonly path: string;
}

/** What a tool answers: the same in words, for the model, and as data, for programs. */
export interface ToolAnswer {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Why a tool could not do what it was asked for, in words that say what to do instead. */
export class ToolError extends Error {
  override readonly name = 'ToolError';

  static is(value: unknown): value is ToolError {
    return value instanceof ToolError;
  }
}

/** JSON Schema of an object, as agents are told what a tool takes. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}

/** Something that an agent can ask of this product, wherever it is asked from. */
export interface AgentTool {
  readonly name: string;
  readonly title: string;
  /** For the model: what it does and when to use it. */
  readonly description: string;
  readonly inputSchema: InputSchema;
  /** Whether it changes nothing. */
  readonly readOnly: boolean;
  /**
   * @param input as the model gave it
   * @throws ToolError where the input or the workspace do not allow it
   */
  run(input: unknown, workspace: AgentWorkspace, signal: AbortSignal): Promise<ToolAnswer>;
}

type Entries = Readonly<Record<string, v.GenericSchema>>;

/** What a tool is made from: its input is guarded before it runs. */
interface ToolDefinition<Input extends Entries> extends Pick<
  AgentTool,
  'name' | 'title' | 'description' | 'readOnly'
> {
  readonly input: Input;
  run(
    input: v.InferOutput<v.StrictObjectSchema<Input, undefined>>,
    workspace: AgentWorkspace,
    signal: AbortSignal,
  ): Promise<ToolAnswer>;
}

export function agentTool<Input extends Entries>(definition: ToolDefinition<Input>): AgentTool {
  const { name, title, description, readOnly } = definition;
  const schema = v.strictObject(definition.input);
  return {
    ...{ name, title, description, readOnly },
    inputSchema: inputSchemaOf(schema),
    run: (input, workspace, signal) => {
      const parsed = v.safeParse(schema, input ?? {});
      if (!parsed.success)
        return Promise.reject(new ToolError(mistakes(name, Object.keys(definition.input), parsed.issues)));
      return definition.run(parsed.output, workspace, signal);
    },
  };
}

function inputSchemaOf(schema: v.GenericSchema): InputSchema {
  const { properties = {}, required = [], additionalProperties } = toJsonSchema(schema);
  return {
    type: 'object',
    properties,
    ...(required.length === 0 ? {} : { required }),
    ...(additionalProperties === false ? { additionalProperties } : {}),
  };
}

function mistakes(name: string, takes: readonly string[], issues: readonly v.BaseIssue<unknown>[]): string {
  const told = issues.map((issue) => {
    const path = v.getDotPath(issue);
    if (path === null) return 'The arguments are no object';
    if (!takes.includes(path)) return `${path} is not known`;
    return issue.received === 'undefined' ? `${path} is missing` : `${path}: ${issue.message}`;
  });
  const known = takes.length === 0 ? 'It takes none' : `It takes ${takes.join(', ')}`;
  return `${name} was called with wrong arguments. ${told.join('. ')}. ${known}.`;
}
