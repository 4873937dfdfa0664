import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** The C program, asked one line at a time. */
export class Reference {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor(binary: string) {
    this.#process = spawn(binary);
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async ask(command: string): Promise<string[]> {
    this.#process.stdin.write(`${command}\n`);
    const line = await this.#lines.next();
    if (line.done === true) throw new Error(`the reference in C ended at "${command}"`);
    return line.value.split(" ");
  }

  end(): void {
    this.#process.stdin.end();
  }
}
