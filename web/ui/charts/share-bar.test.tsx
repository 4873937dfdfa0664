import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { ShareBar } from "./share-bar.tsx";

const part = (label: string, amount: number) => ({ label, amount, text: `${amount} min` });

test("a stage through which a truck came twice stands twice, in one colour, and leaves nothing behind", () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const parts = [part("holding", 25), part("called", 53), part("holding", 318)];
  const html = renderToStaticMarkup(<ShareBar parts={parts} label="by stage" />);
  expect([...html.matchAll(/<i class="(s\d)" style/g)].map(([, tone]) => tone)).toEqual(["s1", "s2", "s1"]);
  expect([...html.matchAll(/<dd class="num">(\d+)/g)].map(([, n]) => Number(n))).toEqual([25, 53, 318]);
  // Two parts under one key would stay on the screen of the next truck.
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});

test("every stage of a long way has a colour", () => {
  const parts = Array.from({ length: 9 }, (_, at) => part(`stage ${at}`, 1));
  const html = renderToStaticMarkup(<ShareBar parts={parts} label="by stage" />);
  const tones = [...html.matchAll(/<i class="(s\d)" style/g)].map(([, tone]) => tone);
  expect(tones).toEqual(["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s1", "s2"]);
});
