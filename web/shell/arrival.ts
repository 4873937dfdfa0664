import { useRouterState } from "@tanstack/react-router";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { focusHead, useKeptFocus } from "../ui/keep-focus.ts";

const product = "Mốc";

/** Who comes to another screen begins at its head, with the keys and with the ears, unless the screen asks for something. */
export function useArrival(page: RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef<string>(undefined);
  useKeptFocus(useCallback(() => page.current, [page]));
  useEffect(() => {
    const came = before.current !== undefined && before.current !== path;
    before.current = path;
    if (!came) return;
    // A menu or a dialog from which the reader came closes first, and would take the focus back.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const whole = page.current;
        const inside = "main, [role=dialog]";
        if (whole !== null && !document.activeElement?.closest(inside)) focusHead(whole);
      }),
    );
  }, [page, path]);
  useTitle(page);
}

/** The window is called what its screen is called, so that tabs and what is spoken of them differ. */
function useTitle(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const whole = page.current;
    if (whole === null) return undefined;
    const name = () => {
      const head = [...(whole.querySelector("h1")?.childNodes ?? [])];
      // A state beside the words of a head is no part of its name.
      const words = head.filter((part) => !(part instanceof Element && part.matches(".tag")));
      const named = words.map((part) => part.textContent?.trim()).join(" ");
      document.title = named ? `${named} · ${product}` : product;
    };
    name();
    const watch = new MutationObserver(name);
    watch.observe(whole, { childList: true, subtree: true, characterData: true });
    return () => {
      watch.disconnect();
      document.title = product;
    };
  }, [page]);
}
