import { written } from "./crossing.ts";
import { goodsOf } from "./day.ts";
import { vnPlate } from "./plates.ts";
import { type Random, randomOf } from "./random.ts";
import type { Site } from "./site.ts";
import { minuteMs, type Step, type Truck } from "./truck.ts";
import { serviceMinutes } from "./volumes.ts";

const fullMs = 10 * minuteMs;

/** The yard lets the truck in when it has room, and writes down where it stands. */
export const enterYard: Step = (site, truck, _trip, random) => {
  const at = site.now() + random.minutes(serviceMinutes.yardEntry) * minuteMs;
  const slots = randomOf(`${truck.seed}:slot`);
  site.act(
    at,
    truck,
    (command, slot) => {
      const { key, lets } = site.yardOf(truck.route);
      return lets.gate.enterYard({ command, trip: truck.id, yard: key, slot });
    },
    {
      waits: (moment) => (site.yardOf(truck.route).book.hasRoom(truck.id) ? moment : moment + fullMs),
      says: () => site.yardOf(truck.route).book.place(truck.id, slots),
      paper: {
        by: site.yardOf(truck.route).lets,
        act: (slot) => ({ kind: "enter_yard", yard: site.yardOf(truck.route).key, slot }),
      },
    },
  );
};

/** The goods change over between the Chinese truck and a Vietnamese one, which the firm has named before. */
export function transfer(site: Site, truck: Truck, random: Random): void {
  const { confirms } = site.yardOf(truck.route);
  const trip = truck.id;
  const partner = site.fresh(vnPlate(random), () => vnPlate(random));
  const minutes = random.minutes(serviceMinutes.transfer);
  site.act(
    site.now() + minuteMs,
    truck,
    (command) => site.firmOf(truck).gate.pairTransfer({ command, trip, partner }),
    {
      after: () =>
        site.act(site.now() + minutes * minuteMs, truck, (command) =>
          confirms.gate.transferCargo({ command, trip }),
        ),
    },
  );
}

/** A Chinese truck that has handed its goods over finds others for its way home: the firm declares them before it goes. */
export function takeHome(site: Site, truck: Truck, random: Random): void {
  const goods = [goodsOf(random, "out")];
  const trip = truck.id;
  const declared = (command: string) => site.firmOf(truck).gate.declareReturn({ command, trip, goods });
  site.act(site.now() + minuteMs, truck, declared, { after: () => release(site, truck) });
}

/** The guard lets it pass. */
export function release(site: Site, truck: Truck): void {
  const at = site.desks(truck.route, "release").serve(site.now(), serviceMinutes.release);
  site.act(at, truck, (command) => site.crew.guard.gate.release({ command, trip: truck.id }), {
    paper: written(site, "release"),
  });
}
