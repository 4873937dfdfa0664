import { ORPCError } from "@orpc/client";

/** What became of a command: the answer, or the code with which a rule refused it. */
export type Sent<Answer> = { answer: Answer } | { refused: string };

/** Sends a command; a cut line is tried again with the same command id. @throws when the server stays away */
export async function sendTill<Answer>(send: () => Promise<Answer>): Promise<Sent<Answer>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { answer: await send() };
    } catch (error) {
      if (error instanceof ORPCError && error.status < 500) return { refused: error.code };
      if (attempt === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    }
  }
}

/** The same for a command that nothing follows from when it is refused. @returns null then */
export async function sendOnce<Answer>(
  send: () => Promise<Answer>,
  refuse: (code: string) => void,
): Promise<Answer | null> {
  const sent = await sendTill(send);
  if ("answer" in sent) return sent.answer;
  refuse(sent.refused);
  return null;
}
