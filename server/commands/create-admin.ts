import { StartError } from "../platform/settings.ts";
import { operand, say, withZone } from "./open.ts";

/** `create-admin USER`: an administrator, with a one-time link to set the password. */
export async function createAdmin(args: string[]): Promise<void> {
  const userName = operand(args);
  if (userName === undefined)
    throw new StartError("create-admin needs a user name: npm run -s moc -- create-admin NAME.");
  const link = await withZone((zone) =>
    zone.identity.createAdmin({ userName, name: userName, language: "vi" }),
  );
  say(args, link, [`Open this link once, within its time, to set the password of ${userName}:`, link.url]);
}
