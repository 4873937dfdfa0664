/** Textbook results for queues; rates per minute. Sources: L. Kleinrock, Queueing Systems I (1975), §§3.5–3.6, 5.6; II, §3.3. */

/** Erlang's B: share of calls lost by `servers` lines under `load` erlang, by its recursion. */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let server = 1; server <= servers; server++) blocked = (load * blocked) / (server + load * blocked);
  return blocked;
}

/** Mean wait of M/M/c in minutes: Erlang's C over the spare service rate. */
export function waitOfMMc(servers: number, rate: number, meanService: number): number {
  const load = rate * meanService;
  const lost = erlangB(servers, load);
  const waiting = (servers * lost) / (servers - load * (1 - lost));
  return (waiting * meanService) / (servers - load);
}

/** Mean wait of M/G/1 after Pollaczek and Khinchine; `secondMoment` is E[S²]. */
export function waitOfMG1(rate: number, meanService: number, secondMoment: number): number {
  return (rate * secondMoment) / (2 * (1 - rate * meanService));
}

/** Mean waits of a non-preemptive priority M/M/1, first class first (Cobham). */
export function waitsOfPriority(rates: readonly number[], meanService: number): number[] {
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  const residual = total * meanService * meanService;
  let above = 0;
  return rates.map((rate) => {
    const before = above;
    above += rate * meanService;
    return residual / ((1 - before) * (1 - above));
  });
}
