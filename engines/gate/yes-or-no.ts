/** Yes, or no with a key of the messages and the values of its sentence. */
export type Verdict = { allowed: true } | { allowed: false; reason: string; params: Record<string, string> };

export const yes: Verdict = { allowed: true };

export function no(reason: string, params: Record<string, string> = {}): Verdict {
  return { allowed: false, reason, params };
}
