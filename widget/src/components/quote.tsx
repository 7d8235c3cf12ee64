import { Icon } from "./icons.tsx";
import type { BlockProps } from "./props.ts";

/** A small receipt: lines, the total by itself, and the button that says the sum. */
export function Quote({ widget, block, live, answer }: BlockProps<"quote">) {
  const { confirm, total } = block;
  const title = confirm.title.includes(total.amount) ? confirm.title : `${confirm.title} · ${total.amount}`;
  const chosen = live ? undefined : [confirm, ...block.others].find((choice) => choice.title === answer || title === answer);
  return (
    <section class="card quote" aria-label={block.title}>
      <strong>{block.title}</strong>
      <dl>
        {block.lines.map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>{line.amount}</dd>
          </div>
        ))}
        <div class="total">
          <dt>{total.label}</dt>
          <dd>{total.amount}</dd>
        </div>
      </dl>
      {live && (
        <>
          <button type="button" class="button primary" onClick={() => widget.choose({ ...confirm, title })}>
            {title}
          </button>
          <div class="chips">
            {block.others.map((choice) => (
              <button key={choice.id} type="button" class="chip" onClick={() => widget.choose(choice)}>
                {choice.title}
              </button>
            ))}
          </div>
        </>
      )}
      {chosen && (
        <p class="done">
          <Icon name="check" /> {chosen.title}
        </p>
      )}
    </section>
  );
}
