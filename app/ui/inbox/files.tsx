import { type FileView, sayBytes } from "./attach-words.ts";

/** What staff have sent along: pictures small, each opening whole; a PDF by its name. */
export function Files({ files }: { files: FileView[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="ot-files">
      {files.map((file) => (
        <li key={file.id}>
          <FileLink file={file} />
        </li>
      ))}
    </ul>
  );
}

function FileLink({ file }: { file: FileView }) {
  if (file.kind === "pdf") {
    return (
      <a className="ot-file" href={file.url} target="_blank" rel="noopener noreferrer">
        <span className="ot-file-mark" aria-hidden="true">
          PDF
        </span>
        <span>{file.name}</span>
        <span className="ot-muted">{sayBytes(file.bytes)}</span>
      </a>
    );
  }
  const ratio = file.width && file.height ? `${file.width} / ${file.height}` : "4 / 3";
  return (
    <a className="ot-photo" style={{ aspectRatio: ratio }} href={file.url} target="_blank" rel="noopener noreferrer">
      <img src={`${file.url}?size=small`} alt={file.name} loading="lazy" />
    </a>
  );
}
