/** One decided command: the columns of the register and the log, and the room's own. */
export type StrokeRow = Readonly<Record<string, unknown>>;

/** What of the statement is the room's own. */
export type StrokePartSql = {
  /** What it needs of each command, with types, as in a column list: `trip uuid, writer text`. */
  columns: string;
  /**
   * Changes the rows that still stand as remembered, `FROM given`, which has those columns for every command, and ends in
   * `RETURNING given.*` with the transaction as the text `wrote`.
   */
  update: string;
};

// What the register and the log take of one command.
const common = `command uuid, digest text, at timestamptz, actor uuid, actor_kind text, role text, organisation text,
  simulated boolean, events jsonb`;

/**
 * The statement that stores decided commands and returns `command` and `wrote` of each: its state, and then the command
 * and its events where the state was stored. One command comes as plain values, which the database need not take apart
 * and join; more as one list.
 */
export function strokeStatement({ columns: own, update }: StrokePartSql) {
  const columns = `${common}, ${own}`.split(",").map((column) => {
    const [name = "", type = ""] = column.trim().split(" ");
    return { name, type };
  });
  const ofOne = statementWith(spelled(columns), update);
  const ofMany = statementWith(listed(columns), update);
  return (rows: readonly StrokeRow[]): { text: string; values: unknown[] } => {
    const [row, second] = rows;
    if (row === undefined || second !== undefined) return { text: ofMany, values: [JSON.stringify(rows)] };
    return { text: ofOne, values: columns.map(({ name }) => plain(row[name])) };
  };
}

/** A value as a parameter; records as JSON. */
function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}

type Column = { name: string; type: string };

function spelled(columns: readonly Column[]): string {
  return `SELECT ${columns.map(({ name, type }, at) => `$${at + 1}::${type} AS ${name}`).join(", ")}, 1 AS place`;
}

function listed(columns: readonly Column[]): string {
  return `SELECT * FROM
    ROWS FROM (jsonb_to_recordset($1::jsonb) AS (${columns.map(({ name, type }) => `${name} ${type}`).join(", ")}))
    WITH ORDINALITY AS given (${columns.map(({ name }) => name).join(", ")}, place)`;
}

function statementWith(given: string, update: string): string {
  return `
    WITH given AS (${given}),
    stored AS (${update}),
    commands AS (
      INSERT INTO command (id, actor_id, digest, result, recorded_at)
      SELECT command, actor, decode(digest, 'hex'), '[{}]', at FROM stored),
    told AS (
      INSERT INTO event (kind, subject, data, occurred_at, recorded_at, actor_id, actor_kind, actor_role, organisation,
        simulated)
      SELECT e.kind, e.subject, e.data, least(e.occurred, s.at), s.at, s.actor, s.actor_kind, s.role, s.organisation,
        s.simulated
      FROM stored s, ROWS FROM (jsonb_to_recordset(s.events) AS (kind text, subject uuid, data jsonb,
        occurred timestamptz)) WITH ORDINALITY AS e (kind, subject, data, occurred, place)
      ORDER BY s.place, e.place)
    SELECT command, wrote FROM stored`;
}
