import type { FactTopic } from '../source';
import { termList } from './term-list';

/** Headings that say what stands below them only where they are the whole heading: "Why", not "Why we test". */
export const wholeTitleTopics: Readonly<Partial<Record<FactTopic, readonly string[]>>> = {
  problem: termList(`
    why, the why, why this, why are we doing this, why we do this, por que, el porque, o porque, por que esto, por que isto, pourquoi, pourquoi ce projet,
    warum, wozu, warum das, зачем, почему, зачем это, tai sao, vi sao, 为什么, 为何, 为什么做, なぜ, なぜやるのか, 왜, 왜 하는가,
  `),
  'open-question': termList(`
    open, still open, undecided, open items, open topics, offen, noch offen, offenes, abierto, abiertos, pendiente, pendientes, por decidir,
    em aberto, aberto, pendente, pendentes, a decidir, en suspens, ouvert, a trancher, открыто, под вопросом, не решено, chua quyet, con mo,
    未定, 待定, 待讨论, 未決, 未決事項, 検討中, 미정, 미결, 미결정,
  `),
};
