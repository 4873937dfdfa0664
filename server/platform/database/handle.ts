import { AsyncLocalStorage } from "node:async_hooks";
import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { openPipeline } from "./pipeline.ts";
import { prepareStatements } from "./prepared.ts";
import type { Tables } from "./tables.ts";

export type Engine = "pglite" | "postgres";
export type Tx = Transaction<Tables>;
export type Db = Kysely<Tables>;

/** One open zone: its tables through the application's role. */
export type Database = {
  engine: Engine;
  schema: string;
  db: Db;
  /** Whether the disk can take more; on PostgreSQL its own server knows, and says so when it cannot. */
  hasRoom(): boolean;
  /** Sends a statement that is a transaction of its own without waiting for the answers to those before it. */
  alone<Row>(text: string, values: readonly unknown[]): Promise<Row[]>;
  /** Opens one transaction. Inside it any use of `db` throws: all work goes through the given `tx`. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

const insideTransaction = new AsyncLocalStorage<true>();

const int8 = 20;
pg.types.setTypeParser(int8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is outside the safe integers`);
  return value;
});
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export type Connection = {
  pool: pg.PoolConfig;
  /** Most connections beside the pool for statements sent alone; without it they take those of the pool. */
  pipelined?: number;
  engine: Engine;
  schema: string;
  afterConnect: string;
  hasRoom?: () => boolean;
  onClose?: () => Promise<void>;
};

/** Wraps a pool whose every connection lives in the zone's schema and in the application's role. */
export function openHandle(connection: Connection): Database {
  const address = { ...connection.pool, application_name: "moc" };
  const pool = new pg.Pool(address);
  // Queries of one client are sent in order, so this runs before the first one of its user.
  pool.on("connect", (client) => {
    // One that breaks in use says so by the query of its user; the driver says it a second time, to nobody, and an error
    // that nobody hears ends the process.
    client.on("error", () => undefined);
    prepareStatements(client);
    // The embedded engine has one session for all connections: what the one before had prepared is still there. A
    // connection without these settings would ask another schema in its user's name: it ends, and the pool opens another.
    const whole = client as pg.ClientBase as pg.Client; // as: the pool makes it of that class, its type hides the end
    client.query(`DEALLOCATE ALL; ${connection.afterConnect}`).catch(() => void whole.end());
  });
  pool.on("error", () => undefined); // an idle connection broke; the pool opens another at the next use
  const connect = pool.connect.bind(pool);
  const guard = () => {
    if (insideTransaction.getStore() === true) {
      throw new Error("the outer database handle was used inside a transaction: pass tx down instead");
    }
  };
  const guarded = {
    connect: () => {
      guard();
      return connect();
    },
    end: () => pool.end(),
    options: pool.options,
  };
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: guarded }) });
  const pipeline =
    connection.pipelined === undefined
      ? undefined
      : openPipeline(address, connection.afterConnect, connection.pipelined);
  return {
    engine: connection.engine,
    schema: connection.schema,
    db,
    hasRoom: connection.hasRoom ?? (() => true),
    async alone<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
      guard();
      if (pipeline !== undefined) return pipeline.query<Row>(text, values);
      return (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
    },
    transaction: (work) => db.transaction().execute((tx) => insideTransaction.run(true, () => work(tx))),
    async close() {
      await pipeline?.close();
      await db.destroy();
      await connection.onClose?.();
    },
  };
}
