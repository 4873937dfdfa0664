import { z } from "zod";
import { Key } from "../values/ids.ts";
import { LocalText } from "../values/text.ts";

/** What an organisation is. Competence is not concluded from it: that is a duty, with its own dates. */
export const OrganisationType = z
  .enum([
    "board",
    "gate_centre",
    "border_guard",
    "customs",
    "health_quarantine",
    "plant_quarantine",
    "animal_quarantine",
    "traffic_police",
    "provincial_council",
    "provincial_committee",
    "department",
    "district",
    "commune",
    "committee",
    "project_board",
    "yard_firm",
    "firm",
    "customs_agent",
    "tax",
    "counterpart",
    "other",
  ])
  .meta({ id: "OrganisationType" });
export type OrganisationType = z.infer<typeof OrganisationType>;

export const organisationFields = {
  type: OrganisationType,
  name: LocalText,
  shortName: LocalText.nullable(),
  aliases: z.array(z.string().min(1)).describe("Other spellings and former short forms, for search"),
  parent: Key.nullable().describe("Organisation that it is a unit of"),
};

/** Who is charged with what, and where. Code names of GLOSSARY.md. */
export const DutyName = z
  .enum([
    "zone_management",
    "steer_traffic",
    "flow_orders",
    "border_control",
    "customs_control",
    "health_quarantine",
    "plant_quarantine",
    "animal_quarantine",
    "collect_fees",
    "run_platform",
    "planning_appraisal",
    "land_clearance",
    "public_investment",
    "transport_works",
    "cluster_management",
    "market_management",
    "labour_affairs",
    "ethnic_affairs",
    "run_yard",
  ])
  .meta({ id: "DutyName" });
export type DutyName = z.infer<typeof DutyName>;

export const dutyFields = {
  duty: DutyName,
  organisation: Key,
  places: z.array(Key).nullable().describe("Gates, routes or yards it is limited to; null: the whole zone"),
};

/**
 * One organisation's duties pass to another on the row's first day. Per duty, because one district splits into many
 * communes; `duty` null: everything passes.
 */
export const successionFields = {
  predecessor: Key,
  successor: Key,
  duty: DutyName.nullable(),
  note: LocalText.nullable(),
};
