import type { OperationsView } from "@moc/contract/gate/operations.ts";
import { useNavigate } from "@tanstack/react-router";

/** Opens what a route has behind it: its export queue, or the counts of a place where nobody is declared. */
export function useOpenRoute({ routes }: OperationsView): (route: string) => void {
  const navigate = useNavigate();
  return (key) => {
    const counted = routes.some((route) => route.key === key && route.counted !== null);
    if (counted) void navigate({ to: "/counts" });
    else void navigate({ to: "/queue/$route/$direction", params: { route: key, direction: "export" } });
  };
}
