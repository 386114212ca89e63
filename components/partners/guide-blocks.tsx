import { Cell, Column, RowHeader, Table } from "@/components/ui/table";
import { type Block, inlinesOf } from "@/lib/partners/model/markdown";

/** A page beside this one, or another site. */
const hrefOf = (href: string) => (/^[a-z-]+\.md$/.test(href) ? `/kit/${href.slice(0, -3)}` : href);

function Line({ text }: { text: string }) {
  return inlinesOf(text).map(({ at, kind, text, href = "" }) => {
    if (kind === "code")
      return (
        <code key={at} className="break-words">
          {text}
        </code>
      );
    if (kind === "strong") return <strong key={at}>{text}</strong>;
    if (kind === "link")
      return (
        <a key={at} href={hrefOf(href)}>
          {text}
        </a>
      );
    return text;
  });
}

const SCROLLABLE = { tabIndex: 0 };

function Code({ text, label }: { text: string; label: string }) {
  return (
    <section
      {...SCROLLABLE}
      aria-label={label}
      className="mt-4 overflow-x-auto rounded-md border border-line bg-sunken p-4"
    >
      <pre className="text-note">
        <code>{text}</code>
      </pre>
    </section>
  );
}

function GuideTable({ head, rows }: Extract<Block, { kind: "table" }>) {
  return (
    <div className="mt-4">
      <Table
        caption={head.join(", ")}
        head={head.map((cell) => <Column key={cell}>{cell}</Column>)}
      >
        {rows.map(([first = "", ...rest]) => (
          <tr key={first} className="align-top">
            <RowHeader>
              <Line text={first} />
            </RowHeader>
            {rest.map((cell) => (
              <Cell key={cell} className="break-words">
                <Line text={cell} />
              </Cell>
            ))}
          </tr>
        ))}
      </Table>
    </div>
  );
}

function List({ isOrdered, items }: Extract<Block, { kind: "list" }>) {
  const Element = isOrdered ? "ol" : "ul";
  return (
    <Element className={`mt-3 space-y-2 pl-6 ${isOrdered ? "list-decimal" : "list-disc"}`}>
      {items.map((item) => (
        <li key={item}>
          <Line text={item} />
        </li>
      ))}
    </Element>
  );
}

type GuideBlock =
  | Exclude<Block, { kind: "sample" }>
  | { kind: "sample"; name: string; text: string };

function GuidePiece({ block, rank }: { block: GuideBlock; rank: number }) {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? (
        <h2 className="mt-10 text-h2">
          <Line text={block.text} />
        </h2>
      ) : (
        <h3 className="mt-6 text-h3">
          <Line text={block.text} />
        </h3>
      );
    case "list":
      return <List {...block} />;
    case "table":
      return <GuideTable {...block} />;
    case "code":
      return <Code text={block.text} label={`Exemple ${rank}`} />;
    case "sample":
      return (
        <>
          <h2 className="mt-8 text-h3">
            <code>{block.name}</code>
          </h2>
          <Code text={block.text} label={block.name} />
        </>
      );
    case "paragraph":
      return (
        <p className="mt-3">
          <Line text={block.text} />
        </p>
      );
  }
}

/** A page of the guide, without its title. */
export function GuideBlocks({ blocks }: { blocks: readonly GuideBlock[] }) {
  return blocks.map((block, index) => (
    <GuidePiece key={`${block.kind}-${index.toString()}`} block={block} rank={index} />
  ));
}
