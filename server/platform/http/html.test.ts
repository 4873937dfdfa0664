import { expect, test } from "vitest";
import { html } from "./html.ts";

test("every value is escaped unless it is itself a piece of a page", () => {
  const name = `<script>alert("1")</script> & 'x'`;
  const inner = html`<b>${name}</b>`;
  expect(html`<p title="${name}">${inner}${[inner, html`!`]}${null}${undefined}${false}${0}</p>`.text).toBe(
    `<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;">` +
      `<b>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</b>`.repeat(2) +
      `!0</p>`,
  );
});
