import type { WidgetModel } from "../models/widget.ts";

/** Kept while the browser's own dialog is open: Safari forgets an input that nobody holds. */
let input: HTMLInputElement;

/** Opens the browser's dialog for pictures; on phones it offers the camera. Must be called by a tap or a key. */
export function pickPhotos(widget: WidgetModel): void {
  input = document.createElement("input");
  input.type = "file";
  input.accept = "image/*";
  input.multiple = true;
  input.onchange = () => widget.addPhotos([...(input.files ?? [])]);
  input.click();
}

/** Pictures that were dropped or pasted; true when there were any. */
export function takePhotos(widget: WidgetModel, data: DataTransfer | null): boolean {
  const files = [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
  widget.addPhotos(files);
  return files.length > 0;
}
