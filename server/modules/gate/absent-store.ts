import type { Direction } from "@moc/contract/values/traffic.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/database/handle.ts";

export type Absent = {
  /** Declarations of this plate, and of all plates, that ended before the truck came. */
  ofPlate: number;
  ofFiler: number;
  /** Whether the filer has brought this truck since then. */
  brought: boolean;
};

/** What became of the declarations that one organisation has filed, since an instant. */
export async function countAbsent(
  tx: Tx,
  filed: { by: string; plate: string; direction: Direction; since: Date },
): Promise<Absent> {
  const { by, plate, direction, since } = filed;
  const { rows } = await sql<Absent>`
    WITH filed AS (
      SELECT plate, coalesce(arrived_at, in_at, out_at) IS NOT NULL AS came, ended_at FROM gate_trip
      WHERE direction = ${direction} AND state_since > ${since}
        AND ((declarant = ${by} AND filed_by IS NULL) OR filed_by = ${by}))
    SELECT count(*) FILTER (WHERE plate = ${plate} AND NOT came AND ended_at IS NOT NULL) AS "ofPlate",
      count(*) FILTER (WHERE NOT came AND ended_at IS NOT NULL) AS "ofFiler",
      coalesce(bool_or(plate = ${plate} AND came), false) AS brought
    FROM filed`.execute(tx);
  return rows[0] ?? { ofPlate: 0, ofFiler: 0, brought: false };
}
