// What bench/twin.ts bundles, as the browser gets it: the kernel and what prepares a run.
export { compile } from "@moc/engines/simulation/compile.ts";
export { checkScenario, parseScenario } from "@moc/engines/simulation/parse.ts";
export { advance } from "@moc/engines/simulation/run.ts";
export { createWorld } from "@moc/engines/simulation/world.ts";
