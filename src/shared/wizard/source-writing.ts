import * as v from 'valibot';

/**
 * The ways to a source that is not a file yet: an initiative written in a form, a conversation pasted. Both become
 * Markdown files in the workspace, from which the spec is made like from any other.
 */

export const sourceModes = ['documents', 'initiative', 'conversation'] as const;
const sourceMode = v.picklist(sourceModes);
export type SourceMode = v.InferOutput<typeof sourceMode>;

/** The same as in core, which this may not import but as types. */
const priority = v.picklist(['must', 'should', 'may']);
export type PriorityName = v.InferOutput<typeof priority>;

const initiativeForm = v.object({
  title: v.string(),
  problem: v.string(),
  whyNow: v.string(),
  requirements: v.array(v.object({ statement: v.string(), success: v.string(), priority })),
  constraints: v.string(),
  outOfScope: v.string(),
});
export type InitiativeForm = v.InferOutput<typeof initiativeForm>;

export const textFields = ['title', 'problem', 'whyNow', 'constraints', 'outOfScope'] as const;
const requirementFields = ['statement', 'success'] as const;

/** A pasted text up to this length, in characters, is kept over a reload; a longer one only until it is saved. */
export const longestKept = 200_000;

/** What the webview stores of it. */
export const writingInput = v.object({
  mode: sourceMode,
  initiative: v.nullable(initiativeForm),
  /** As entered; `null` leaves it to the title. */
  initiativePath: v.nullable(v.string()),
  /** The file that the form was opened from, as it was then; `null` for a new one. */
  editing: v.nullable(v.object({ path: v.string(), sha256: v.string() })),
  /** Whether the person asked for the file already, so that empty fields are questioned as well. */
  asked: v.boolean(),
  conversation: v.string(),
  conversationPath: v.nullable(v.string()),
});
export type WritingInput = v.InferOutput<typeof writingInput>;

const weakField = v.object({
  field: v.picklist([...textFields, ...requirementFields]),
  requirement: v.nullable(v.number()),
  /** What is missing, for a person. */
  missing: v.string(),
  example: v.string(),
});
export type WeakFieldView = v.InferOutput<typeof weakField>;

const target = v.object({
  path: v.string(),
  /** Why nothing can be written there, or `null`. */
  problem: v.nullable(v.string()),
});

/** What the webview draws of it. */
export const writingState = v.object({
  mode: sourceMode,
  initiative: initiativeForm,
  initiativeTarget: target,
  /** Path of the file that is edited, or `null` for a new one. */
  editing: v.nullable(v.string()),
  weak: v.array(weakField),
  /** Whether Create was refused because of them. */
  refused: v.boolean(),
  conversation: v.string(),
  conversationTarget: target,
  /** What was taken out of the text before it was kept or saved, for a person; `null` where nothing was. */
  takenOut: v.nullable(v.string()),
  /** Whether the selected document can be edited in the form. */
  editable: v.boolean(),
  /** Conversations of the selected export, where it holds more than one. */
  conversations: v.array(
    v.object({ index: v.number(), title: v.string(), messages: v.number(), selected: v.boolean() }),
  ),
});
export type WritingState = v.InferOutput<typeof writingState>;

/** What a person does there. */
export const writingMessages = [
  v.object({ type: v.literal('setSourceMode'), mode: sourceMode }),
  v.object({ type: v.literal('editInitiative'), field: v.picklist(textFields), text: v.string() }),
  v.object({
    type: v.literal('editRequirement'),
    index: v.number(),
    field: v.picklist(requirementFields),
    text: v.string(),
  }),
  v.object({ type: v.literal('setPriority'), index: v.number(), priority }),
  v.object({ type: v.literal('addRequirement') }),
  v.object({ type: v.literal('removeRequirement'), index: v.number() }),
  v.object({ type: v.literal('setInitiativePath'), path: v.string() }),
  /** `asItIs` writes the file although fields are weak; they are asked for as questions. */
  v.object({ type: v.literal('saveInitiative'), asItIs: v.boolean() }),
  /** Opens the selected document in the form. */
  v.object({ type: v.literal('openInForm') }),
  /** Empties the form for another initiative. */
  v.object({ type: v.literal('newInitiative') }),
  v.object({ type: v.literal('setConversation'), text: v.string() }),
  v.object({ type: v.literal('setConversationPath'), path: v.string() }),
  v.object({ type: v.literal('pasteConversation') }),
  v.object({ type: v.literal('saveConversation'), text: v.string() }),
  /** Saves one conversation of an export as a file of its own and selects that. */
  v.object({ type: v.literal('pickConversation'), index: v.number() }),
  v.object({ type: v.literal('createPrd') }),
] as const;
export type WritingMessage = v.InferOutput<(typeof writingMessages)[number]>;

/** The form after a message of a person; unchanged by messages that do not concern it. */
export function editedForm(form: InitiativeForm, message: { readonly type: string }): InitiativeForm {
  const edit = message as WritingMessage;
  const changed = (
    index: number,
    change: Partial<InitiativeForm['requirements'][number]>,
  ): InitiativeForm => ({
    ...form,
    requirements: form.requirements.map((requirement, at) =>
      at === index ? { ...requirement, ...change } : requirement,
    ),
  });
  switch (edit.type) {
    case 'editInitiative':
      return { ...form, [edit.field]: edit.text };
    case 'editRequirement':
      return changed(edit.index, { [edit.field]: edit.text });
    case 'setPriority':
      return changed(edit.index, { priority: edit.priority });
    case 'addRequirement':
      return {
        ...form,
        requirements: [...form.requirements, { statement: '', success: '', priority: 'must' }],
      };
    case 'removeRequirement':
      return form.requirements.length === 1
        ? form
        : { ...form, requirements: form.requirements.filter((_, at) => at !== edit.index) };
    default:
      return form;
  }
}
