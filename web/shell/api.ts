import { api } from "@moc/contract/api.ts";
import { createORPCClient, ORPCError } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import type { JsonifiedClient } from "@orpc/openapi-client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { QueryClient } from "@tanstack/react-query";

const link = new OpenAPILink(api, {
  url: () => `${location.origin}/api`,
  // A stranger's refusals come in the language of the page; an account's language is known to the server.
  headers: () => ({ "accept-language": document.documentElement.lang }),
});

/** The public API, typed from its contract; the same one that forces and firms use. */
export const client: JsonifiedClient<ContractRouterClient<typeof api>> = createORPCClient(link);

/** Query and mutation options of every procedure. */
export const orpc = createTanstackQueryUtils(client);

/** Whether the server heard and said no: an answer, unlike a broken line or a server that is restarting. */
export const refused = (error: unknown): boolean => error instanceof ORPCError && error.status < 500;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal is an answer; only a broken line or a restarting server is worth another try.
      retry: (times, error) => !refused(error) && times < 3,
    },
    mutations: { retry: false },
  },
});

/** A new id for a command: made once per intention, so that a retry is recognised as the same command. */
export const commandId = (): string => crypto.randomUUID();

type FieldFault = { path: string; code: string; message: string };

/** What the server said no to: the sentence in the reader's language, and the fields at fault by path. */
export type Refusal = {
  code: string;
  message: string;
  fields: readonly FieldFault[];
  requestId: string | undefined;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const isFault = (value: unknown): value is FieldFault =>
  isRecord(value) && typeof value.path === "string" && typeof value.message === "string";

/** Reads an error of the client; undefined when the server could not be reached at all. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ORPCError)) return undefined;
  const data: unknown = error.data;
  const fields = isRecord(data) && Array.isArray(data.fields) ? data.fields.filter(isFault) : [];
  const requestId = isRecord(data) && typeof data.requestId === "string" ? data.requestId : undefined;
  return { code: error.code, message: error.message, fields, requestId };
}
