import { paperActWords } from "@moc/contract/gate/messages/paper.ts";
import { useZoneRegistry } from "../../../shell/names.ts";
import { langs, speaker, type Texts } from "../../../ui/text.ts";

const texts = {
  slip: { vi: "Phiếu theo xe", en: "Truck slip", zh: "随车单" },
  truck: { vi: "Biển số, mã tờ khai", en: "Plate, declaration code", zh: "车牌、申报编号" },
  act: { vi: "Việc", en: "Act", zh: "事项" },
  time: { vi: "Ngày, giờ", en: "Day, time", zh: "日期、时间" },
  result: { vi: "Nơi, kết quả", en: "Place, result", zh: "地点、结果" },
  hand: { vi: "Cơ quan, người ghi, ký", en: "Force, written by, signature", zh: "单位、填写人、签名" },
  rule: {
    vi: "Một phiếu cho một xe. Chỗ trong hàng tính từ lúc nhập vào hệ thống.",
    en: "One slip for one truck. A place in the queue is of the moment of entry.",
    zh: "一车一单。排位以录入系统的时刻为准。",
  },
} as const satisfies Texts;

const words = langs.map((lang) => speaker(texts, lang));
const said = (key: keyof typeof texts) => words.map((say) => say(key)).join(" / ");
const acts = Object.entries(paperActWords);
/** Checks are answered by several forces on one slip. */
const lines = acts.flatMap(([kind, word]) => Array.from({ length: kind === "check" ? 4 : 1 }, () => word));

const blank = "\u00A0";

/** Blank slips on paper alone, two on a sheet, in three languages. */
export function BlankSlips({ range }: { range: { route: string; first: number; last: number } }) {
  const { data } = useZoneRegistry();
  const route = data?.route.find((row) => row.key === range.route)?.name;
  const numbers = Array.from({ length: range.last - range.first + 1 }, (_, at) => range.first + at);
  return (
    <div className="blank-slips" aria-hidden="true">
      {numbers.map((number) => (
        <section key={number}>
          <p className="blank-head">
            <b>{said("slip")}</b>
            <b className="blank-number">{number}</b>
          </p>
          <p>
            {data?.zone[0]?.name.vi}, {route?.vi ?? range.route}
          </p>
          <p className="blank-truck">{said("truck")}:</p>
          <table>
            <thead>
              <tr>
                {(["act", "time", "result", "hand"] as const).map((key) => (
                  <th key={key}>{said(key)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((word, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- the lines of a form stand still
                <tr key={at}>
                  <td>{langs.map((lang) => word[lang]).join(" / ")}</td>
                  <td>{blank}</td>
                  <td>{blank}</td>
                  <td>{blank}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{said("rule")}</p>
        </section>
      ))}
    </div>
  );
}
