import { z } from "zod";

/**
 * Departures from the published order of a queue: a truck goes before its stream, is not called although it is its turn,
 * or goes back from the gate to the place that it had. Each needs a ground of the pack and is public.
 */
export const exceptionKinds = ["priority", "hold", "return"] as const;
export const ExceptionKind = z.enum(exceptionKinds).meta({ id: "ExceptionKind" });
export type ExceptionKind = z.infer<typeof ExceptionKind>;
