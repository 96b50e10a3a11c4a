import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { OutFile } from '#shared/format/interchange/adapter.ts'
import { type DatasetRecord, FIELDS, type Field } from './record.ts'

/**
 * Records as a Parquet file, a group of rows at a time, so that only those of one group are held.
 * https://parquet.apache.org/docs/file-format/
 */
const MOST_ROWS = 1000
/** Characters of text and annotations, roughly. */
const MOST_TEXT = 4_000_000

export class ParquetOut {
  readonly #file: OutFile
  readonly #bytes = new GatheredBytes()
  readonly #parquet = new ParquetWriter({
    writer: this.#bytes,
    schema: schemaOf(FIELDS),
    createdBy: 'Glosswright',
    statistics: false,
  })
  #waiting: DatasetRecord[] = []
  #size = 0

  constructor(file: OutFile) {
    this.#file = file
  }

  async add(record: DatasetRecord, size: number): Promise<void> {
    this.#waiting.push(record)
    this.#size += size
    if (this.#waiting.length >= MOST_ROWS || this.#size >= MOST_TEXT) await this.#writeGroup()
  }

  async close(): Promise<void> {
    if (this.#waiting.length > 0) await this.#writeGroup()
    await this.#parquet.finish()
    await this.#file.write(this.#bytes.taken())
    await this.#file.close()
  }

  async #writeGroup(): Promise<void> {
    const rows = this.#waiting as readonly object[] as readonly Readonly<Record<string, unknown>>[]
    const columnData = FIELDS.map(({ name }) => ({
      name,
      data: rows.map((row) => row[name]),
      offsetIndex: false,
    }))
    await this.#parquet.write({ columnData, rowGroupSize: rows.length })
    this.#waiting = []
    this.#size = 0
    await this.#file.write(this.#bytes.taken())
  }
}

/** What the library writes into, emptied whenever a group is done. */
class GatheredBytes extends ByteWriter {
  taken(): Uint8Array {
    const bytes = this.getBytes().slice()
    this.index = 0
    return bytes
  }
}

const schemaOf = (fields: readonly Field[]): SchemaElement[] => [
  { name: 'schema', num_children: fields.length },
  ...fields.flatMap(elementsOf),
]

function elementsOf({ name, kind, isNullable, fields }: Field): SchemaElement[] {
  const repetition_type = isNullable ? 'OPTIONAL' : 'REQUIRED'
  if (kind === 'text')
    return [
      { name, repetition_type, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
    ]
  if (kind === 'number') return [{ name, repetition_type, type: 'INT32' }]
  return [
    { name, repetition_type, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', num_children: fields.length },
    ...fields.flatMap(elementsOf),
  ]
}
