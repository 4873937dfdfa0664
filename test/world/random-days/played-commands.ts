import { api } from "@moc/contract/api.ts";
import type { Client } from "../open-world.ts";

/** Of one command: how often it was accepted and how often refused. */
export type Played = Record<string, { accepted: number; refused: number }>;

/** Every command of the gate. A preview changes nothing and is none. */
export const everyCommand: readonly string[] = Object.entries(api.gate)
  .filter(([name, { "~orpc": told }]) => told.route.method === "POST" && !name.startsWith("preview"))
  .map(([name]) => name);

/** The gate as somebody has it; what each command came to is counted. */
export function counting(played: Played, gate: Client["gate"]): Client["gate"] {
  return new Proxy(gate, {
    get(target, name, receiver) {
      const call: unknown = Reflect.get(target, name, receiver);
      if (typeof call !== "function" || typeof name !== "string") return call;
      return async (...input: unknown[]) => {
        const counts = (played[name] ??= { accepted: 0, refused: 0 });
        try {
          const answer: unknown = await Reflect.apply(call, target, input);
          counts.accepted += 1;
          return answer;
        } catch (error) {
          counts.refused += 1;
          throw error;
        }
      };
    },
  });
}
