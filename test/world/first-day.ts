/** The day on which every zone of the tests begins: a pack is dated data, some of which ends. */
export const firstDay = "2026-11-22";
