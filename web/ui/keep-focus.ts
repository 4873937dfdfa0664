import { useEffect } from "react";

/** One step from what had the focus outwards: a part of the page, and at which place in it the way led on. */
type Step = { within: Element; at: number };

const reachable = "a[href], button, input, select, textarea, [tabindex]:not([tabindex='-1'])";
/** Parts over the page, which give the focus back by themselves when they close. */
const floating = "[role=dialog], [role=menu], .floating";

function trailOf(target: Element): Step[] {
  const trail: Step[] = [];
  for (let at = target; at.parentElement !== null; at = at.parentElement)
    trail.push({ within: at.parentElement, at: [...at.parentElement.children].indexOf(at) });
  return trail;
}

const seen = (part: Element): part is HTMLElement => part instanceof HTMLElement && part.checkVisibility();

/** The first place for the keys in what took the place of something, else in what stood before it. */
function placeAt({ within, at }: Step): HTMLElement | undefined {
  const parts = [...within.children];
  const near = [...parts.slice(at), ...parts.slice(0, at).toReversed()];
  return near
    .flatMap((part) => [...(part.matches(reachable) ? [part] : []), ...part.querySelectorAll(reachable)])
    .find(seen);
}

/** Gives the focus to the head of a part; a head is read and nothing is done with it, so it is not on the way of Tab. */
export function focusHead(part: Element): void {
  const head = part.querySelector<HTMLElement>("h1") ?? part;
  if (!(head instanceof HTMLElement)) return;
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
}

const nowhere = () => document.activeElement === null || document.activeElement === document.body;

/**
 * Keeps the keys where they were: when what had the focus goes (a row that is done, a button that a state takes away), the
 * focus goes to what took its place, and not to the head of the page. `page`: what may lose it.
 */
export function useKeptFocus(page: () => Element | null): void {
  useEffect(() => {
    let had: Element | undefined;
    let trail: Step[] = [];
    let address = "";
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target.closest(floating) !== null) return;
      had = target;
      trail = trailOf(target);
      address = location.pathname;
    };
    const mend = () => {
      const whole = page();
      // Who lost the focus elsewhere, or took it off by a click on nothing, finds it as ever.
      if (had === undefined || had.isConnected || whole === null || !nowhere()) return;
      // Another screen has its own beginning.
      if (address !== location.pathname) return;
      const left = trail.filter(({ within }) => within.isConnected && whole.contains(within));
      if (left.length === 0) return;
      const [place] = had.tagName === "H1" ? [] : left.flatMap((step) => placeAt(step) ?? []);
      if (place === undefined) focusHead(whole);
      else place.focus({ preventScroll: true });
    };
    // What closes gives the focus back within the frame; only what is then still nowhere is mended.
    const watch = new MutationObserver(() => {
      if (had?.isConnected === false && nowhere()) requestAnimationFrame(() => requestAnimationFrame(mend));
    });
    watch.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", note);
    return () => {
      watch.disconnect();
      document.removeEventListener("focusin", note);
    };
  }, [page]);
}
