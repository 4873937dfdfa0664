/** `over`: whether the process ends. `onError` hears the first failure of a row: an outage is told once, not at each try. */
type Trying = { over: () => boolean; onError: (error: unknown) => void };

// ms before the next try
const shortest = 250;
const longest = 4_000;

/**
 * For what has to be done in the background and can fail while the database is away. Each call of the returned function
 * asks for the work to be done from now on. One round runs at a time, and whoever asks while one runs gets one more after
 * it; a failed one is tried again by itself, after steps that grow to four seconds, and at once when it is asked for anew.
 * @returns the function; its promise ends when the work has succeeded or all is over, and never rejects
 */
export function untilDone(work: () => Promise<void>, { over, onError }: Trying): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let runs = false;
  let asked = false;
  let rouse: () => void = () => undefined;

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms).unref(); // a process that has nothing else to do may end
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run(): Promise<void> {
    let failures = 0;
    runs = true;
    while (asked && !over()) {
      asked = false;
      try {
        await work();
        failures = 0;
      } catch (error) {
        if (over()) break;
        if (failures === 0) onError(error);
        if (!asked) await pause(Math.min(longest, shortest * 2 ** failures));
        asked = true;
        failures += 1;
      }
    }
    runs = false; // at once: whoever asks from here on begins anew
  }

  return () => {
    asked = true;
    rouse();
    if (!runs) running = run();
    return running;
  };
}
