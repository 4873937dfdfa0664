import { z } from "zod";

/** A file that is handed to the reader. */
export const Download = z
  .strictObject({ name: z.string(), mediaType: z.string(), content: z.base64().describe("Its bytes") })
  .meta({ id: "Download" });
export type Download = z.infer<typeof Download>;
