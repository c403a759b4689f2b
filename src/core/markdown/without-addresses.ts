import type {} from 'remark-parse';
import type { Data, Processor } from 'unified';

type Syntax = NonNullable<Data['micromarkExtensions']>[number];
type Texts = NonNullable<Syntax['text']>;

const ofEmail = 'emailAutolink';
const ofUrls = ['wwwAutolink', 'protocolAutolink'];

/**
 * Plugin that takes the bare addresses of GitHub's Markdown (`a@b.c`, `www.b.c`, `https://b.c`) out of a parser again, for texts
 * that have none.
 *
 * @param urls whether those with `www.` and a protocol stay
 */
export function withoutAddresses(this: Processor, { urls }: { readonly urls: boolean }): undefined {
  const removed = new Set(urls ? [ofEmail] : [ofEmail, ...ofUrls]);
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) =>
    extension.text === undefined ? extension : { ...extension, text: without(extension.text, removed) },
  );
  // Looks once more at each text, for what characters that were escaped make up.
  if (!urls)
    data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).map((extension) =>
      [extension].flat().map((each) => ({ ...each, transforms: [] })),
    );
}

function without(texts: Texts, removed: ReadonlySet<string>): Texts {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([code, constructs]) => {
      const kept = [constructs ?? []].flat().filter(({ name = '' }) => !removed.has(name));
      return kept.length === 0 ? [] : [[code, kept] as const];
    }),
  );
}
