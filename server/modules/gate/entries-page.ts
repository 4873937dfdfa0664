import type { EntriesProof } from "@moc/contract/gate/entries.ts";
import { fillSentence } from "@moc/contract/values/sentence.ts";
import type { Language } from "@moc/contract/values/text.ts";
import { type Html, html } from "../../platform/http/html.ts";
import { dayClock } from "./zone-clock.ts";

const vi = {
  title: "Kiểm tra bản ghi",
  intact: "Cả {n} bản ghi khớp chuỗi niêm phong.",
  broken: "Có bản ghi không khớp chuỗi niêm phong. Báo Trung tâm Quản lý cửa khẩu.",
  unsealed: "{n} bản ghi mới nhất đang chờ niêm phong; làm mới sau vài giây.",
  how: "Mỗi bản ghi có vị trí và một mã băm tính từ bản ghi trước nó. Sửa, xóa hay chèn một bản ghi làm đổi mọi mã sau đó. Giữ lại trang này: lần sau vị trí và mã phải như cũ.",
  head: "Đầu chuỗi hiện nay",
  position: "Vị trí",
  recorded: "Ghi lúc",
  hash: "Mã băm (SHA-256)",
  none: "Không có tờ khai mang mã này.",
  refresh: "Làm mới",
  check: "Kiểm tra bản ghi trong chuỗi niêm phong",
};
type Words = Record<keyof typeof vi, string>;
const en: Words = {
  title: "Check the entries",
  intact: "All {n} entries match the sealed chain.",
  broken: "An entry does not match the sealed chain. Tell the Gate Management Centre.",
  unsealed: "The newest {n} wait to be sealed; refresh in a few seconds.",
  how: "Each entry has a position and a hash computed from the entry before it. To change, remove or insert one would change every hash after it. Keep this page: next time positions and hashes must be the same.",
  head: "Head of the chain now",
  position: "Position",
  recorded: "Recorded",
  hash: "Hash (SHA-256)",
  none: "There is no declaration with this code.",
  refresh: "Refresh",
  check: "Check the entries in the sealed chain",
};
const zh: Words = {
  title: "核验记录",
  intact: "全部{n}条记录与封存链一致。",
  broken: "有记录与封存链不符。请告知口岸管理中心。",
  unsealed: "最新{n}条等待封存；请几秒后刷新。",
  how: "每条记录都有位置和由前一条计算的哈希值。修改、删除或插入任何一条都会改变其后全部哈希值。请保存本页：下次位置和哈希值应保持不变。",
  head: "当前链首",
  position: "位置",
  recorded: "记录时间",
  hash: "哈希值（SHA-256）",
  none: "没有此申报码。",
  refresh: "刷新",
  check: "在封存链中核验记录",
};
export const entriesWords: Record<Language, Words> = { vi, en, zh };

/** The public page that proves a declaration's entries; `proof` is null for a code that is not known. */
export function entriesContent(proof: EntriesProof | null, language: Language, timeZone: string): Html {
  const words = entriesWords[language];
  if (proof === null) return html`<main><section class="blk miss"><h1>${words.none}</h1></section></main>`;
  const unsealed = proof.entries.filter((entry) => entry.position === null).length;
  const rows = proof.entries.map(
    ({ position, recordedAt, hash }) =>
      html`<tr><td>${position ?? "…"}</td><td class="nb">${dayClock(new Date(recordedAt), timeZone)}</td><td class="hash">${hash ?? "…"}</td></tr>`,
  );
  const verdict = proof.intact
    ? fillSentence(words.intact, { n: String(proof.entries.length) })
    : words.broken;
  return html`<header class="hd"><h1>${proof.code}</h1><p class="upd">${words.title}</p></header>
<main><section class="${proof.intact ? "blk" : "blk miss"}"><p class="big">${verdict}</p>${unsealed > 0 && html`<p class="sm">${fillSentence(words.unsealed, { n: String(unsealed) })}</p>`}<p class="sm">${words.how}</p></section>
<section class="blk"><table><thead><tr><th scope="col">${words.position}</th><th scope="col">${words.recorded}</th><th scope="col">${words.hash}</th></tr></thead><tbody>${rows}</tbody></table></section>
<section class="blk"><h2>${words.head}</h2><p class="sm">${proof.head.position}</p><p class="hash">${proof.head.hash}</p></section>
<a class="b1" href="?lang=${language}">${words.refresh}</a></main>`;
}
