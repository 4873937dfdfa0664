import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mail, openMail } from "./smtp.ts";

/** A mail server that speaks SMTP on a local socket: it takes, refuses, defers or hangs up by the recipient's name. */
function mailServer(taken: string[]): Server {
  return createServer((socket: Socket) => {
    socket.setEncoding("utf8");
    let letter: string | undefined;
    let pending = "";
    const say = (line: string) => socket.write(`${line}\r\n`);
    const answer = (line: string) => {
      if (letter !== undefined) {
        if (line !== ".") letter += `${line}\n`;
        else {
          taken.push(letter);
          letter = undefined;
          say("250 taken");
        }
        return;
      }
      if (/^(EHLO|HELO)/i.test(line)) say("250-local\r\n250 AUTH PLAIN");
      else if (/^AUTH/i.test(line)) say("535 no such account");
      else if (/^MAIL.*stranger/i.test(line)) say("530 who are you");
      else if (/^RCPT.*nobody/i.test(line)) say("550 no such mailbox");
      else if (/^RCPT.*full/i.test(line)) say("452 mailbox full");
      else if (/^RCPT.*gone/i.test(line)) socket.destroy();
      else if (/^DATA/i.test(line)) {
        letter = "";
        say("354 go on");
      } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else say("250 ok");
    };
    socket.on("error", () => undefined);
    socket.on("data", (text: string) => {
      pending += text;
      const lines = pending.split("\r\n");
      pending = lines.pop() ?? "";
      for (const line of lines) answer(line);
    });
    say("220 local");
  });
}

describe("a letter over SMTP", () => {
  const taken: string[] = [];
  const server = mailServer(taken);
  let mail: Mail;
  beforeAll(async () => {
    await new Promise<void>((open) => server.listen(0, "127.0.0.1", () => open()));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    mail = openMail({ url: `smtp://127.0.0.1:${port}`, from: "moc@example.org" });
  });
  afterAll(() => {
    mail.close();
    server.close();
  });
  const id = "00000000-0000-4000-8000-00000000000a";
  const send = (to: string) => mail.send({ id, to, subject: "Được gọi", text: "Xe được gọi" });

  test("is taken with sender, subject and an id that stays the same when it is sent again", async () => {
    expect(await send("firm@example.org")).toBe("taken");
    expect(await send("firm@example.org")).toBe("taken");
    expect(taken).toHaveLength(2);
    for (const letter of taken) {
      expect(letter).toContain(`Message-ID: <${id}@moc>`);
      expect(letter).toContain("From: moc@example.org");
      expect(letter).toMatch(/Subject: =\?UTF-8\?/);
    }
  });

  test("to nobody is refused for good; a full mailbox and a cut line are tried again", async () => {
    expect(await send("nobody@example.org")).toBe("refused");
    expect(await send("full@example.org")).toBe("again");
    expect(await send("gone@example.org")).toBe("again");
    expect(taken).toHaveLength(2);
  });

  test("is tried again after the operator has mended what the server has against us", async () => {
    const letter = { id, to: "firm@example.org", subject: "s", text: "t" };
    const { port } = server.address() as AddressInfo; // as: it listens on a port
    for (const [account, from] of [
      ["wrong:password@", "moc@example.org"],
      ["", "stranger@example.org"],
    ] as const) {
      const own = openMail({ url: `smtp://${account}127.0.0.1:${port}`, from });
      expect(await own.send(letter)).toBe("again");
      own.close();
    }
  });

  test("while no mail server answers is tried again", async () => {
    const away = openMail({ url: "smtp://127.0.0.1:1", from: "moc@example.org" });
    expect(await away.send({ id, to: "firm@example.org", subject: "s", text: "t" })).toBe("again");
    away.close();
  });
});
