export type Task = () => Promise<unknown>;
export type Latencies = { p50: number; p95: number; p99: number; sent: number };

/**
 * Sends each task at its own steady rate, whether or not earlier answers have come (open model), and measures each from
 * the moment at which it should have been sent: a slow server cannot hide behind a waiting client.
 * @param loads rates in requests a second. @throws when any request failed.
 */
export async function openLoad(loads: { task: Task; rate: number }[], seconds: number): Promise<Latencies> {
  const begin = performance.now();
  const plan = loads
    .flatMap(({ task, rate }) =>
      Array.from({ length: Math.round(rate * seconds) }, (_, n) => ({ task, at: (n / rate) * 1000 })),
    )
    .toSorted((a, b) => a.at - b.at);
  const took: number[] = [];
  const running: Promise<void>[] = [];
  for (const { task, at } of plan) {
    const wait = begin + at - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(
      task().then(() => {
        took.push(performance.now() - begin - at);
      }),
    );
  }
  await Promise.all(running);
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), sent: sorted.length };
}
