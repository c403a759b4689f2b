import { normalizeHeading } from '../plain-heading';
import { termList } from './term-list';

/** Headings of the part of a pitch or a lean page that tells what will be built for the problem above it. */
export const solutionTitles: readonly string[] = termList(`
  solution, the solution, our solution, proposed solution, solución, solución propuesta, nuestra solución, solução,
  solução proposta, nossa solução, la solution, solution proposée, notre solution, lösung, lösungsvorschlag, unsere lösung,
  решение, предлагаемое решение, наше решение, giải pháp, giải pháp đề xuất, 解决方案, 方案, 我们的方案, 解決策, 解決案, 해결책, 해결 방안,
`).map(normalizeHeading);
