import * as vscode from 'vscode';
import type { SpecLibrary } from '../review/library/spec-library';
import { KnownSources } from './known-sources';
import type { ReviewSource } from './reviewed-source';
import { showSourceDiagnostics } from './source-diagnostics';
import { SourceFixes } from './source-fixes';
import { followSourceWithoutSpec } from './source-without-spec';
import { SourceReviews } from './source-reviews';

/**
 * Puts up the problems of PRDs and initiatives, and their quick fixes.
 *
 * @returns what knows which documents are such
 */
export function registerSourceReview(
  context: vscode.ExtensionContext,
  library: SpecLibrary,
  review: ReviewSource,
): KnownSources {
  const sources = new KnownSources(library);
  const reviews = new SourceReviews(sources, review);
  context.subscriptions.push(
    sources,
    reviews,
    followSourceWithoutSpec(sources),
    // The library tells of every document that changed on disk: one beside a source may define what it cites.
    showSourceDiagnostics(reviews, context.extensionUri, [sources.onDidChange, library.onDidChange]),
    vscode.languages.registerCodeActionsProvider(
      [{ language: 'markdown' }, { language: 'plaintext' }],
      new SourceFixes(reviews),
      SourceFixes.metadata,
    ),
  );
  return sources;
}
