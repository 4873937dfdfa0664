// Refreshes the page's content by its ETag; says aloud only that it is the driver's turn.
(() => {
  const address = new URL(location.href);
  address.searchParams.set("part", "1");
  const every = 20_000;
  let etag = "";
  let called = document.querySelector(".go") !== null;

  async function refresh() {
    if (document.hidden) return;
    const answer = await fetch(address, {
      headers: etag ? { "if-none-match": etag } : {},
      cache: "no-store",
    });
    if (answer.status === 410) location.reload();
    if (!answer.ok) return;
    etag = answer.headers.get("etag") ?? "";
    const content = document.getElementById("content");
    if (content) content.innerHTML = await answer.text();
    const turn = document.querySelector(".go h2");
    const aloud = document.getElementById("aloud");
    if (turn && !called && aloud) aloud.textContent = turn.textContent;
    called = turn !== null;
  }

  setInterval(() => void refresh().catch(() => undefined), every);
  document.addEventListener("visibilitychange", () => void refresh().catch(() => undefined));
})();
