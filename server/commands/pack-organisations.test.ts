import { readFileSync } from "node:fs";
import { read } from "@moc/engines/reader/read.ts";
import { describe, expect, test } from "vitest";
import { organisationsOfPack } from "./pack-organisations.ts";

const pack = new URL("../../packs/dong-dang/organisations.yaml", import.meta.url);

describe("organisations of a pack's file", () => {
  const register = organisationsOfPack(readFileSync(pack, "utf8"));
  const leadOf = (order: string, day: string) =>
    read(`Lạng Sơn, ngày ${day}\nTHÔNG BÁO\nKết luận\n\nChủ tịch kết luận như sau:\n1. Giao ${order}.`, {
      register,
    }).tasks[0]?.lead.organisation;

  test("every body to which the notice of 11/2024 gives a task is one of the pack", () => {
    const named = {
      "Sở Ngoại vụ hoàn thiện dự thảo văn bản": "so-ngoai-vu",
      "Văn phòng UBND tỉnh tổng hợp nội dung giao ban": "province-office",
      "Sở Kế hoạch và Đầu tư thẩm định chủ trương đầu tư": "so-ke-hoach-dau-tu",
      "Sở Tài nguyên và Môi trường hướng dẫn giải phóng mặt bằng": "so-tai-nguyen-moi-truong",
    };
    for (const [order, key] of Object.entries(named))
      expect(leadOf(order, "29 tháng 11 năm 2024"), order).toBe(key);
  });

  test("a department that has been merged is not found in a later notice", () => {
    const order = "Sở Kế hoạch và Đầu tư thẩm định chủ trương đầu tư";
    expect(leadOf(order, "29 tháng 11 năm 2025")).toBeNull();
  });

  test("rows of another shape are passed over", () => {
    expect(organisationsOfPack("rows:\n  - key: 3\n  - name: { vi: Sở A }\n")).toEqual([]);
    expect(organisationsOfPack("")).toEqual([]);
  });
});
