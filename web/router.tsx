import { Key } from "@moc/contract/values/ids.ts";
import { CivilDate, Instant } from "@moc/contract/values/time.ts";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  retainSearchParams,
  useLocation,
} from "@tanstack/react-router";
import { Suspense } from "react";
import { z } from "zod";
import { HelpButton } from "./help/help-button.tsx";
import type { HelpName } from "./help/helps.ts";
import {
  AmendPartScreen,
  AmendScreen,
  BulletinScreen,
  CountsScreen,
  DeclareScreen,
  DeclareStepScreen,
  DeskScreen,
  DutyScreen,
  ImportScreen,
  OperationsScreen,
  PaperScreen,
  QueueScreen,
  QueuesScreen,
  SteeringScreen,
  TodayScreen,
  TripScreen,
  TripsScreen,
} from "./modules/gate/index.tsx";
import {
  AccountsScreen,
  AuditScreen,
  SecondFactorScreen,
  SetPassword,
  SignIn,
  TokensScreen,
} from "./modules/identity/index.tsx";
import { ConflictsScreen, RegistryScreen } from "./modules/registry/index.tsx";
import { declaresOnly } from "./shell/duties.ts";
import { NotFound } from "./shell/not-found.tsx";
import { SessionGate, useSession } from "./shell/session.tsx";
import { Shell } from "./shell/shell.tsx";

/** `asOf` stays in the address from screen to screen; an impossible day is dropped, not an error page. */
const Search = z.object({
  asOf: CivilDate.optional().catch(undefined),
  /** With what a browser comes back from the organisation's directory; the sign-in screen says it in words. */
  directory: z.string().max(40).optional().catch(undefined),
});

/** An alert opens the form of an order on a route, for a time. */
const AskedOrder = z.object({
  route: Key.optional().catch(undefined),
  from: Instant.optional().catch(undefined),
  to: Instant.optional().catch(undefined),
});

/** An alert opens the list of its own trips. */
const AskedTrips = z.object({ alert: z.string().max(200).optional().catch(undefined) });

const root = createRootRoute({
  validateSearch: Search,
  // Shown on an address that is no screen.
  staticData: { help: "operations" },
  notFoundComponent: NotFound,
  search: { middlewares: [retainSearchParams(["asOf"])] },
  component: Root,
});

/** The page behind a one-time link is for whoever holds the link, signed in or not. */
function Root() {
  const { pathname } = useLocation();
  if (pathname === "/set-password") {
    return (
      <Suspense fallback={null}>
        <SetPassword />
      </Suspense>
    );
  }
  return (
    <SessionGate signIn={<SignIn />}>
      <Shell help={<HelpButton />}>
        <Outlet />
      </Shell>
    </SessionGate>
  );
}

/** The border for the staff; who only declares begins with the own trips. */
function Home() {
  const { account } = useSession();
  return declaresOnly(account.roles) ? <TripsScreen /> : <OperationsScreen />;
}

/** A screen of the frame, with the help that explains it. */
const under = (help: HelpName) => ({ getParentRoute: () => root, staticData: { help } });

const UpkeepScreen = lazyRouteComponent(() => import("./shell/upkeep-screen.tsx"), "UpkeepScreen");

const routeTree = root.addChildren([
  createRoute({ ...under("operations"), path: "/", component: Home }),
  createRoute({ ...under("queues"), path: "/queue", component: QueuesScreen }),
  createRoute({ ...under("queue"), path: "/queue/$route/$direction", component: QueueScreen }),
  createRoute({ ...under("trips"), path: "/trips", component: TripsScreen, validateSearch: AskedTrips }),
  createRoute({ ...under("trip"), path: "/trips/$trip", component: TripScreen }),
  createRoute({ ...under("amend"), path: "/trips/$trip/amend", component: AmendScreen }),
  createRoute({ ...under("amend"), path: "/trips/$trip/amend/$part", component: AmendPartScreen }),
  createRoute({ ...under("desk"), path: "/desk", component: DeskScreen }),
  createRoute({ ...under("today"), path: "/today", component: TodayScreen }),
  createRoute({
    ...under("steering"),
    path: "/steering",
    component: SteeringScreen,
    validateSearch: AskedOrder,
  }),
  createRoute({ ...under("duty"), path: "/duty", component: DutyScreen }),
  createRoute({ ...under("paper"), path: "/paper", component: PaperScreen }),
  createRoute({ ...under("bulletin"), path: "/bulletin", component: BulletinScreen }),
  createRoute({ ...under("counts"), path: "/counts", component: CountsScreen }),
  createRoute({ ...under("registry"), path: "/administration", component: RegistryScreen }),
  createRoute({ ...under("conflicts"), path: "/administration/conflicts", component: ConflictsScreen }),
  createRoute({ ...under("accounts"), path: "/administration/accounts", component: AccountsScreen }),
  createRoute({ ...under("tokens"), path: "/administration/tokens", component: TokensScreen }),
  createRoute({ ...under("audit"), path: "/administration/audit", component: AuditScreen }),
  createRoute({ ...under("upkeep"), path: "/administration/upkeep", component: UpkeepScreen }),
  createRoute({ ...under("secondFactor"), path: "/account/second-factor", component: SecondFactorScreen }),
  createRoute({ ...under("declare"), path: "/declare", component: DeclareScreen }),
  createRoute({ ...under("importFile"), path: "/declare/import", component: ImportScreen }),
  createRoute({ ...under("declare"), path: "/declare/$step", component: DeclareStepScreen }),
]);

export const router = createRouter({ routeTree, defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  /** A screen that names no help does not compile. */
  interface StaticDataRouteOption {
    help: HelpName;
  }
}
