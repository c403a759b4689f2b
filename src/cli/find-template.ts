import type { Template } from '../core/template/template';
import { CliFailure } from './failure';

/** @throws CliFailure that lists the ids there are */
export function findTemplate(templates: readonly Template[], id: string): Template {
  const found = templates.find((template) => template.id === id);
  if (found === undefined) {
    throw new CliFailure(
      `There is no template ${id}. Choose one of: ${templates.flatMap((template) => (template.offer === false ? [] : [template.id])).join(', ')}.`,
    );
  }
  return found;
}
