/** @jsxImportSource preact */
/** The demo page. The demo server bundles this file for the browser and serves it with `page.css`. */
import { render } from "preact";
import { Page } from "./components/page.tsx";
import { createDemo } from "./model.ts";

const root = document.getElementById("page");
if (root) {
  const demo = createDemo({ fetch: (input, init) => fetch(input, init), openEvents: () => new EventSource("/api/events") });
  demo.start();
  render(<Page demo={demo} />, root);
}
