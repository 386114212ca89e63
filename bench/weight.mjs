/** What a first visit of a public page costs: bytes on the wire, requests, elements. */
export async function weigh(browser, url) {
  const context = await browser.newContext({
    locale: "fr-FR",
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  let bytes = 0;
  let requests = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests++;
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const nodes = await page.locator("*").count();
  await context.close();
  return { url: new URL(url).pathname, kb: Math.round(bytes / 1024), requests, nodes };
}
