import { useSyncExternalStore } from "react";

const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];
export const densities = ["normal", "tight", "wall"] as const;
export type Density = (typeof densities)[number];

const listeners = new Set<() => void>();
const told = () => {
  for (const listener of listeners) listener();
};
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const root = () => document.documentElement.dataset;
const theme = (): Theme => (root().theme === "dark" ? "dark" : "light");
const density = (): Density => densities.find((name) => name === root().density) ?? "normal";

/** Puts the reader's stored look on the page; without one, the system's theme. Call before the first render. */
export function applyLook(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  root().theme = localStorage.getItem("moc.theme") ?? (dark ? "dark" : "light");
  root().density = localStorage.getItem("moc.density") ?? "normal";
}

export const useTheme = () => useSyncExternalStore(listen, theme, () => "light" as const);
export const useDensity = () => useSyncExternalStore(listen, density, () => "normal" as const);

export function setTheme(value: Theme): void {
  root().theme = value;
  localStorage.setItem("moc.theme", value);
  told();
}

export function setDensity(value: Density): void {
  root().density = value;
  localStorage.setItem("moc.density", value);
  told();
}
