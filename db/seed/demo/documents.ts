import { createHash } from "node:crypto";
import sharp from "sharp";
import { storage } from "@/lib/integrations/storage";

const stream = (text: string) => `BT /F1 20 Tf 60 760 Td (${text}) Tj ET`;

const PDF_OBJECTS = (text: string) => [
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
  `<< /Length ${stream(text).length} >>\nstream\n${stream(text)}\nendstream`,
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
];

/** One page that says what the document stands for. */
function pdf(text: string) {
  const parts = ["%PDF-1.4\n"];
  const offsets: number[] = [];
  PDF_OBJECTS(text).forEach((body, index) => {
    offsets.push(parts.join("").length);
    parts.push(`${index + 1} 0 obj\n${body}\nendobj\n`);
  });
  const start = parts.join("").length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(`xref\n0 6\n0000000000 65535 f \n${table}`);
  parts.push(`trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.from(parts.join(""), "latin1");
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">
  <rect width="800" height="380" fill="#b9c4c9"/><rect y="380" width="800" height="220" fill="#6d7376"/>
  <ellipse cx="420" cy="490" rx="110" ry="36" fill="#3c4042"/><rect x="60" y="120" width="180" height="260" fill="#a5825c"/>
</svg>`;

const isImage = (name: string) => name.endsWith(".jpg");

async function bytesOf(name: string) {
  if (isImage(name)) return sharp(Buffer.from(drawing)).jpeg().toBuffer();
  return pdf(`Document de demonstration : ${name}`);
}

/** Writes a made-up document in the file store; returns what the table says of it. */
export async function storeDocument(storageKey: string, name: string) {
  const bytes = await bytesOf(name);
  await storage.put(storageKey, bytes);
  return {
    name,
    storageKey,
    mediaType: isImage(name) ? "image/jpeg" : "application/pdf",
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    scan: "unscanned" as const,
  };
}
