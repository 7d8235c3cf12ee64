import { safeUrl } from "../links.ts";
import type { Shown } from "../models/thread.ts";
import type { Block, WidgetFile } from "../protocol.ts";
import { Choices } from "./choices.tsx";
import { Icon } from "./icons.tsx";
import { ItemPicker } from "./item-picker.tsx";
import { Anchor, Markdown } from "./markdown.tsx";
import { numbered } from "./numbered.ts";
import { OrderCard } from "./order-card.tsx";
import { Photo } from "./photo.tsx";
import { Progress } from "./progress.tsx";
import type { WithWidget } from "./props.ts";
import { Quote } from "./quote.tsx";

/** One message: its blocks under each other. */
export function Message({ widget, shown }: WithWidget & { shown: Shown }) {
  const { message } = shown;
  if (message.deleted) return <div class="bubble removed">{widget.texts.value.removed}</div>;
  return (
    <>
      {message.photos?.map((photo) => (
        <Photo key={photo.id} widget={widget} photo={photo} />
      ))}
      {numbered(message.blocks).map(({ at, part }) => (
        <BlockView key={at} widget={widget} block={part} live={shown.live} answer={shown.answer} />
      ))}
      {message.files?.map((file) => (
        <File key={file.id} file={file} />
      ))}
    </>
  );
}

/** What a person of the shop sent along: a picture opens whole, a document in a tab of its own. */
function File({ file }: { file: WidgetFile }) {
  const url = safeUrl(file.url);
  if (!url) return null;
  if (file.kind === "pdf") {
    return (
      <Anchor class="button" href={url}>
        {file.name} <Icon name="out" />
      </Anchor>
    );
  }
  return (
    <span class="photo" style={{ aspectRatio: file.width ? `${file.width}/${file.height}` : undefined }}>
      <Anchor href={url}>
        <img src={`${url}?size=small`} alt={file.name} />
      </Anchor>
    </span>
  );
}

function BlockView({ block, ...rest }: WithWidget & { block: Block; live: boolean; answer?: string }) {
  switch (block.kind) {
    case "text":
      return (
        <div class="bubble" dir="auto">
          <Markdown text={block.text} />
        </div>
      );
    case "choices":
      return <Choices block={block} {...rest} />;
    case "order":
      return <OrderCard block={block} {...rest} />;
    case "items":
      return <ItemPicker block={block} {...rest} />;
    case "quote":
      return <Quote block={block} {...rest} />;
    case "progress":
      return <Progress block={block} {...rest} />;
    case "link":
      return <Link block={block} />;
    default:
      // A newer server may know kinds that this page's copy of the widget does not.
      return null;
  }
}

function Link({ block }: { block: Extract<Block, { kind: "link" }> }) {
  const url = safeUrl(block.url);
  if (!url) return <div class="bubble">{block.label}</div>;
  return (
    <Anchor class="button" href={url}>
      {block.label} <Icon name="out" />
    </Anchor>
  );
}
