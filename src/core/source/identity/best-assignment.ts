/** One possible pair and how much speaks for it, above 0. */
export interface Pairing {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/** Connected sets of more lefts or rights than this are paired greedily: the exact way takes cubic time. */
const largestExact = 120;
/** What a pair that is no candidate costs. */
const impossible = 1e6;

/**
 * Pairs lefts with rights, each at most once, so that the sum of weights is the largest possible. Deterministic: equal
 * sums are settled by the order of the numbers.
 */
export function bestAssignment(pairings: readonly Pairing[]): readonly Pairing[] {
  return components(pairings).flatMap((component) => {
    const lefts = new Set(component.map(({ left }) => left));
    const rights = new Set(component.map(({ right }) => right));
    return lefts.size > largestExact || rights.size > largestExact ? greedy(component) : exact(component);
  });
}

/** Pairs that share a left or a right, however indirectly, belong together; what does not can be settled apart. */
function components(pairings: readonly Pairing[]): readonly (readonly Pairing[])[] {
  const parents = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) at = up;
    parents.set(key, at);
    return at;
  };
  const ordered = [...pairings].sort((a, b) => a.left - b.left || a.right - b.right);
  for (const { left, right } of ordered) parents.set(root(`r${right}`), root(`l${left}`));
  const groups = new Map<string, Pairing[]>();
  for (const pairing of ordered) {
    const key = root(`l${pairing.left}`);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pairing]);
    else group.push(pairing);
  }
  return [...groups.values()];
}

function greedy(pairings: readonly Pairing[]): readonly Pairing[] {
  const lefts = new Set<number>();
  const rights = new Set<number>();
  return [...pairings]
    .sort((a, b) => b.weight - a.weight || a.left - b.left || a.right - b.right)
    .filter(({ left, right }) => {
      if (lefts.has(left) || rights.has(right)) return false;
      lefts.add(left);
      rights.add(right);
      return true;
    });
}

/** The Hungarian method with potentials; pairs that are not possible cost more than leaving both alone. */
function exact(pairings: readonly Pairing[]): readonly Pairing[] {
  const lefts = [...new Set(pairings.map(({ left }) => left))].sort((a, b) => a - b);
  const rights = [...new Set(pairings.map(({ right }) => right))].sort((a, b) => a - b);
  const rows = lefts.length;
  const rowOfLeft = new Map(lefts.map((left, row) => [left, row]));
  const columnOfRight = new Map(rights.map((right, column) => [right, column]));
  const possible = new Map<number, Pairing>();
  const costs = new Float64Array(rows * rights.length).fill(impossible);
  for (const pairing of pairings) {
    const cell = (rowOfLeft.get(pairing.left) ?? 0) * rights.length + (columnOfRight.get(pairing.right) ?? 0);
    possible.set(cell, pairing);
    costs[cell] = -pairing.weight;
  }
  // A dummy column for each row: to stay alone costs nothing, a pair costs less.
  const columns = rights.length + rows;
  const cost = (row: number, column: number): number =>
    column > rights.length ? 0 : at(costs, (row - 1) * rights.length + column - 1);
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      const current = at(rowOf, column);
      let delta = Infinity;
      let next = 0;
      for (let other = 1; other <= columns; other++) {
        if (used[other] === 1) continue;
        const reduced = cost(current, other) - at(rowPotential, current) - at(columnPotential, other);
        if (reduced < at(least, other)) {
          least[other] = reduced;
          way[other] = column;
        }
        if (at(least, other) < delta) {
          delta = at(least, other);
          next = other;
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (used[other] === 1) {
          const taken = at(rowOf, other);
          rowPotential[taken] = at(rowPotential, taken) + delta;
          columnPotential[other] = at(columnPotential, other) - delta;
        } else least[other] = at(least, other) - delta;
      }
      column = next;
    } while (at(rowOf, column) !== 0);
    do {
      const before = at(way, column);
      rowOf[column] = at(rowOf, before);
      column = before;
    } while (column !== 0);
  }
  return rights.flatMap((_, column) => {
    const row = at(rowOf, column + 1);
    return row === 0 ? [] : (possible.get((row - 1) * rights.length + column) ?? []);
  });
}

function at(values: { readonly [index: number]: number }, index: number): number {
  return values[index] ?? 0;
}
