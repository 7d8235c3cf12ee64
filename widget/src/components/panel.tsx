import type { WidgetConfig } from "../config.ts";
import { Composer } from "./composer.tsx";
import { Header } from "./header.tsx";
import { takePhotos } from "./pick-photos.ts";
import type { WithWidget } from "./props.ts";
import { ElsewhereSheet, EndSheet } from "./sheets.tsx";
import { Thread } from "./thread.tsx";

/** The open chat: a dialog beside the page, which stays usable. */
export function Panel({ widget, config }: WithWidget & { config: WidgetConfig }) {
  const view = widget.view.value;
  const language = widget.language.value;
  return (
    <div
      class="panel"
      role="dialog"
      aria-labelledby="onethread-title"
      lang={language}
      dir={/^(ar|fa|he|ur)/.test(language) ? "rtl" : "ltr"}
      hidden={!widget.open.value}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        takePhotos(widget, event.dataTransfer);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        if (view === "thread") widget.open.value = false;
        else widget.view.value = "thread";
      }}
    >
      <Header widget={widget} config={config} />
      {view === "elsewhere" && <ElsewhereSheet widget={widget} />}
      {view === "end" && <EndSheet widget={widget} />}
      {view === "thread" && (
        <>
          <Thread widget={widget} />
          <p class="lost" role="status">
            {widget.connection.state.value === "lost" && <span>{widget.texts.value.lost}</span>}
          </p>
          <Composer widget={widget} />
        </>
      )}
    </div>
  );
}
