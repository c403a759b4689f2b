import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentTitle } from '../../../src/core/workspace/documents/document-title';
import { readRuleFrontMatter } from '../../../src/core/workspace/documents/rule-front-matter';
import { statusReport } from '../../../src/core/workspace/documents/status-report';

function reportOf(path: string, text: string): string | null {
  const frontMatter = readRuleFrontMatter(text);
  return statusReport(documentTitle(path, frontMatter), path, frontMatter);
}

describe('a status report among the rules', () => {
  it.each([
    [
      '.kiro/steering/implementation-status.md',
      '---\ninclusion: always\n---\n# Implementation Status\n\n**Last updated:** 2025-08-12\n\n- ✅ Login completed\n- ✅ Password reset implemented\n- 🚧 Profile page\n\n## Next steps\n\n- Deploy to staging\n',
    ],
    [
      '.kiro/steering/phase-2-summary.md',
      '# Phase 2 Summary\n\nStatus: Complete\n\n## What was done\n\nThe store was migrated to the new schema. All 45 tests passed. The cache has been removed.\n',
    ],
    [
      '.cursor/rules/session.mdc',
      '# Notes\n\nDate: 2025-01-03\n\n## Completed\n\n- [x] Fixed the crash on start\n- [x] Merged the parser\n- [x] Refactored the store\n- [x] Resolved the flaky test\n\n## Known issues\n\n- Slow on Windows\n',
    ],
    [
      '.kiro/steering/fortschritt.md',
      '# Fortschrittsbericht\n\nStand: 3. Mai\n\n- Anmeldung umgesetzt\n- Fehler beim Speichern behoben\n- Export abgeschlossen\n',
    ],
    [
      '.kiro/steering/progress.md',
      '# 项目进度\n\n更新时间：2025-03-01\n\n- 登录已完成\n- 导出已实现\n- 崩溃已修复\n',
    ],
    [
      '.kiro/steering/shinchoku.md',
      '# 進捗\n\n更新日：2025-03-01\n\n- ログイン画面を実装しました\n- 保存の不具合を修正しました\n',
    ],
    [
      '.kiro/steering/estado.md',
      '# Informe de estado\n\nFecha: 2025-03-01\n\n- Inicio de sesión completado\n- Error de guardado corregido\n',
    ],
  ])('is recognised: %s', (path, text) => {
    expect(reportOf(path, text)).toMatch(/reports \d+ things as done/);
  });

  it.each([
    [
      '.kiro/steering/status-page.md',
      '# Status page\n\n- The status page must never show internal names.\n- Use the status colours of the theme.\n- Always write the time in UTC.\n',
    ],
    [
      '.cursor/rules/reports.mdc',
      '# Status reports\n\nWrite a status report after each session. It must name what was completed, must not exceed a page, and should list next steps. Never mark a task as completed before its tests passed.\n',
    ],
    [
      '.kiro/steering/errors.md',
      '# Errors\n\n✅ Good: return a problem.\n❌ Bad: throw a string.\n✅ Good: log once.\n✅ Good: wrap.\n\nAlways wrap errors. Never swallow them.\n',
    ],
    ['AGENTS.md', '# Agents\n\nRun the tests before you say that a task is done.\n'],
    [
      '.kiro/steering/product.md',
      '# Product\n\nA ledger for small firms. It was shipped in 2023 and has been growing.\n',
    ],
    [
      '.claude/rules/git.md',
      '# Git\n\n- [ ] Tests passed\n- [ ] Changelog updated\n- [ ] Version merged\n\nDo not push before all are ticked.\n',
    ],
  ])('is not taken for one: %s', (path, text) => {
    expect(reportOf(path, text)).toBeNull();
  });
});

const rules = resolve(import.meta.dirname, '../../../../shared/corpus/rules');
if (!existsSync(rules)) console.warn('SKIPPED: no corpus at ../shared/corpus; real rules are not tested');

describe.skipIf(!existsSync(rules))('real rules', () => {
  it('are none of them taken for status reports', () => {
    const paths = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.mdc?$/.test(path),
    );
    expect(paths.length).toBeGreaterThan(100);
    const reports = paths.filter((path) => reportOf(path, readFileSync(join(rules, path), 'utf8')) !== null);
    expect(reports).toEqual([]);
  });
});
