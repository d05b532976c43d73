/**
 * What a writer was told of its changes to one text. After every answer, and after every fault, what is stored must be
 * the last text that was acknowledged, or one sent since whose outcome nobody was told.
 */
export class Ledger {
  private acknowledged = '';
  private unclear: string[] = [];
  /** How many changes were acknowledged. */
  kept = 0;

  /** @param acknowledged whether the writer was told that it is stored */
  wrote(text: string, acknowledged: boolean): void {
    if (!acknowledged) return void this.unclear.push(text);
    this.kept += 1;
    this.acknowledged = text;
    this.unclear = [];
  }

  /** Throws where an acknowledged text is lost. `stored`: the content as JSON. */
  check(stored: string): void {
    const found = [this.acknowledged, ...this.unclear].find((text) => stored.includes(`"${text}"`));
    if (this.acknowledged && found === undefined)
      throw new Error(`“${this.acknowledged}” was acknowledged, but stored is ${stored}`);
    this.acknowledged = found ?? this.acknowledged;
  }
}
