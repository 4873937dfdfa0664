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
import {
  AmendPartScreen,
  AmendScreen,
  BulletinScreen,
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

const root = createRootRoute({
  validateSearch: Search,
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
      <Shell>
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

const parent = { getParentRoute: () => root } as const;

const UpkeepScreen = lazyRouteComponent(() => import("./shell/upkeep-screen.tsx"), "UpkeepScreen");

const routeTree = root.addChildren([
  createRoute({ ...parent, path: "/", component: Home }),
  createRoute({ ...parent, path: "/queue", component: QueuesScreen }),
  createRoute({ ...parent, path: "/queue/$route/$direction", component: QueueScreen }),
  createRoute({ ...parent, path: "/trips", component: TripsScreen }),
  createRoute({ ...parent, path: "/trips/$trip", component: TripScreen }),
  createRoute({ ...parent, path: "/trips/$trip/amend", component: AmendScreen }),
  createRoute({ ...parent, path: "/trips/$trip/amend/$part", component: AmendPartScreen }),
  createRoute({ ...parent, path: "/desk", component: DeskScreen }),
  createRoute({ ...parent, path: "/today", component: TodayScreen }),
  createRoute({ ...parent, path: "/steering", component: SteeringScreen, validateSearch: AskedOrder }),
  createRoute({ ...parent, path: "/duty", component: DutyScreen }),
  createRoute({ ...parent, path: "/paper", component: PaperScreen }),
  createRoute({ ...parent, path: "/bulletin", component: BulletinScreen }),
  createRoute({ ...parent, path: "/administration", component: RegistryScreen }),
  createRoute({ ...parent, path: "/administration/conflicts", component: ConflictsScreen }),
  createRoute({ ...parent, path: "/administration/accounts", component: AccountsScreen }),
  createRoute({ ...parent, path: "/administration/tokens", component: TokensScreen }),
  createRoute({ ...parent, path: "/administration/audit", component: AuditScreen }),
  createRoute({ ...parent, path: "/administration/upkeep", component: UpkeepScreen }),
  createRoute({ ...parent, path: "/account/second-factor", component: SecondFactorScreen }),
  createRoute({ ...parent, path: "/declare", component: DeclareScreen }),
  createRoute({ ...parent, path: "/declare/import", component: ImportScreen }),
  createRoute({ ...parent, path: "/declare/$step", component: DeclareStepScreen }),
]);

export const router = createRouter({ routeTree, defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
