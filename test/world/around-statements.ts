import type { Db, Tx } from "@moc/server/platform/database/handle.ts";

type Around = (text: string, run: () => Promise<unknown>) => Promise<unknown>;

/** The same database with `around` about each statement that is written as SQL: for tests of one that fails, or takes its time. */
export function aroundStatements<Handle extends Db | Tx>(db: Handle, around: Around): Handle {
  return instead(db, "getExecutor", () =>
    instead(
      db.getExecutor(),
      "executeQuery",
      (query, ...rest) =>
        around((query as { sql: string }).sql, () =>
          db.getExecutor().executeQuery(query as never, ...(rest as [])),
        ), // as: handed on as they came
    ),
  );
}

/** An object with one method replaced; the others keep their own `this`. */
function instead<Of extends object>(
  object: Of,
  name: keyof Of,
  method: (...given: unknown[]) => unknown,
): Of {
  return new Proxy(object, {
    get(of, key) {
      if (key === name) return method;
      const value: unknown = Reflect.get(of, key, of);
      return typeof value === "function" ? value.bind(of) : value;
    },
  });
}
