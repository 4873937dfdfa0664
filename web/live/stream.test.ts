import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startLive, tellSignedOut } from "./stream.ts";

/** A foreign system in the place of the server's stream: which sources are open, from where, and a hand to feed them. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static open: FakeSource[] = [];
  static opened: string[] = [];
  readonly url: string;
  readyState = 1;

  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.open.push(this);
    FakeSource.opened.push(url);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
    FakeSource.open = FakeSource.open.filter((one) => one !== this);
  }
}

/** The server speaks on the one stream that is open. */
function serve(type: "open" | "skip" | "log", position: number): void {
  const data = JSON.stringify({ position, kind: "gate.called", subject: null });
  FakeSource.open.at(-1)?.dispatchEvent(new MessageEvent(type, { data, lastEventId: String(position) }));
}

const tabs: (() => void)[] = [];

/** A tab of the browser: what it has heard, and how it is closed. */
function openTab() {
  const heard: number[] = [];
  const told = { signedOut: 0 };
  const close = startLive({
    onEvent: ({ position }) => heard.push(position),
    onSignedOut: () => (told.signedOut += 1),
  });
  tabs.push(close);
  return { heard, told, close };
}

/** Channel and locks of the same process answer soon, but not at once. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

beforeEach(() => {
  FakeSource.open = [];
  FakeSource.opened = [];
  vi.stubGlobal("EventSource", FakeSource);
});
afterEach(async () => {
  for (const close of tabs.splice(0)) close();
  vi.unstubAllGlobals();
  await settled();
});

test("one tab of a browser reads the stream, and every tab hears each event once", async () => {
  const first = openTab();
  const second = openTab();
  await settled();
  expect(FakeSource.opened).toEqual(["/api/live"]);
  serve("open", 40);
  serve("log", 41);
  serve("log", 42);
  await settled();
  expect([first.heard, second.heard]).toEqual([
    [41, 42],
    [41, 42],
  ]);
});

test("when the tab that reads is closed, another goes on after the last event: none is lost, none told twice", async () => {
  const first = openTab();
  const second = openTab();
  await settled();
  serve("open", 40);
  serve("log", 41);
  await settled();
  first.close();
  await settled();
  expect(FakeSource.open.map((one) => one.url)).toEqual(["/api/live?after=41"]);
  serve("log", 41);
  serve("log", 42);
  expect(second.heard).toEqual([41, 42]);
  expect(first.heard).toEqual([41]);
});

test("a tab that opened while all was quiet goes on from where the other stood", async () => {
  const first = openTab();
  await settled();
  serve("open", 40);
  serve("skip", 47);
  const second = openTab();
  await settled();
  first.close();
  await settled();
  expect(FakeSource.open.map((one) => one.url)).toEqual(["/api/live?after=47"]);
  serve("log", 48);
  expect(second.heard).toEqual([48]);
});

test("sign-out in one tab reaches every other", async () => {
  const first = openTab();
  const second = openTab();
  await settled();
  tellSignedOut();
  await settled();
  expect([first.told.signedOut, second.told.signedOut]).toEqual([1, 1]);
});
