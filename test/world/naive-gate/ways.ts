import type { TripKind } from "@moc/contract/values/traffic.ts";

/**
 * The ways of the trucks as the rules of the gate tell them, written down a second time: event, states from which it may
 * happen, state that follows. `.`: it stays where it is; `back`: where it stood before it was withdrawn.
 */

const everywhere = "withdrawal_undone: withdrawn > back";

const exportVn = `
amended: declared travelling holding called at_gate in_yard checks_done > .
departed: declared > travelling
signalled: declared travelling > .
slot_booked: declared travelling > .
slot_cancelled: declared travelling > .
arrived: declared travelling > holding
slot_opened: holding > .
requeued: holding > .
prioritised: holding > .
held_back: holding > .
exception_lifted: holding > .
postponed: holding > . | called > holding
resumed: holding > .
called: holding > called
sent_back: called at_gate > holding
reached: called > at_gate
yard_entered: at_gate > in_yard
check_decided: holding called at_gate in_yard > . | checks_done > in_yard
checks_done: in_yard > checks_done
released: checks_done > released
crossed_out: released > abroad
return_declared: abroad > .
crossed_in: abroad > crossed_in
returned: abroad > returned
left: returned > closed
unit_swapped: travelling holding called at_gate in_yard > .
diverted: declared travelling > . | holding called at_gate > travelling
withdrawn: declared travelling holding called at_gate in_yard checks_done > withdrawn
refused: holding called at_gate in_yard > refused
expired: declared travelling called > expired`;

const importVn = `
amended: declared abroad crossed_in in_yard checks_done > .
crossed_out: declared > abroad
returned: abroad > returned
crossed_in: declared abroad > crossed_in
yard_entered: crossed_in > in_yard
check_decided: crossed_in in_yard > . | checks_done > in_yard
checks_done: in_yard > checks_done
released: checks_done > released
left: released returned > closed
unit_swapped: abroad crossed_in in_yard > .
diverted: declared > .
withdrawn: declared crossed_in in_yard checks_done > withdrawn
refused: crossed_in in_yard > refused
expired: declared > expired`;

const importCn = `
amended: declared crossed_in in_yard checks_done transferred inland_allowed > .
crossed_in: declared > crossed_in
yard_entered: crossed_in released > in_yard
return_declared: transferred released > .
check_decided: crossed_in in_yard transferred inland_allowed > . | checks_done > in_yard
checks_done: in_yard > checks_done
transfer_paired: in_yard checks_done > .
cargo_transferred: checks_done > transferred
inland_allowed: checks_done > inland_allowed
released: transferred inland_allowed > released
left: released > closed
unit_swapped: crossed_in in_yard > .
diverted: declared > .
withdrawn: declared crossed_in in_yard checks_done transferred inland_allowed > withdrawn
refused: crossed_in in_yard transferred inland_allowed > refused
expired: declared > expired`;

const exportCn = `
amended: declared crossed_in in_yard transferred checks_done > .
crossed_in: declared > crossed_in
yard_entered: crossed_in > in_yard
transfer_paired: in_yard > .
cargo_transferred: in_yard > transferred
check_decided: crossed_in in_yard transferred > . | checks_done > transferred
checks_done: transferred > checks_done
released: checks_done > released
crossed_out: released > closed
unit_swapped: crossed_in in_yard > .
diverted: declared > .
withdrawn: declared crossed_in in_yard transferred checks_done > withdrawn
refused: crossed_in in_yard transferred > refused
expired: declared > expired`;

const importNewVehicle = `
amended: declared crossed_in in_yard checks_done > .
crossed_in: declared > crossed_in
yard_entered: crossed_in > in_yard
check_decided: crossed_in in_yard > . | checks_done > in_yard
checks_done: in_yard > checks_done
released: checks_done > released
left: released > closed
diverted: declared > .
withdrawn: declared crossed_in in_yard checks_done > withdrawn
refused: crossed_in in_yard > refused
expired: declared > expired`;

/** `event state` → state that follows. */
function read(text: string): Map<string, string> {
  const way = new Map<string, string>();
  for (const line of [everywhere, ...text.trim().split("\n")]) {
    const [event = "", steps = ""] = line.split(": ");
    for (const step of steps.split(" | ")) {
      const [from = "", to = ""] = step.split(" > ");
      for (const state of from.split(" ")) way.set(`${event} ${state}`, to);
    }
  }
  return way;
}

/** The way of each kind of trip. */
export const ways: Record<TripKind, ReadonlyMap<string, string>> = {
  export_vn: read(exportVn),
  export_cn: read(exportCn),
  import_vn: read(importVn),
  import_cn: read(importCn),
  import_new_vehicle: read(importNewVehicle),
};
