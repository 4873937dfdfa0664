import { ORPCError } from "@orpc/client";

/** What became of a command: the answer, or the code with which a rule refused it. */
export type Sent<Answer> = { answer: Answer } | { refused: string };

/** Sends a command. @throws when no answer comes, however often the line tried */
export async function trySend<Answer>(send: () => Promise<Answer>): Promise<Sent<Answer>> {
  try {
    return { answer: await send() };
  } catch (error) {
    if (error instanceof ORPCError && error.status < 500) return { refused: error.code };
    throw error;
  }
}

/** The same for a command that nothing follows from when it is refused. @returns null then */
export async function sendOnce<Answer>(
  send: () => Promise<Answer>,
  refuse: (code: string) => void,
): Promise<Answer | null> {
  const sent = await trySend(send);
  if ("answer" in sent) return sent.answer;
  refuse(sent.refused);
  return null;
}

const attempts = 5;

/** Asks again when the line is cut or the server does not answer: the same request, the same command id. */
export async function askTill(request: Request): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetch(request.clone());
      if (response.status < 500 || attempt === attempts) return response;
    } catch (error) {
      if (attempt === attempts) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
  }
}
