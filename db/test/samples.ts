import sharp from "sharp";

/** The smallest files that are what they say; made, not fetched. */
export const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n" +
    "trailer<</Root 1 0 R>>\n%%EOF\n",
);

/** The start of a photo as recent phones take them: recognised, and refused. */
export const HEIC = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from("ftypheic\0\0\0\0mif1heic"),
  Buffer.alloc(512),
]);

/** The harmless string that every antivirus reports (EICAR), inside something that passes for a PDF. */
export const INFECTED_PDF = Buffer.concat([
  PDF,
  Buffer.from("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"),
]);

/** Taken with the phone on its side, at 45.7640 N 4.8357 E: 40 × 20 pixels, shown as 20 × 40. */
export const photo = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: "#0b5566" } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: "Phone" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "45/1 45/1 50/1" },
    })
    .toBuffer();
