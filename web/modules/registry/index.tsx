import { lazyRouteComponent } from "@tanstack/react-router";

export const RegistryScreen = lazyRouteComponent(() => import("./registry-screen.tsx"), "RegistryScreen");
