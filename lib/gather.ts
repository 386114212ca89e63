import "server-only";

const MOST = 64;

type Asked<I, O> = { input: I; resolve(output: O): void; reject(error: unknown): void };

/**
 * What is asked for at about the same moment is done in one go: `run` is given several inputs and answers each, in
 * their order. It starts after it was asked for, so that nobody is told what was true before. When a go fails, each
 * of its inputs is tried alone. `atOnce`: how many goes may be under way.
 */
export function gathered<I, O>(run: (inputs: readonly I[]) => Promise<readonly O[]>, atOnce = 1) {
  const waiting: Asked<I, O>[] = [];
  let underWay = 0;
  let isDue = false;

  async function go(some: readonly Asked<I, O>[]): Promise<void> {
    try {
      const outputs = await run(some.map(({ input }) => input));
      for (const [n, { resolve }] of some.entries()) resolve(outputs[n] as O);
    } catch (error) {
      if (some.length > 1) await Promise.all(some.map((one) => go([one])));
      else some[0]?.reject(error);
    }
  }

  function leave() {
    isDue = false;
    if (waiting.length === 0 || underWay >= atOnce) return;
    underWay++;
    void go(waiting.splice(0, MOST)).then(() => {
      underWay--;
      leave();
    });
  }

  return (input: I) =>
    new Promise<O>((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (isDue) return;
      isDue = true;
      setImmediate(leave);
    });
}
