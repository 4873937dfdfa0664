import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LanguageProvider } from "../../../ui/language.tsx";
import { langs } from "../../../ui/text.ts";
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

test("routes without cargo are named, not drawn", () => {
  const { model, quiet } = borderOf(operations(), "vi");
  expect(quiet).toEqual(["Na Hình"]);
  expect(model.routes.map((route) => route.key)).not.toContain("na-hinh");
});

test("no text of the drawing is left empty or unfilled in any language", () => {
  for (const lang of langs) expect(drawn(lang)).not.toMatch(/undefined|\{[a-z]+\}|NaN/);
});
