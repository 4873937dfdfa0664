import { dayFaults } from "./day-faults.ts";
import { deliveryFaults } from "./delivery-faults.ts";
import { legFaults } from "./leg-faults.ts";
import { orderFaults } from "./order-faults.ts";
import { paperFaults } from "./paper-faults.ts";
import { queueFaults } from "./queue-faults.ts";
import { tripFaults } from "./trip-faults.ts";

/** Faults that the tests of this engine must catch; `tools/seed-faults.ts` seeds them one at a time. */
export const faults = [
  ...tripFaults,
  ...legFaults,
  ...queueFaults,
  ...orderFaults,
  ...paperFaults,
  ...deliveryFaults,
  ...dayFaults,
];
