import { lazyRouteComponent } from "@tanstack/react-router";

export const OperationsScreen = lazyRouteComponent(
  () => import("./operations/operations-screen.tsx"),
  "OperationsScreen",
);
export const TodayScreen = lazyRouteComponent(() => import("./today/today-screen.tsx"), "TodayScreen");
export const DutyScreen = lazyRouteComponent(() => import("./duty/duty-screen.tsx"), "DutyScreen");
export const PaperScreen = lazyRouteComponent(() => import("./paper/paper-screen.tsx"), "PaperScreen");
export const BulletinScreen = lazyRouteComponent(
  () => import("./bulletin/bulletin-screen.tsx"),
  "BulletinScreen",
);
export const CountsScreen = lazyRouteComponent(() => import("./counts/counts-screen.tsx"), "CountsScreen");
export const QueueScreen = lazyRouteComponent(() => import("./queue/queue-screen.tsx"), "QueueScreen");
export const QueuesScreen = lazyRouteComponent(() => import("./queue/queues-screen.tsx"), "QueuesScreen");
export const TripsScreen = lazyRouteComponent(() => import("./trip/trips-screen.tsx"), "TripsScreen");
export const TripScreen = lazyRouteComponent(() => import("./trip/trip-screen.tsx"), "TripScreen");
export const DeskScreen = lazyRouteComponent(() => import("./desk/desk-screen.tsx"), "DeskScreen");
export const SteeringScreen = lazyRouteComponent(
  () => import("./steering/steering-screen.tsx"),
  "SteeringScreen",
);
export const DeclareScreen = lazyRouteComponent(
  () => import("./declare/declare-screen.tsx"),
  "DeclareScreen",
);
export const DeclareStepScreen = lazyRouteComponent(
  () => import("./declare/declare-screen.tsx"),
  "DeclareStepScreen",
);
export const ImportScreen = lazyRouteComponent(() => import("./declare/import-screen.tsx"), "ImportScreen");
export const AmendScreen = lazyRouteComponent(() => import("./declare/amend-screen.tsx"), "AmendScreen");
export const AmendPartScreen = lazyRouteComponent(
  () => import("./declare/amend-screen.tsx"),
  "AmendPartScreen",
);
