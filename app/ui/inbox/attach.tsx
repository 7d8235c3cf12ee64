import { Button } from "@shopify/polaris";
import { useRef } from "react";
import { picked, sayBytes } from "./attach-words.ts";
import type { Attaching } from "./use-attach.ts";

/** Opens the browser's dialog for files. */
export function AttachButton({ attach }: { attach: Attaching }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={picked}
        onChange={(event) => {
          attach.add([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Button variant="tertiary" loading={attach.coming > 0} onClick={() => input.current?.click()}>
        Attach
      </Button>
    </>
  );
}

/** What goes out with the reply, each to be taken off again. */
export function Attached({ attach }: { attach: Attaching }) {
  const { files, coming, problem } = attach;
  return (
    <div className="ot-attached" aria-live="polite">
      {problem && (
        <p className="ot-problem" role="alert">
          {problem}
        </p>
      )}
      {(files.length > 0 || coming > 0) && (
        <ul aria-label="Attached">
          {files.map((file) => (
            <li key={file.id}>
              {file.kind === "pdf" ? (
                <span className="ot-file-mark" aria-hidden="true">
                  PDF
                </span>
              ) : (
                <img src={`${file.url}?size=small`} alt="" />
              )}
              <a href={file.url} target="_blank" rel="noopener noreferrer">
                {file.name}
              </a>
              <span className="ot-muted">{sayBytes(file.bytes)}</span>
              <button type="button" aria-label={`Take off ${file.name}`} onClick={() => attach.remove(file.id)}>
                ×
              </button>
            </li>
          ))}
          {coming > 0 && <li className="ot-muted">{coming === 1 ? "Bringing a file here…" : `Bringing ${coming} files here…`}</li>}
        </ul>
      )}
    </div>
  );
}
