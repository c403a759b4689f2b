import * as v from 'valibot';

export const stepIds = ['source', 'context', 'template', 'questions', 'generate'] as const;
export const stepId = v.picklist(stepIds);
export type StepId = v.InferOutput<typeof stepId>;
