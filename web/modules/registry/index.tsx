import { lazyRouteComponent } from "@tanstack/react-router";

export const RegistryScreen = lazyRouteComponent(() => import("./registry-screen.tsx"), "RegistryScreen");
export const ConflictsScreen = lazyRouteComponent(() => import("./conflicts-screen.tsx"), "ConflictsScreen");
