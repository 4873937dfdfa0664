import { useEffect } from "react";

/** Whether what is pressed belongs to a field or a dialog. */
export const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null;

/**
 * Runs on a key of the page: a bare letter never fires while the reader types or a dialog is open.
 * `ctrl` asks for Ctrl or Command, and then fires everywhere. A key held down fires once.
 */
export function useHotkey(key: string, run: () => void, { ctrl = false, when = true } = {}): void {
  useEffect(() => {
    if (!when) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key.toLowerCase() || event.altKey) return;
      if (event.repeat) return;
      if (ctrl !== (event.ctrlKey || event.metaKey)) return;
      if (!ctrl && typing(event.target)) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [key, run, ctrl, when]);
}
