import { checkSpec, type CheckReport, type CheckSpecInput } from '../../../src/core/checks/check-spec';
import { usesPostgres } from '../../../src/core/checks/contracts/uses-postgres';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { readSyntax } from '../../../src/core/syntax/read-syntax';

/** Checks a text with its code blocks parsed as the product parses them; no template unless one is given. */
export async function checkCode(
  text: string,
  rest: Partial<Omit<CheckSpecInput, 'spec' | 'syntax'>> = {},
): Promise<CheckReport> {
  const spec = parseSpec(text);
  const syntax = await readSyntax(spec, { postgres: usesPostgres(spec, rest.surroundings ?? null) });
  return checkSpec({ spec, template: null, requirements: null, ...rest, syntax });
}

/** A spec of one code block. */
export function block(language: string, code: string, before = 'The database is PostgreSQL.'): string {
  return `# Spec\n\n## Design\n\n${before}\n\n\`\`\`${language}\n${code}\n\`\`\`\n`;
}
