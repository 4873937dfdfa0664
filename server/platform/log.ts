import { type Logger, pino, stdSerializers } from "pino";

/** What is logged of an error. A database quotes rows and values in its own: those are personal data and stay out. */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error) || !("severity" in error)) {
    return error instanceof Error ? stdSerializers.err(error) : error;
  }
  const { code, table, constraint } = error as Error & Record<string, unknown>; // as: fields of the driver's error
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const message = error.message.replace(/: ".*"$/s, ': "…"');
  return { type: "DatabaseError", code, table, constraint, message, stack: frames.join("\n") };
}

/** The log of one process, JSON lines on standard error; LOG_LEVEL as in pino. */
export function openLog(level = "warn"): Logger {
  return pino({ level, serializers: { err: errorForLog } }, pino.destination(2));
}
