import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBrief } from '../../../src/core/brief/prepare-brief';
import { CheckMemory } from '../../../src/core/checks/check-memory';
import { checkSpecFile, type SpecFileReport } from '../../../src/core/checks/check-spec-file';
import { clarify, decided } from '../../../src/core/clarify/clarify';
import { renderOutline } from '../../../src/core/draft/outline';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { readSource } from '../../../src/core/source/read-source';
import { inChosenLanguage } from '../../../src/core/template/choose-language';
import { discoverTemplates } from '../../../src/core/template/discover-templates';
import type { Template } from '../../../src/core/template/template';
import { builtInFiles, emptyContext } from '../draft/brief-for';
import { InMemoryFiles } from '../in-memory-files';

export const discovered = discoverTemplates({ builtIn: builtInFiles, workspace: null });

const prds = join(__dirname, '../../fixtures/languages');

export function readPrd(language: string): string {
  return readFileSync(join(prds, `${language}.md`), 'utf8');
}

export interface DraftedSpec {
  readonly language: string;
  readonly text: string;
  readonly template: Template;
  /** Checks a version of it, with its receipt beside it unless that is left out. */
  check(text: string, withReceipt?: boolean): Promise<SpecFileReport>;
}

/** The PRD of a language, drafted by the outline in that language. */
export async function draftedIn(language: string, templateId: string): Promise<DraftedSpec> {
  const { templates } = await discovered;
  const prd = readPrd(language);
  const source = readSource({ path: 'prds/books.md', bytes: new TextEncoder().encode(prd) });
  const original = templates.find(({ id }) => id === templateId);
  if (original === undefined) throw new Error(`no template ${templateId}`);
  const template = inChosenLanguage(original, source, 'auto');
  const context = { ...emptyContext, hash: '0'.repeat(64) };
  const clarification = clarify({ source, context, template });
  const brief = prepareBrief({
    ...{ source, context, template },
    ...decided(clarification, []),
    clock: { now: () => new Date('2026-02-03T12:00:00Z'), timeZone: () => 'UTC' },
    output: 'tech-specs/books.md',
  });
  const text = renderOutline({ ...brief, author: 'Ada Moreno' });
  const receipt = serialiseReceipt(receiptFor(brief, text, { id: 'outline' }));
  const memory = new CheckMemory();
  return {
    language,
    text,
    template,
    check: (spec, withReceipt = true) =>
      checkSpecFile({
        path: 'tech-specs/books.md',
        text: spec,
        files: new InMemoryFiles({
          'prds/books.md': prd,
          'tech-specs/books.md': spec,
          ...(withReceipt ? { 'tech-specs/books.receipt.json': receipt } : {}),
        }),
        templates,
        memory,
      }),
  };
}
