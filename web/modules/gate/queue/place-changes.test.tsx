import type { PlaceChange } from "@moc/contract/gate/queue.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LanguageProvider } from "../../../ui/language.tsx";
import { PlaceChanges } from "./place-changes.tsx";

/** A truck that joined at 20 and came forward place by place, a change every minute. */
const history = (changes: number): PlaceChange[] =>
  Array.from({ length: changes }, (_, at) => ({
    at: new Date(Date.UTC(2026, 0, 15, 3, at)).toISOString(),
    from: at === 0 ? null : 21 - at,
    to: 20 - at,
    cause: at === 0 ? "joined" : "called_ahead",
    count: 1,
  }));

const linesOf = (changes: number): string[] => linesIn(history(changes));
const linesIn = (changes: readonly PlaceChange[]): string[] => {
  const html = renderToStaticMarkup(
    <LanguageProvider initial="vi">
      <PlaceChanges changes={changes} now="2026-01-15T09:00:00Z" names={(key) => key} />
    </LanguageProvider>,
  );
  return html.match(/<li.*?<\/li>/g) ?? [];
};

test("of a long history the last changes and how it began are in sight, what lies between is folded", () => {
  const lines = linesOf(20);
  const folded = lines.filter((line) => line.startsWith('<li class="between"'));
  expect([lines.length, folded.length]).toEqual([21, 14]);
  expect(lines[0]).toContain("Từ thứ 2 đến thứ 1");
  expect(lines[5]).toContain("14 thay đổi ở giữa");
  expect(lines[5]).toContain('aria-expanded="false"');
  expect(lines.at(-1)).toContain("Vào hàng chờ ở thứ 20");
  expect(lines.at(-1)).not.toContain("between");
});

test("a short history is told whole", () => {
  for (const changes of [1, 5, 8]) {
    const lines = linesOf(changes);
    expect(lines.length).toBe(changes);
    expect(lines.join("")).not.toContain("between");
  }
  expect(linesOf(9).length).toBe(10);
});

test("who had a place and is placed anew is not said to have arrived again", () => {
  const at = "2026-01-15T07:00:00Z";
  const [line] = linesIn([...history(2), { at, from: 1, to: 5, cause: "joined", count: 4 }]);
  expect(line).toContain("Xe được xếp lại vào hàng.");
});
