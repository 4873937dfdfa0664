import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { shellTexts } from "../../../shell/shell-texts.ts";
import { speakOf } from "../../../shell/sides.tsx";
import { clock, clockAcross } from "../../../ui/format.ts";
import { LanguageProvider } from "../../../ui/language.tsx";
import { langs, speaker } from "../../../ui/text.ts";
import { operations } from "./border.fixture.ts";
import { borderOf } from "./border-from-view.ts";
import { BorderMap } from "./border-map.tsx";

const sides = {
  province: { vi: "Lạng Sơn", en: "Lạng Sơn", zh: "谅山" },
  counterpart: { vi: "Quảng Tây", zh: "广西" },
};

const drawn = (lang: (typeof langs)[number]): string =>
  renderToStaticMarkup(
    <LanguageProvider initial={lang}>
      <BorderMap model={borderOf(operations(), lang).model} sides={sides} onOpen={() => undefined} />
    </LanguageProvider>,
  );

test("every route that carries goods is a link whose name speaks state, queues and waits", () => {
  const html = drawn("vi");
  expect(html.match(/<a href=/g)).toHaveLength(7);
  expect(html).toContain(
    'aria-label="Tân Thanh, lối thông quan: Ùn ứ. Chờ xuất 63 xe, 3\u00A0h\u00A020. Chờ nhập 11 xe',
  );
});

test("a border of other countries is drawn with their names, and its clocks go by their times", () => {
  const names = (word: string) => ({ vi: word, en: word, zh: word });
  const side = (country: string) => ({
    country: names(country),
    adjective: names(country),
    party: names(`the side of ${country}`),
    time: names(`${country} City`),
  });
  const across = { ...side("Muangxa"), timeZone: "Asia/Yangon" };
  speakOf({ timeZone: "Asia/Vientiane", here: side("Bienxa"), across });
  const html = drawn("en");
  expect(html).toContain("Diagram of the routes across the border: Bienxa on the left, Muangxa on the right");
  expect(html).toContain("MUANGXA");
  expect(html).not.toMatch(/china|vietnam/i);
  expect(speaker(shellTexts, "en")("acrossTime")).toBe("Muangxa City");
  expect([clock("2026-01-15T07:35:00Z"), clockAcross("2026-01-15T07:35:00Z")]).toEqual(["14:35", "14:05"]);
});

test("an unknown yard capacity is drawn as a question mark, a known one as a filled bar", () => {
  const html = drawn("vi");
  expect(html.match(/class="capu"/g)).toHaveLength(4);
  expect(html.match(/class="cap1"/g)).toHaveLength(1);
});

test("a route whose marker pair is unknown shows a ring with a question mark instead of posts", () => {
  const html = drawn("vi");
  expect(html.match(/class="post"/g)).toHaveLength(10);
  expect(html).toContain('class="q2">?<');
});

test("a railway shows and speaks what was counted on its last day, with the day, and leads to the counts", () => {
  const html = drawn("vi");
  expect(html).toContain(">ngày 14/01: ra 25 toa, vào 33 toa</text>");
  expect(html).toMatch(/href="\/counts" aria-label="Ga Đồng Đăng[^"]* Đếm theo ngày: ngày 14\/01: ra 25 toa/);
  expect(html.match(/href="\/counts"/g)).toHaveLength(1);
});

test("routes without cargo are named, not drawn", () => {
  const { model, quiet } = borderOf(operations(), "vi");
  expect(quiet).toEqual(["Na Hình"]);
  expect(model.routes.map((route) => route.key)).not.toContain("na-hinh");
});

test("no text of the drawing is left empty or unfilled in any language", () => {
  for (const lang of langs) expect(drawn(lang)).not.toMatch(/undefined|\{[a-z]+\}|NaN/);
});
