import "server-only";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { FILE_TYPES, type FileType } from "../model";

// A picture of 100 million pixels weighs 400 MB once open: more is an attack, not a photo.
const MAX_PIXELS = 100_000_000;

/** What the bytes are, whatever their name; null when no form could accept it. */
export async function detectType(bytes: Buffer): Promise<FileType | null> {
  const found = await fileTypeFromBuffer(bytes);
  return FILE_TYPES.find((type) => type === found?.mime) ?? null;
}

/**
 * A photo upright and without its metadata (where and when it was taken, with what): RGPD art. 5.1.c.
 * Throws for a picture that cannot be opened. A PDF stays as it is.
 */
export async function withoutMetadata(bytes: Buffer, type: FileType): Promise<Buffer> {
  const picture = () =>
    sharp(bytes, { limitInputPixels: MAX_PIXELS }).autoOrient().keepIccProfile();
  switch (type) {
    case "application/pdf":
      return bytes;
    case "image/jpeg":
      return picture().jpeg({ quality: 88 }).toBuffer();
    case "image/png":
      return picture().png().toBuffer();
    case "image/webp":
      return picture().webp({ quality: 88 }).toBuffer();
  }
}
