import { useEffect, useRef } from "react";
import { typing } from "../../../ui/hotkey.ts";
import { afterKey, burstGap, noBurst } from "./key-bursts.ts";

export type Acts = Readonly<Record<string, () => void>>;

/**
 * One key, one act, for a desk with a scanner: a key acts once nothing has followed it, and what comes in a burst is given
 * as text instead, so that a scanned plate opens a truck and decides nothing about the one before. A lone key that is none
 * of the desk's own goes on to whoever else listens.
 */
export function useDeskKeys(acts: Acts, onScan: (text: string) => void, when = true): void {
  const latest = useRef({ acts, onScan });
  useEffect(() => {
    latest.current = { acts, onScan };
  });
  useEffect(() => {
    if (!when) return undefined;
    let burst = noBurst;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = (event: KeyboardEvent) => {
      const { key } = event;
      if (!/^[\p{L}\p{N}-]$/u.test(key) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!event.isTrusted || typing(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      // A key held down is one key; a scanner lets each go.
      if (event.repeat) return;
      clearTimeout(timer);
      burst = afterKey(burst, key, event.timeStamp);
      if (burst.typed.length > 1) latest.current.onScan(burst.typed);
      else timer = setTimeout(() => act(key), burstGap);
    };
    const act = (key: string) => {
      const own = latest.current.acts[key];
      if (own !== undefined) return own();
      return void document.dispatchEvent(new KeyboardEvent("keydown", { key }));
    };
    document.addEventListener("keydown", listen, { capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", listen, { capture: true });
    };
  }, [when]);
}
