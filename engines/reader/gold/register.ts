import type { RegisteredOrganisation } from "../names/register.ts";

/**
 * Organisations of the five texts for the gold tables, with the succession of 2025 (a name ends where its body
 * did). Test data: the zone's own register comes from its pack.
 */
export const GOLD_REGISTER: readonly RegisteredOrganisation[] = [
  {
    id: "board",
    names: [
      { text: "Ban Quản lý Khu KTCK Đồng Đăng - Lạng Sơn" },
      { text: "Ban Quản lý Khu kinh tế Đồng Đăng - Lạng Sơn" },
    ],
  },
  { id: "province", names: [{ text: "UBND tỉnh" }, { text: "UBND tỉnh Lạng Sơn" }] },
  { id: "province-office", names: [{ text: "Văn phòng UBND tỉnh" }] },
  { id: "planning-investment", names: [{ text: "Sở Kế hoạch và Đầu tư", to: "2025-03-01" }] },
  { id: "natural-resources", names: [{ text: "Sở Tài nguyên và Môi trường", to: "2025-03-01" }] },
  { id: "foreign-affairs", names: [{ text: "Sở Ngoại vụ" }] },
  { id: "industry-trade", names: [{ text: "Sở Công Thương" }] },
  { id: "finance", names: [{ text: "Sở Tài chính" }] },
  {
    id: "project-board",
    names: [{ text: "Ban Quản lý dự án đầu tư xây dựng tỉnh" }, { text: "Ban Quản lý Đầu tư xây dựng tỉnh" }],
  },
  { id: "cao-loc", names: [{ text: "UBND huyện Cao Lộc", to: "2025-07-01" }] },
  { id: "van-lang", names: [{ text: "UBND huyện Văn Lãng", to: "2025-07-01" }] },
  { id: "loc-binh", names: [{ text: "UBND huyện Lộc Bình", to: "2025-07-01" }] },
];
