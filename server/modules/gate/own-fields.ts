import { Refusal } from "@moc/contract/values/refusal.ts";

/**
 * The rules of a filing name a field as the declaration calls it, `declaration.route`. A command that states the same
 * field by another name says so in its own words: `names` holds them by those of the declaration.
 */
export async function inOwnFields<T>(
  names: Readonly<Record<string, string>>,
  decide: () => Promise<T>,
): Promise<T> {
  try {
    return await decide();
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error;
    const { code, params, faults } = error;
    throw new Refusal(code, { params, faults, field: names[error.field] ?? error.field });
  }
}
