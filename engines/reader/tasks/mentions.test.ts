import { describe, expect, test } from "vitest";
import { Mentions } from "./mentions.ts";

const registered: Record<string, string> = {
  "Ban Quản lý Khu kinh tế": "board",
  "Ban Quản lý dự án": "project-board",
};
const mentioned = (...names: string[]) => {
  const mentions = new Mentions((text) => registered[text] ?? null, null);
  for (const name of names) mentions.remember(name);
  return mentions;
};

describe("a short name", () => {
  test("stands for the last body that was named in full", () => {
    const both = mentioned("Ban Quản lý Khu kinh tế", "Ban Quản lý dự án");
    expect(both.organisationOf("Ban")).toBe("project-board");
    expect(mentioned("Ban Quản lý dự án", "Ban Quản lý Khu kinh tế").organisationOf("Ban Quản lý")).toBe(
      "board",
    );
    expect(mentioned("Ban Quản lý Khu kinh tế").organisationOf("Ban")).toBe("board");
  });

  test("stands for nobody before any body so called was named, or when the name is another", () => {
    expect(mentioned().organisationOf("Ban")).toBeNull();
    expect(mentioned("Ban Quản lý Khu kinh tế").organisationOf("Ban Chỉ đạo")).toBeNull();
    expect(mentioned("Ban Quản lý Khu kinh tế").organisationOf("")).toBeNull();
  });
});
