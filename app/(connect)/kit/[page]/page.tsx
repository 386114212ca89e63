import type { Metadata } from "next";
import { GuideBlocks } from "@/components/partners/guide-blocks";
import { GuideMenu } from "@/components/partners/guide-menu";
import { Page, PageTitle } from "@/components/ui/page";
import { frenchSpaces } from "@/lib/format/text";
import { listGuide, readGuide } from "@/lib/partners/queries/guide";

type Props = { params: Promise<{ page: string }> };

const titleOf = ([first]: Awaited<ReturnType<typeof readGuide>>) =>
  first?.kind === "heading" ? frenchSpaces(first.text) : "Guide";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOf(await readGuide((await params).page)) };
}

/** A page of docs/kit, as it is there. */
export default async function GuidePage({ params }: Props) {
  const { page } = await params;
  const [blocks, pages] = await Promise.all([readGuide(page), listGuide()]);
  return (
    <Page>
      <PageTitle>{titleOf(blocks)}</PageTitle>
      <GuideBlocks blocks={blocks.slice(1)} />
      <GuideMenu pages={pages} current={page} />
    </Page>
  );
}
