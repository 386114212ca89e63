import GuidePage, { generateMetadata as metadataOf } from "./[page]/page";

const first = { params: Promise.resolve({ page: "commencer" }) };

export const generateMetadata = () => metadataOf(first);

/** The guide begins here. */
export default function GuideHome() {
  return <GuidePage {...first} />;
}
