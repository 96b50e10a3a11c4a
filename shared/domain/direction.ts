/** The first strong character of a line settles its direction, as Unicode's rule P2 has it (UAX #9). */
const FIRST_STRONG = /[\p{L}\u200e\u200f\u061c]/u
const RIGHT_TO_LEFT =
  /[\u200f\u061c\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u

/** True when `line` is written from right to left. */
export function runsRightToLeft(line: string): boolean {
  const [first] = FIRST_STRONG.exec(line) ?? []
  return first !== undefined && RIGHT_TO_LEFT.test(first)
}
