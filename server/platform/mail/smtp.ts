import nodemailer from "nodemailer";

export type MailSettings = { url: string; from: string };

/** One message in plain text. `id` names it for good: a message that is sent twice bears the same Message-ID. */
export type Letter = { id: string; to: string; subject: string; text: string };

/** What became of it: taken by the mail server, refused for good, or to be tried again. */
export type Posted = "taken" | "refused" | "again";

export type Mail = { send(letter: Letter): Promise<Posted>; close(): void };

const patience = 15_000; // ms

/** The mail server of the operator, over SMTP. */
export function openMail({ url, from }: MailSettings): Mail {
  const transport = nodemailer.createTransport(url, { from });
  const options = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  Object.assign(transport.options, options);
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({ to, subject, text, messageId: `<${id}@moc>` });
        return "taken";
      } catch (error) {
        return isFinal(error) ? "refused" : "again";
      }
    },
    close: () => transport.close(),
  };
}

const ofTheLetter: readonly unknown[] = ["RCPT TO", "DATA"];

/**
 * SMTP says with 5xx that no later try will do (RFC 5321 §4.2.1). Said of a recipient or a text it is of this letter; said
 * before, it is of the server or of our account there, which the operator mends.
 */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error && "responseCode" in error && "command" in error)) return false;
  return Number(error.responseCode) >= 500 && ofTheLetter.includes(error.command);
}
