// Written by tools/write-tables.ts from the migrated database; do not edit.
import type { ColumnType, Generated as Filled } from "kysely";

type Generated<T> = Filled<T>;
/** jsonb: read as parsed, written as text. */
type Json = ColumnType<unknown, string, string>;

export type Tables = {
  command: {
    id: string;
    actor_id: string;
    digest: Buffer;
    result: Json;
    recorded_at: Date;
  };
  event: {
    seq: Generated<number>;
    xact: Generated<string>;
    kind: string;
    subject: string;
    actor_id: string;
    actor_kind: string;
    actor_role: Generated<string | null>;
    organisation: Generated<string | null>;
    simulated: boolean;
    occurred_at: Date;
    recorded_at: Date;
    data: Json;
  };
  event_seal: {
    position: number;
    seq: number;
    hash: Buffer;
  };
  schema_migration: {
    name: string;
    hash: string;
    applied_at: Generated<Date>;
  };
  subscriber: {
    name: string;
    position: number;
  };
  timer: {
    id: string;
    kind: string;
    subject: string;
    due_at: Date;
  };
  zone: {
    key: string;
    mode: string;
    time_zone: string;
    made_at: Date;
    zone_time: Generated<Date | null>;
    speed: Generated<number>;
  };
};
