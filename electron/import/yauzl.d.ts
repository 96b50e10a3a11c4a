/** What we use of yauzl, which brings no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export type Entry = {
    readonly fileName: Buffer
    readonly fileNameRaw: Buffer
    readonly generalPurposeBitFlag: number
    readonly extraFields: readonly unknown[]
    readonly compressedSize: number
    readonly uncompressedSize: number
    isEncrypted(): boolean
    canDecodeFileData(): boolean
  }
  export type ZipFile = {
    readonly entryCount: number
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
  }
  export function fromBufferPromise(
    buffer: Buffer,
    options: { readonly lazyEntries: true; readonly decodeStrings: false },
  ): Promise<ZipFile>
  export function getFileNameLowLevel(
    generalPurposeBitFlag: number,
    fileName: Buffer,
    extraFields: readonly unknown[],
    strictFileNames: boolean,
  ): string
}
