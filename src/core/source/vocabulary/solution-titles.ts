import { normalizeHeading } from '../document/plain-heading';
import { termList } from './term-list';

/** Headings of the part of a pitch or a lean page that tells what will be built for the problem above it. */
export const solutionTitles: readonly string[] = termList(`
  solution, the solution, our solution, proposed solution, solución, solución propuesta, nuestra solución, solução,
  solução proposta, nossa solução, la solution, solution proposée, notre solution, lösung, lösungsvorschlag, unsere lösung,
  решение, предлагаемое решение, наше решение, giải pháp, giải pháp đề xuất, 解决方案, 方案, 我们的方案, 解決策, 解決案, 해결책, 해결 방안,
`).map(normalizeHeading);

/** Headings that name a design as often: they tell what will be built where the document says beside them what will not. */
export const proposalTitles: readonly string[] = termList(`
  proposal, our proposal, proposed change, the idea, our idea, the plan in short, la propuesta, propuesta, nuestra propuesta, la idea,
  proposta, a proposta, a ideia, proposition, la proposition, notre proposition, l'idée, vorschlag, unser vorschlag, die idee, idee,
  предложение, идея, đề xuất, ý tưởng, 提案, 我们的想法, 思路, 案, 提案内容, 제안, 아이디어,
`).map(normalizeHeading);
