/**
 * A growing list of offsets, four bytes each and outside of the heap: there may be 100,000. Inputs are smaller than 2
 * GiB.
 */
export class Offsets {
  length = 0;
  private values = new Uint32Array(256);

  push(offset: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = offset;
    this.length += 1;
  }

  /** Replaces the last offset. */
  replaceLast(offset: number): void {
    this.values[this.length - 1] = offset;
  }

  /** Returns all offsets. */
  all(): Uint32Array {
    return this.values.subarray(0, this.length);
  }
}
