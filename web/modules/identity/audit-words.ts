import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import { identityMessages } from "@moc/contract/identity/messages/messages.ts";
import { listed, marks } from "@moc/contract/values/sentence.ts";
import type { Lang, Text } from "../../ui/text.ts";

/** What audited values are called; a value without a word keeps its code name. */
const names: Readonly<Record<string, Text>> = {
  language: { vi: "ngôn ngữ", en: "language", zh: "语言" },
  roles: { vi: "vai trò", en: "roles", zh: "角色" },
  organisation: { vi: "tổ chức", en: "organisation", zh: "机构" },
  disabled: { vi: "khóa", en: "locked", zh: "锁定" },
  persons: { vi: "số người", en: "persons", zh: "人数" },
  trip: { vi: "lượt xe", en: "trip", zh: "车次" },
  action: { vi: "lọc theo việc", en: "action", zh: "操作" },
  actor: { vi: "lọc theo người làm", en: "actor", zh: "操作人" },
  through: { vi: "qua", en: "through", zh: "通过" },
  by: { vi: "nhận biết theo", en: "known by", zh: "识别方式" },
  subject: { vi: "lọc theo đối tượng", en: "concerning", zh: "对象" },
  what: { vi: "danh sách", en: "list", zh: "列表" },
  day: { vi: "ngày", en: "day", zh: "日期" },
  state: { vi: "chặng", en: "stage", zh: "阶段" },
  direction: { vi: "chiều", en: "direction", zh: "方向" },
  route: { vi: "lối", en: "route", zh: "通道" },
  searched: { vi: "có tìm theo chữ", en: "searched by text", zh: "按文字查找" },
  rows: { vi: "số dòng", en: "rows", zh: "行数" },
};
const reasons: Readonly<Record<string, Text>> = {
  "draft of a declaration": { vi: "mở bản nháp khai báo", en: "opened a draft", zh: "打开申报草稿" },
  "trip page": { vi: "mở trang lượt xe", en: "opened the trip", zh: "打开车次页面" },
};
const values: Readonly<Record<string, Text>> = {
  directory: { vi: "hệ thống của cơ quan", en: "the directory", zh: "单位账户系统" },
  subject: { vi: "mã định danh", en: "identifier", zh: "标识符" },
  email: { vi: "địa chỉ thư", en: "e-mail address", zh: "邮箱" },
  trips: { vi: "lượt xe", en: "trips", zh: "车次" },
  export: { vi: "xuất", en: "export", zh: "出口" },
  import: { vi: "nhập", en: "import", zh: "进口" },
};
const states = (lang: Lang): Readonly<Record<string, string>> => gateMessages[lang].states;
const yes: Text = { vi: "có", en: "yes", zh: "是" };
const no: Text = { vi: "không", en: "no", zh: "否" };
const zone: Text = { vi: "cả khu", en: "the zone", zh: "全区" };

/** Why somebody read or changed something: a word of the program's own, else what was typed. */
export const whyWord = (why: string | null, lang: Lang): string => reasons[why ?? ""]?.[lang] ?? why ?? "";

function valueWord(name: string, value: unknown, lang: Lang): string {
  const roles: Readonly<Record<string, string>> = identityMessages[lang].roles;
  if (name === "roles" && Array.isArray(value))
    return listed(
      lang,
      value.map((role) => roles[role] ?? role),
    );
  // Whose data were shown is kept by id; a reader is helped by their number.
  if (Array.isArray(value)) return String(value.length);
  if (typeof value === "boolean") return (value ? yes : no)[lang];
  if (["through", "by", "what", "direction"].includes(name) && typeof value === "string")
    return values[value]?.[lang] ?? value;
  if (name === "state" && typeof value === "string") return states(lang)[value] ?? value;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The values before or after a change, in words; what was left open is left out. */
export function told(values: Readonly<Record<string, unknown>> | null, lang: Lang): string {
  return Object.entries(values ?? {})
    .filter(([name, value]) => value !== undefined && (value !== null || name === "organisation"))
    .map(([name, value]) => {
      const word = names[name]?.[lang] ?? name;
      return `${word} ${value === null ? zone[lang] : valueWord(name, value, lang)}`;
    })
    .join(marks[lang].semicolon);
}
