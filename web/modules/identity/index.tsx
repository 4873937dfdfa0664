import { lazyRouteComponent } from "@tanstack/react-router";

export { SignIn } from "./sign-in.tsx";
export const AccountsScreen = lazyRouteComponent(() => import("./accounts-screen.tsx"), "AccountsScreen");
export const AuditScreen = lazyRouteComponent(() => import("./audit-screen.tsx"), "AuditScreen");
export const TokensScreen = lazyRouteComponent(() => import("./tokens-screen.tsx"), "TokensScreen");
export const SetPassword = lazyRouteComponent(() => import("./set-password.tsx"), "SetPassword");
export const SecondFactorScreen = lazyRouteComponent(
  () => import("./second-factor-screen.tsx"),
  "SecondFactorScreen",
);
