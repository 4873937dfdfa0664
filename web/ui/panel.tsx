import { type ReactNode, useId } from "react";

/** A titled box parted from its surroundings by a hairline. `note` is muted beside the title, `end` sits at the right. */
export function Panel(props: {
  title: ReactNode;
  note?: ReactNode;
  end?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`panel ${props.className ?? ""}`} aria-labelledby={id}>
      <div className="ph">
        <h2 id={id}>{props.title}</h2>
        {props.note !== undefined && <span className="muted small">{props.note}</span>}
        {props.end !== undefined && <span className="sp">{props.end}</span>}
      </div>
      {props.children}
    </section>
  );
}

/** A line of facts: a small label over a strong figure. */
export function Facts({
  items,
}: {
  items: readonly { label: string; value: ReactNode; note?: ReactNode }[];
}) {
  return (
    <dl className="facts">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd className="num">
            {item.value} {item.note !== undefined && <small>{item.note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
