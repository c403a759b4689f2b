import { describe, expect, it } from 'vitest';
import { documentTitle } from '../../../src/core/workspace/documents/document-title';
import { readRuleFrontMatter } from '../../../src/core/workspace/documents/rule-front-matter';
import { isCompletedStatus, specStatus } from '../../../src/core/workspace/documents/spec-status';

describe('the title of a document', () => {
  it.each([
    ['its first heading', '# Working on **Roster** #\ntext', 'Working on Roster'],
    ['without links and code marks', '# Use [`ulid`](https://example.com) keys', 'Use ulid keys'],
    ['an underlined heading', 'Rules\n=====\n', 'Rules'],
    ['no heading in a code block', '```\n# comment\n```\n## Second\n# First', 'First'],
    ['the front matter', '---\ntitle: Stated\n---\n# Heading', 'Stated'],
    ['a name before a subheading', '---\nname: Colours\n---\n## 1. Use tokens', 'Colours'],
    ['the file name', 'no heading here', 'rule.md'],
  ])('is %s', (_name, text, title) => {
    expect(documentTitle('docs/rule.md', readRuleFrontMatter(text))).toBe(title);
  });
});

describe('the status of a spec', () => {
  it.each([
    ['**Status:** Implemented', 'Implemented'],
    ['**Status**: ✅ **IMPLEMENTED**', '✅ IMPLEMENTED'],
    ['| Field | Value |\n|---|---|\n| Status | Done |', 'Done'],
    ['- Status: Draft (WIP)', 'Draft (WIP)'],
    ['---\nstatus: completed\n---\n# Spec', 'completed'],
    ['**状态**：已完成', '已完成'],
  ])('is read from %j', (text, status) => {
    expect(specStatus(readRuleFrontMatter(text))).toBe(status);
  });

  it.each(['\u3000状态：已完成', '> \u00a0**Status:** 已完成', '|\u3000状态\u3000|\u3000已完成\u3000|'])(
    'is read behind a space of any width: %j',
    (line) => {
      expect(specStatus(readRuleFrontMatter(`# Spec\n\n${line}\n`))).toBe('已完成');
    },
  );

  it('is none where the document only speaks of statuses', () => {
    expect(specStatus(readRuleFrontMatter('# Spec\nThe status is shown in a badge.'))).toBeNull();
  });

  it.each(['Done', 'completed on Friday', '✅ IMPLEMENTED', 'Shipped (v2)', '已完成'])(
    '%j says it was built',
    (status) => {
      expect(isCompletedStatus(status)).toBe(true);
    },
  );

  it.each(['Draft', 'In Review', 'Approved', 'Superseded', 'Finalising', 'Not implemented'])(
    '%j does not say it was built',
    (status) => {
      expect(isCompletedStatus(status)).toBe(false);
    },
  );
});
