import { basename } from "node:path";
import { scheduleCommand } from "@moc/engines/schedule/schedule-file.ts";
import { readOperand } from "./text-file.ts";

/** `schedule FILE [--json]`: length, dates, floats and driving chain of a network in our JSON or a PSPLIB `.sm`. */
export async function schedule(args: string[]): Promise<void> {
  const { path, text } = await readOperand("schedule", args);
  const { out, err, status } = scheduleCommand(text, basename(path), args.includes("--json"));
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = status;
}
