export interface Random {
  /** From 0 to `end - 1`. */
  readonly below: (end: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
}

const randomFrom = (below: Random["below"]): Random => ({
  below,
  pick: <T>(choices: readonly T[]): T => {
    const at = below(choices.length);
    for (const choice of choices.slice(at, at + 1)) return choice;
    throw new Error("nothing to pick from");
  },
});

/** mulberry32: a failing seed names its run for ever. For tests and proofs, never for secrets. */
export function createSeededRandom(seed: number): Random {
  let state = seed >>> 0;
  return randomFrom((end) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  });
}

/** The platform's cryptographic source, without bias up to 2^32. */
export const secureRandom: Random = randomFrom((end) => {
  const most = Math.floor(2 ** 32 / end) * end;
  const drawn = new Uint32Array(1);
  do crypto.getRandomValues(drawn);
  while ((drawn[0] ?? 0) >= most);
  return (drawn[0] ?? 0) % end;
});
