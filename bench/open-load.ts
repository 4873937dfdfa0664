export type Task = () => Promise<unknown>;
/** One kind of request, sent steadily; `rate` in requests a second. */
export type Load = { name: string; task: Task; rate: number };
/** ms */
export type Latencies = { p50: number; p95: number; p99: number; sent: number };

/**
 * Sends each load at its own steady rate, whether or not earlier answers have come (open model), and measures each from
 * the moment at which it should have been sent: a slow server cannot hide behind a waiting client.
 * @throws when any request failed
 */
export async function openLoad(
  loads: readonly Load[],
  seconds: number,
): Promise<Latencies & { byName: ReadonlyMap<string, Latencies> }> {
  const begin = performance.now();
  const plan = loads
    .flatMap(({ name, task, rate }) =>
      Array.from({ length: Math.round(rate * seconds) }, (_, n) => ({ name, task, at: (n / rate) * 1000 })),
    )
    .toSorted((a, b) => a.at - b.at);
  const took: { name: string; ms: number }[] = [];
  const running: Promise<void>[] = [];
  for (const { name, task, at } of plan) {
    const wait = begin + at - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(
      task().then(() => {
        took.push({ name, ms: performance.now() - begin - at });
      }),
    );
  }
  await Promise.all(running);
  const byName = new Map(
    loads.map(({ name }) => [name, latenciesOf(took.filter((one) => one.name === name))]),
  );
  return { ...latenciesOf(took), byName };
}

function latenciesOf(took: readonly { ms: number }[]): Latencies {
  const sorted = took.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), sent: sorted.length };
}
