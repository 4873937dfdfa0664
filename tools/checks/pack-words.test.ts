import { expect, test } from "vitest";
import { packWords } from "./pack-words.ts";
import { treeOf } from "./tree.ts";

const found = (path: string, text: string) => packWords(treeOf(new Map([[path, text]]))).length;

test("a source that names a capital, a time zone or the other country of one border is found", () => {
  expect(found("web/ui/format.ts", 'const zone = "Asia/Shanghai";')).toBe(1);
  expect(found("server/modules/gate/driver-words.ts", 'const at = "Giờ Bắc Kinh {t}";')).toBe(1);
  expect(found("web/shell/header.tsx", "// the clock of Hanoi")).toBe(1);
  expect(found("contract/gate/messages/notice.ts", 'const zh = "中方关闭";')).toBe(1);
});

test("packs and tests name the sides of their own border", () => {
  expect(found("packs/dong-dang/zone.yaml", "timeZone: Asia/Shanghai")).toBe(0);
  expect(found("web/ui/format.test.ts", 'const zone = "Asia/Shanghai";')).toBe(0);
  expect(found("web/ui/format.ts", 'const text = "giờ {here.time}";')).toBe(0);
});
