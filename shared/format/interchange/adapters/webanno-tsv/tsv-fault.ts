/** What is wrong with a file, thrown out of reading it. */
export class TsvFault extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}
