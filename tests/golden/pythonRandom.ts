/**
 * Python's random.Random(seed): the Mersenne Twister MT19937 (Matsumoto and Nishimura 1998) seeded by array, and
 * choice by rejection of too large numbers of as many bits. The reference drew its networks with it.
 */
export function pythonRandom(seed: number): { choice<T>(items: readonly T[]): T } {
  const size = 624;
  const state = new Uint32Array(size);
  const at = (index: number): number => state[index] ?? 0;
  state[0] = 19650218;
  for (let index = 1; index < size; index++)
    state[index] = Math.imul(1812433253, at(index - 1) ^ (at(index - 1) >>> 30)) + index;
  let place = 1;
  const mix = (factor: number, term: number): void => {
    const before = at(place - 1) ^ (at(place - 1) >>> 30);
    state[place] = (at(place) ^ Math.imul(before, factor)) + term;
    place++;
    if (place >= size) {
      state[0] = at(size - 1);
      place = 1;
    }
  };
  for (let count = 0; count < size; count++) mix(1664525, seed);
  for (let count = 0; count < size - 1; count++) mix(1566083941, -place);
  state[0] = 0x80000000;

  let next = size;
  const twist = (): void => {
    for (let index = 0; index < size; index++) {
      const joined = (at(index) & 0x80000000) | (at((index + 1) % size) & 0x7fffffff);
      state[index] = at((index + 397) % size) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    next = 0;
  };
  const bits = (count: number): number => {
    if (next >= size) twist();
    let word = at(next++);
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    word ^= word >>> 18;
    return (word >>> 0) >>> (32 - count);
  };
  return {
    choice<T>(items: readonly T[]): T {
      const count = 32 - Math.clz32(items.length);
      for (;;) {
        const index = bits(count);
        if (index < items.length) return items[index] as T;
      }
    },
  };
}

/** How the reference drew networks: a length for every unit, then expansion and kernel of every block. */
export function drawNetworks(family: "mbv3" | "pn", seed: number, count: number): string[][][] {
  const random = pythonRandom(seed);
  const operation = family === "mbv3" ? "mbconv3" : "mbconv2";
  const drawn = new Map<string, string[][]>();
  while (drawn.size < count) {
    const units = Array.from({ length: family === "mbv3" ? 5 : 6 }, (_, unit) =>
      Array.from({ length: unit === 5 ? 1 : random.choice([2, 3, 4]) }, () => {
        const expand = random.choice([3, 4, 6]);
        return `${operation}_e${expand}_k${random.choice([3, 5, 7])}`;
      }),
    );
    drawn.set(JSON.stringify(units), units);
  }
  return [...drawn.values()];
}
