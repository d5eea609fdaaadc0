/** At most so many pieces of work at a time; the others wait in line. */
export type Limiter = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function limiter(most: number): Limiter {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    // The one before hands its place over, so nobody who comes later can take it.
    if (running === most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
