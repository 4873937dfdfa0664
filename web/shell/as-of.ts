import { useNavigate, useSearch } from "@tanstack/react-router";

/** The civil day as of which the reader looks, from the address; undefined is now. */
export function useAsOf(): { asOf: string | undefined; setAsOf: (day: string | undefined) => void } {
  const search = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  return {
    asOf: search.asOf,
    setAsOf: (day) => void navigate({ to: ".", search: { asOf: day }, replace: true }),
  };
}
