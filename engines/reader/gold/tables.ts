import type { Deadline } from "../reading.ts";

/** A task that a person found in a text: quoted by its first and last words, lead by the id of the test register. */
export interface GoldTask {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly lead: string | null;
  readonly deadline: Omit<Deadline, "text">;
}

export interface GoldTable {
  readonly file: string;
  readonly note: string;
  readonly tasks: readonly GoldTask[];
  /** "number/symbol day", or the words of a document without number. */
  readonly cites: readonly string[];
}

export interface GoldRow {
  readonly id: string;
  readonly span: readonly [number, number];
  readonly lead: string | null;
  readonly deadline: Omit<Deadline, "text">;
}

export interface GoldText {
  readonly name: string;
  readonly text: string;
  readonly rows: readonly GoldRow[];
  readonly cites: readonly string[];
}

/** A text with its gold rows as spans of the text. A quote that is not in the text is an error of the table. */
export function goldText(name: string, table: GoldTable, text: string): GoldText {
  const rows = table.tasks.map((task) => {
    const start = text.indexOf(task.from);
    const end = text.indexOf(task.to, start);
    if (start < 0 || end < 0) throw new Error(`${name} ${task.id}: the quote is not in the text`);
    return {
      id: task.id,
      span: [start, end + task.to.length] as const,
      lead: task.lead,
      deadline: task.deadline,
    };
  });
  return { name, text, rows, cites: table.cites };
}
