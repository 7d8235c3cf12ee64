/** @jsxImportSource preact */
import type { Demo } from "../model.ts";
import { Browser } from "./browser.tsx";
import { About, Guide } from "./guide.tsx";
import { Mail } from "./mail.tsx";
import { Mark } from "./marks.tsx";
import { Phone } from "./phone.tsx";
import { Staff } from "./staff.tsx";
import { Tabs } from "./tabs.tsx";
import { useNow } from "./use-now.ts";
import { World } from "./world.tsx";

/** Everything at once on a wide screen; one tab at a time on a narrow one. The same elements in both, so that no frame reloads. */
export function Page({ demo }: { demo: Demo }) {
  const state = demo.state.value;
  const now = useNow(state?.clockOffset ?? 0);
  if (!state) return <Opening lost={demo.link.value === "lost"} />;
  return (
    <div class="page">
      {state.guide ? <Guide demo={demo} state={state} guide={state.guide} /> : <About state={state} />}
      <main class="places">
        <Browser demo={demo} state={state} />
        <Phone demo={demo} phone={state.phones.instagram} now={now} />
        <Phone demo={demo} phone={state.phones.whatsapp} now={now} />
        <Mail demo={demo} state={state} now={now} />
        <World demo={demo} state={state} now={now} />
        <Staff demo={demo} state={state} />
      </main>
      <Tabs demo={demo} state={state} />
      <Notices demo={demo} />
    </div>
  );
}

function Opening({ lost }: { lost: boolean }) {
  return (
    <div class="opening" role="status">
      <h1>Onethread</h1>
      <p>
        {lost
          ? "The demo server does not answer yet. This page opens by itself as soon as it does."
          : "Opening the shop, two phones and a mailbox…"}
      </p>
    </div>
  );
}

function Notices({ demo }: { demo: Demo }) {
  const notice = demo.notice.value;
  return (
    <div class="notices" role="status" aria-live="polite">
      {demo.link.value === "lost" && !notice && (
        <p class="notice">
          <Mark name="reload" />
          The app is restarting. Everything so far is kept; this page goes on by itself.
        </p>
      )}
      {notice && (
        <p class={notice.good ? "notice good" : "notice"}>
          <Mark name={notice.good ? "tick" : "warn"} />
          {notice.words}
        </p>
      )}
    </div>
  );
}
