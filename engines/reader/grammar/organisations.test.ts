import { expect, test } from "vitest";
import { organisationsAt } from "./organisations.ts";
import { endOf, startOf, tokensOf } from "./tokens.ts";

/** The organisations named at the start of a text, joined by " | ", generic ones in brackets. */
function named(text: string): string {
  const tokens = tokensOf(text);
  return organisationsAt(tokens, 0)
    .map((name) => {
      const words = text.slice(startOf(tokens, name.start), endOf(tokens, name.end - 1));
      return name.generic ? `[${words}]` : words;
    })
    .join(" | ");
}

test.each([
  ["Sở Xây dựng rà soát", "Sở Xây dựng"],
  ["Sở Xây dựng xây dựng kế hoạch", "Sở Xây dựng"],
  ["sở Xây dựng rà soát", "sở Xây dựng"],
  ["Sở Kế hoạch và Đầu tư chủ trì", "Sở Kế hoạch và Đầu tư"],
  ["Sở Nông nghiệp và Phát triển nông thôn chủ trì", "Sở Nông nghiệp và Phát triển nông thôn"],
  ["Sở Lao động - Thương binh và Xã hội báo cáo", "Sở Lao động - Thương binh và Xã hội"],
  ["Sở Văn hóa, Thể thao và Du lịch tổ chức", "Sở Văn hóa, Thể thao và Du lịch"],
  ["Sở Khai khoáng và Luyện kim báo cáo", "Sở Khai khoáng và Luyện kim"],
  ["Sở Xây dựng tỉnh Lạng Sơn báo cáo", "Sở Xây dựng tỉnh Lạng Sơn"],
  ["Sở Xây dựng và Công an tỉnh báo cáo", "Sở Xây dựng | Công an tỉnh"],
  ["Sở Y tế, Sở Nội vụ và UBND huyện Cao Lộc", "Sở Y tế | Sở Nội vụ | UBND huyện Cao Lộc"],
  ["Bộ Quốc phòng giao", "Bộ Quốc phòng"],
  ["UBND tỉnh xây dựng, ban hành", "UBND tỉnh"],
  ["ủy ban nhân dân tỉnh ban hành", "ủy ban nhân dân tỉnh"],
  ["UBND các huyện, thành phố rà soát", "UBND các huyện, thành phố"],
  [
    "UBND các huyện: Cao Lộc, Văn Lãng và thành phố Lạng Sơn rà soát",
    "UBND các huyện: Cao Lộc, Văn Lãng và thành phố Lạng Sơn",
  ],
  ["UBND các huyện Cao Lộc, Sở Xây dựng rà soát", "UBND các huyện Cao Lộc | Sở Xây dựng"],
  ["UBND huyện Cao Lộc lập hồ sơ", "UBND huyện Cao Lộc"],
  ["Chủ tịch UBND huyện Cao Lộc chỉ đạo", "Chủ tịch UBND huyện Cao Lộc"],
  ["Chủ tịch, Phó Chủ tịch UBND tỉnh chỉ đạo", "Chủ tịch, Phó Chủ tịch UBND tỉnh"],
  [
    "Giám đốc các Sở: Kế hoạch và Đầu tư, Tài chính báo cáo",
    "[Giám đốc các Sở: Kế hoạch và Đầu tư, Tài chính]",
  ],
  ["Thủ trưởng các sở, ban, ngành báo cáo", "[Thủ trưởng các sở, ban, ngành]"],
  ["Ban Quản lý Khu KTCK Đồng Đăng - Lạng Sơn tập trung", "Ban Quản lý Khu KTCK Đồng Đăng - Lạng Sơn"],
  [
    "Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng-Lạng Sơn xây dựng Kế hoạch",
    "Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng-Lạng Sơn",
  ],
  ["Ban Quản lý dự án đầu tư xây dựng tỉnh phối hợp", "Ban Quản lý dự án đầu tư xây dựng tỉnh"],
  ["Ban Quản lý dự án xây dựng kế hoạch", "Ban Quản lý dự án"],
  ["Ban có trách nhiệm", "Ban"],
  ["ban quản lý Khu kinh tế rà soát", "ban quản lý Khu kinh tế"],
  ["Văn phòng UBND tỉnh tổng hợp", "Văn phòng UBND tỉnh"],
  ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh kiểm tra", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"],
  ["Cục Hải quan tỉnh bố trí", "Cục Hải quan tỉnh"],
  ["Trung tâm Phát triển quỹ đất thành phố Lạng Sơn lập", "Trung tâm Phát triển quỹ đất thành phố Lạng Sơn"],
  ["Viện Khoa học và Công nghệ nghiên cứu", "Viện Khoa học và Công nghệ"],
  ["Công ty Điện lực Lạng Sơn di dời", "Công ty Điện lực Lạng Sơn"],
  ["các cơ quan, đơn vị liên quan báo cáo", "[các cơ quan, đơn vị liên quan]"],
  ["các phòng chuyên môn thuộc Ban Quản lý rà soát", "[các phòng chuyên môn thuộc Ban Quản lý]"],
  ["các đơn vị của tỉnh báo cáo", "[các đơn vị của tỉnh]"],
  ["các đơn vị của họ báo cáo", "[các đơn vị]"],
  ["chủ đầu tư dự án và các đơn vị liên quan khắc phục", "[chủ đầu tư dự án] | [các đơn vị liên quan]"],
  ["các sở, ngành và UBND các huyện rà soát", "[các sở, ngành] | UBND các huyện"],
  ["nhà thầu huy động", "[nhà thầu]"],
  ["Tổ chức Lễ kỷ niệm", ""],
  ["TỔ CHỨC THỰC HIỆN", ""],
  ["Ban hành Quyết định", ""],
  ["Phòng chống thiên tai", ""],
  ["bộ hồ sơ", ""],
  ["các biện pháp", ""],
  ["Giám đốc", ""],
])("%s", (text, expected) => {
  expect(named(text)).toBe(expected);
});
