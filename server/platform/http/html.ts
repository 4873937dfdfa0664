/** Text that is already HTML: made by `html` alone, so that everything else is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

type Value = string | number | null | false | undefined | Html | readonly Html[];

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map((part) => part.text).join("");
  return String(value).replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** A piece of a page. Every value is escaped unless it is itself such a piece; null, undefined and false vanish. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(strings.reduce((text, part, index) => text + written(values[index - 1]) + part));
}
