/** How a value is typed: a text, a figure, yes or no, a list of words, or a structure as JSON. */
type Shape = "text" | "number" | "boolean" | "list" | "json";
export type TypedField = { shape: Shape; text: string };
/** Typed fields by path, `name.vi`. */
export type Typed = ReadonlyMap<string, TypedField>;

const words = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

function shapeOf(value: unknown): Shape {
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  if (words(value)) return "list";
  return typeof value === "object" && value !== null ? "json" : "text";
}

const textOf = (value: unknown, shape: Shape): string => {
  if (value === null || value === undefined) return "";
  if (words(value)) return value.join(", ");
  return shape === "json" ? JSON.stringify(value) : String(value);
};

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === "object" &&
  value !== null &&
  "vi" in value &&
  Object.values(value).every((one) => typeof one === "string");

/** Fields as they are typed; a text in three languages becomes three fields. */
export function typedOf(fields: readonly (readonly [string, unknown])[]): Typed {
  return new Map(
    fields.flatMap(([name, value]): [string, TypedField][] => {
      if (isTexts(value)) {
        return Object.entries(value).map(([lang, text]) => [`${name}.${lang}`, { shape: "text", text }]);
      }
      const shape = shapeOf(value);
      return [[name, { shape, text: textOf(value, shape) }]];
    }),
  );
}

function read({ shape, text }: TypedField): unknown {
  const clean = text.trim();
  if (shape === "list") return clean.split(/\s*,\s*/).filter(Boolean);
  if (clean === "") return null;
  if (shape === "boolean") return clean === "true";
  if (shape === "json") return JSON.parse(clean);
  // A field that was unknown has no shape yet: a figure stays a figure.
  if (shape === "number" || /^\d+(\.\d+)?$/.test(clean)) return Number(clean);
  return clean;
}

/** The typed fields as values again, with the names of those that cannot be read. An empty field is unknown: null. */
export function untyped(typed: Typed): { value: Record<string, unknown>; wrong: readonly string[] } {
  const value: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [path, field] of typed) {
    const [name = path, lang] = path.split(".");
    try {
      if (lang === undefined) value[name] = read(field);
      else value[name] = { ...Object(value[name]), [lang]: field.text };
    } catch {
      wrong.push(name);
    }
  }
  return { value, wrong };
}
