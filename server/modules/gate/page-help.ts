import { readFileSync } from "node:fs";
import { readGlossary, type Term } from "@moc/contract/values/glossary.ts";
import { type Language, type LocalText, languages } from "@moc/contract/values/text.ts";
import { type Html, html } from "../../platform/http/html.ts";

type PageHelp = { points: readonly LocalText[]; terms: readonly string[] };

/** What each public page says of itself; a page that names none of these does not compile. */
const helps = {
  driver: {
    points: [
      {
        vi: "Trang này tự làm mới khi có mạng; không có gì tự chạy thì bấm nút làm mới. Giờ ở đầu trang là lúc đọc gần nhất.",
        en: "This page renews itself while there is a line; if nothing moves, press the button. The time on top says when it was read last.",
        zh: "有网络时自动刷新；若无变化请点刷新按钮。页首时间为最近读取时间。",
      },
      {
        vi: "Thứ tự tính từ lúc xe được xác nhận đã đến bằng hai tín hiệu độc lập. Không ai bán hay sửa được thứ tự.",
        en: "The place counts from the moment at which two independent signals confirmed that the truck had come. Nobody can sell or edit it.",
        zh: "位次自两个独立信号确认到达时起算，任何人不能买卖或更改。",
      },
      {
        vi: "Đến lượt thì trang đổi sang màu vàng, ghi nơi phải đến và giờ cuối. Chưa đi được thì bấm lùi lượt khi nút còn hiện.",
        en: "When it is your turn the page turns yellow and says where to go and until when. If you cannot go, postpone while the button is there.",
        zh: "轮到您时页面变黄，写明去处与截止时间。若不能前往，请在按钮可见时选择延后。",
      },
      {
        vi: "Liên kết này chỉ của xe này: đừng đưa cho người khác. Đổi lái xe thì xin liên kết mới.",
        en: "This link is this truck's alone: do not pass it on. Another driver asks for a link of his own.",
        zh: "此链接仅属本车，请勿转给他人。换司机须另取链接。",
      },
    ],
    terms: ["place", "call_forward", "postponement_rule", "park", "checks_done", "order"],
  },
  queue: {
    points: [
      {
        vi: "Ai cũng xem được trang này. Biển số chỉ hiện ba ký tự cuối; hàng hóa và người không hiện.",
        en: "Everybody may read this page. Of a plate it shows the last three characters; neither goods nor persons.",
        zh: "任何人均可查看本页。车牌只显示后三位，不显示货物与人员。",
      },
      {
        vi: "Mọi trường hợp không theo thứ tự đều ghi ở đây: lúc nào, cơ quan nào, căn cứ gì.",
        en: "Every departure from the order stands here: when, which organisation, on what ground.",
        zh: "凡未按次序者均列于此：何时、何单位、依据为何。",
      },
    ],
    terms: ["place", "stream", "slot_rule", "exceptionKinds", "exception_ground"],
  },
  intake: {
    points: [
      {
        vi: "Dành cho các tỉnh gửi hàng: hôm nay mỗi lối tiếp nhận thế nào và còn tồn bao nhiêu, để quyết định cho xe lên hay chờ.",
        en: "For the sending provinces: how each route takes in today and how many are left waiting, to decide whether to send trucks or hold them back.",
        zh: "供来车省份参考：各通道今日接收情况与滞留数，以决定发车或等待。",
      },
      {
        vi: "“Không rõ” nghĩa là chưa có nguồn nào nói, không phải bằng không.",
        en: "“Unknown” means that no source says so, not zero.",
        zh: "“不详”表示无来源说明，而非为零。",
      },
    ],
    terms: ["backlog", "clearance_route", "stop_intake", "pre_registered"],
  },
  entries: {
    points: [
      {
        vi: "Trang này cho biết các dòng của một mã khai báo có nằm nguyên vẹn trong nhật ký đã niêm phong hay không.",
        en: "This page tells whether the entries of a declaration code stand unaltered in the sealed log.",
        zh: "本页说明某申报编号的记录是否完整存在于已封存日志中。",
      },
      {
        vi: "So vị trí và mã băm với lần xem trước: nếu khác, hãy báo Trung tâm Quản lý cửa khẩu.",
        en: "Compare position and hash with what you saw before: when they differ, tell the Gate Management Centre.",
        zh: "请与此前所见的位置和哈希比较；若不同，请告知口岸管理中心。",
      },
    ],
    terms: ["declaration", "gate_centre"],
  },
} as const satisfies Record<string, PageHelp>;

export type PageHelpName = keyof typeof helps;

const words = {
  vi: { help: "Trợ giúp", terms: "Từ trên trang này" },
  en: { help: "Help", terms: "Words on this page" },
  zh: { help: "帮助", terms: "本页用语" },
} as const satisfies Record<Language, object>;

const glossary = readGlossary(readFileSync(new URL("../../../GLOSSARY.md", import.meta.url), "utf8"));

/** The help at the foot of a public page: a plain section that opens without script. */
export function pageHelp(name: PageHelpName, language: Language): Html {
  const { points, terms }: PageHelp = helps[name];
  const others = (term: Term) =>
    languages.filter((one) => one !== language).map((one) => html`<span lang="${one}">${term[one]}</span>`);
  const known = terms.flatMap((code) => glossary.get(code) ?? []);
  return html`<details class="blk help"><summary>${words[language].help}</summary>
${points.map((point) => html`<p class="sm">${point[language]}</p>`)}<h2>${words[language].terms}</h2>
<dl class="sm">${known.map((term) => html`<dt>${term[language]}</dt><dd>${others(term)}</dd>`)}</dl></details>`;
}
