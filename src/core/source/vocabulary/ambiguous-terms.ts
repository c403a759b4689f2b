import { termList } from './term-list';

/** Words that cannot be tested as they stand, per language; matched as whole words without case. */
export const ambiguousTerms: readonly string[] = termList(`
  fast, quick, quickly, easy, easily, easy to use, user-friendly, user friendly, intuitive, simple,
  seamless, seamlessly, robust, scalable, flexible, efficient, efficiently, appropriate,
  appropriately, adequate, adequately, reasonable, reasonably, sufficient, sufficiently, as needed,
  as appropriate, if possible, where possible, etc, and so on, several, various, timely,
  in a timely manner, modern, beautiful, nice, smooth, smoothly, responsive enough, good,
  high performance, high quality, state of the art, best practices, as soon as possible, asap,
  normally, usually, minimal, immediately, instantly, instantaneously, promptly, right away, without delay,
  imediatamente, instantaneamente, prontamente, inmediatamente, de inmediato, instantáneamente, al instante,
  immédiatement, instantanément, rapidement, tout de suite, sans délai, dans les plus brefs délais,
  sofort, umgehend, unverzüglich, augenblicklich, ngay lập tức, lập tức, tức thì,
  немедленно, мгновенно, незамедлительно, моментально, rápido, rápida, rapidamente, rápidamente, fácil, facilmente,
  fácilmente, intuitivo, intuitiva, amigável, amigable, adequado, adequada, adecuado, adecuada,
  eficiente, flexível, robusto, robusta, rapide, facile, facilement, intuitif, convivial,
  adéquat, approprié, efficace, schnell, einfach, intuitiv, benutzerfreundlich, angemessen,
  effizient, nhanh, nhanh chóng, dễ dàng, dễ sử dụng, thân thiện, trực quan,
  быстро, быстрый, удобно, удобный, интуитивно, интуитивный, простой, надёжный, эффективно,
`);

/** The same in scripts without spaces between words; matched anywhere. */
export const ambiguousTermsUnspaced: readonly string[] = termList(`
  快速, 迅速, 友好, 易用, 方便, 便捷, 直观, 美观, 适当, 合理, 尽快, 尽可能, 良好, 流畅, 灵活, 高效,
  足够, 等等, 立即, 立刻, 马上, 即刻, 適切, 高速, 直感的, 柔軟,
  使いやすい, 迅速に, 十分な, 直ちに, ただちに, すぐに, 即座に, 即時に,
  빠르게, 빠른, 쉽게, 쉬운, 직관적, 적절, 유연, 편리, 즉시, 곧바로, 당장, 지체 없이,
`);

/** Uses in which such a word says something that can be tested: "deleted for good", "immediately below the title", and the name of a priority. */
export const unambiguousUses: readonly RegExp[] = [
  /(?<!\p{L})(?:nice|good)(?=[\s-]+to[\s-]+haves?(?!\p{L}))/giu,
  /(?<=\bfor\s+)good(?=\s*(?:$|[.,;:!?)|"”]|(?:and|or|but|when|once|after|before|if|unless|by|from|in|on|with|within|as|so|then|at)\b))/giu,
  /(?<!\p{L})immediately(?=\s+(?:below|above|following|followed|preced\p{L}+|next|adjacent|beneath|under|behind|left|right)\b)/giu,
  /(?<!\p{L})(?:imediatamente|inmediatamente)(?=\s+(?:abaixo|acima|debajo|encima|anterior|posterior|seguinte|siguiente))/giu,
  /(?<!\p{L})immédiatement(?=\s+(?:sous|au-dess\p{L}+|suivant|précédent))/giu,
];
