import * as v from 'valibot';

export const severity = v.picklist(['error', 'warning', 'info']);

/** A message to the person, with the next step where there is one. */
export const notice = v.object({
  severity,
  text: v.string(),
  /** Actions by id; the webview shows a button for each and sends `noticeAction`. */
  actions: v.array(v.object({ id: v.string(), label: v.string() })),
});
export type Notice = v.InferOutput<typeof notice>;
