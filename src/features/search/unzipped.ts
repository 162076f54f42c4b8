const GZIP = [0x1f, 0x8b];

/** Uncompresses a file of an index, unless the way here has done so. @throws TypeError for a broken one */
export async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (GZIP.some((byte, at) => bytes[at] !== byte)) return bytes;
  const { readable, writable } = new DecompressionStream('gzip');
  // Written straight in: a Blob's stream takes a way through other processes, some ten milliseconds.
  const writer = writable.getWriter();
  // What is broken is told to who reads.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Uint8Array(await new Response(readable).arrayBuffer());
}
